import type { Command } from 'commander';
import { hiddenDemandTexts } from '../../data-contracts/vocabularies/hidden-demand-texts.ts';
import { refusalReasons } from '../../data-contracts/vocabularies/refusal-reasons.ts';
import { say as wording } from '../../wording/say.ts';
import { openCounty, say } from '../home.ts';
import { monitoringLines } from '../presentation/monitoring-lines.ts';
import { publishedLine } from '../presentation/published-line.ts';

/** `ennakko score`: a probability and its explanation for every client; and who is worth a check-up, where that may be looked for. */
export const scoreCommand = (command: Command) =>
  command
    .option('--programme <id>', 'a file of data-contracts/programmes', 'older-people')
    .action(async ({ programme }, command: Command) => {
      const { home, language, service } = await openCounty(command);
      const scores = await service.score({ programme });
      say(publishedLine(scores, home, language));
      for (const line of monitoringLines(scores.publication, language)) say(line);
      const found = await service.findHiddenDemand({ programme });
      if (found.status === 'found') {
        say(publishedLine(found, home, language));
        say(wording(hiddenDemandTexts.found, language, { count: Number(found.publication.summary.clients) }));
      }
      if (found.status === 'off')
        say(wording(hiddenDemandTexts.off, language, { reason: refusalReasons[found.reason][language] }));
    });
