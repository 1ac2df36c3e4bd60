import type { Command } from 'commander';
import { gateTexts } from '../../data-contracts/vocabularies/gate-texts.ts';
import { faultDetails, type Journal } from '../../functions/core/ports/journal.ts';
import { say as word } from '../../wording/say.ts';
import { openTerminal, say, wholeNumber } from '../home.ts';

/** `ennakko serve`: the HTTP API on this machine. */
export const serveCommand = (command: Command) =>
  command
    .option('--port <number>', 'on which port', wholeNumber(0, 65_535), 8787)
    .action(async ({ port }: { port: number }, command: Command) => {
      const { home } = command.optsWithGlobals<{ home: string }>();
      const { language } = openTerminal(command);
      const { startLocalServer } = await import('../serve/local-server.ts');
      const { newId, systemClock } = await import('../../functions/homes/system.ts');
      const { url, close } = await startLocalServer(home, port, { clock: systemClock, newId, journal });
      say(word(gateTexts.serve.listening, language, { url }));
      say(gateTexts.serve.signIn[language]);
      // what was asked last is anchored too; told a second time, the process ends at once
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => void close().finally(() => process.kill(process.pid, signal)));
    });

/** Requests in a line each, on standard error; failures with the places that they came through. */
const journal: Journal = {
  note: (event, { correlationId, method, status, role }) => {
    if (event === 'request answered')
      process.stderr.write(`${[correlationId, method, status, role].filter(Boolean).join(' ')}\n`);
  },
  fault: (event, error) => process.stderr.write(`${event}: ${JSON.stringify(faultDetails(error))}\n`),
  count: () => {},
  measure: () => {},
  flush: () => {},
};
