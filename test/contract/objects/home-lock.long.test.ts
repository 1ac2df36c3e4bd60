import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventFile, eventLine, land, terms } from '../../e2e/ingest/county-home.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';

const program = resolve(import.meta.dirname, '../../../runner/ennakko.mjs');

/** The command line in a process, in a container of its own where it is told to be. */
function ennakko(home: string, isApart: boolean, ...words: string[]) {
  const line = [process.execPath, program, '--home', home, '--language', 'sv', ...words];
  const [command, ...rest] = isApart ? ['unshare', '--pid', '--fork', '--mount-proc', ...line] : line;
  return new Promise<{ code: number | null; err: string }>((done) => {
    const child = spawn(command!, rest, { stdio: ['ignore', 'ignore', 'pipe'] });
    let err = '';
    child.stderr.on('data', (part) => {
      err += part;
    });
    child.on('close', (code) => done({ code, err }));
  });
}

describe('a home', () => {
  const canBeApart = spawnSync('unshare', ['--pid', '--fork', '--mount-proc', 'true']).status === 0;
  it.skipIf(!canBeApart)(
    'is taken in by one of two containers that ingest at once, and the other says so in Swedish',
    async () => {
      const home = temporaryFolder();
      const lines = Array.from({ length: 60_000 }, (_, event) => eventLine(`e${event}`));
      land(home, { 'd1/delivery.json': terms, 'd1/service-events.csv': eventFile(...lines) });
      const ended = await Promise.all([ennakko(home, true, 'ingest'), ennakko(home, true, 'ingest')]);
      expect(ended.map(({ code }) => code).sort(), ended.map(({ err }) => err).join()).toEqual([0, 1]);
      const refused = ended.find(({ code }) => code === 1)!;
      expect(refused.err).toMatch(
        /^ennakko: mappen används redan av ingest, process \d+ på .+, sedan \d{4}-[^;]+; /,
      );
      expect((await ennakko(home, false, 'verify')).code).toBe(0);
    },
  );
});
