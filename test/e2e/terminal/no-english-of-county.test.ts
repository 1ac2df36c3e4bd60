import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { englishIn, englishWords } from '../../contract/languages/english-words.ts';
import { copyOfCounty } from '../../county/made-county.ts';
import { runHere } from '../run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'ennakko-languages-'));
const home = join(folder, 'home');
let english: ReadonlySet<string>;
beforeAll(async () => {
  await copyOfCounty(home);
  english = await englishWords();
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(['fi', 'sv'] as const)('a county asked in %s answers without English', (language) => {
  it.each([
    [['statistics']],
    [['cohort', '--size', '5']],
    [['outreach', 'units']],
    [['outreach', 'lists', '--unit', 'client-guidance-905']],
    [['outreach', 'results']],
    [['rights', 'open']],
    [['verify']],
    [['audit', 'verify']],
    [['card']],
    [['ingest']],
    [['evidence']],
    [['outreach', 'show', '000001-00000000000000000000000000000abc']],
    [
      [
        'rights',
        'rectify',
        '--client',
        'ab'.repeat(16),
        '--source',
        'rai',
        '--channel',
        'letter',
        '--id',
        'ä',
      ],
    ],
    [['statistics', '--role', 'prevention-worker', '--unit', 'home-care-905']],
    [['cohort', '--age-from', '80', '--age-to', '74']],
  ])('%j', async (words) => {
    const { out, err } = await runHere(['--home', home, '--language', language, ...words]);
    const said = (out + err).replaceAll(home, ' ').replace(/\bennakko:/, ' ');
    expect(said.trim()).not.toBe('');
    expect(englishIn(said, english), said).toEqual([]);
  });
});
