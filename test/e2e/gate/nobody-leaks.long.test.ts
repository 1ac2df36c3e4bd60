import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutIdentityCodes } from '../../../functions/core/identity/personal-identity-code.ts';
import { copyOfCounty } from '../../county/made-county.ts';
import { runEnnakko } from '../killed/run-ennakko.ts';
import { filesUnder, query } from './files-of-a-home.ts';
import { knownTogether } from './known-together.ts';

/** Folders of a home that may hold identities, as ADR 6 and `verify` have it. */
const mayHold = ['landing', 'vault', 'keys', 'truth'];

const folder = mkdtempSync(join(tmpdir(), 'ennakko-leaks-'));
const home = join(folder, 'home');
let temporary: string;
const heard: string[] = [];
const shownToTeam: string[] = [];

/** One command, its words heard; what a team is shown, names and all, is heard apart. */
async function ennakko(...words: string[]): Promise<string> {
  const env = { ...process.env, TMPDIR: temporary };
  const { out, err, code } = await runEnnakko(['--home', home, ...words], { env });
  expect(code, `${words[0]}: ${err}`).toBe(0);
  const isForTeam = words[0] === 'outreach' && ['show', 'card'].includes(words[1]!);
  if (isForTeam) shownToTeam.push(out);
  heard.push(err, ...(isForTeam ? [] : [out]));
  return out;
}

beforeAll(async () => {
  const county = await copyOfCounty(home);
  heard.push(...county.heard);
  temporary = county.temporary;
  await ennakko('cohort', '--size', '300');
  const cohort = join(home, 'cohorts/older-people/cohort.json');
  const { unit, people } = await knownTogether(home, cohort);
  const client = people[0]!.officers;
  for (const { officers: each } of people.slice(0, 6))
    await ennakko('consent', 'record', '--client', each, '--kind', 'consent-given', '--channel', 'visit');
  await ennakko('outreach', 'preview', '--from', cohort);
  await ennakko('outreach', 'make', '--from', cohort, '--for-unit', unit, '--name', 'Autumn calls');
  const listId = '1';
  await ennakko('outreach', 'show', listId, '--unit', unit);
  await ennakko('outreach', 'lists', '--unit', unit);
  // before anything is noted: a person's own letter tells what was noted of them
  await ennakko('rights', 'access', '--client', client, '--out', join(home, 'held'));
  const secondRow = [listId, '--row', '2', '--unit', unit];
  await ennakko('outreach', 'note', ...secondRow, '--text', 'Kin: 000-0001234, Laine (simulated)');
  await ennakko('outreach', 'assign', ...secondRow, '--to', 'worker-2');
  await ennakko('outreach', 'card', ...secondRow);
  await ennakko(
    'outreach',
    'record',
    listId,
    '--row',
    '1',
    '--outcome',
    'declined',
    '--objects',
    '--unit',
    unit,
  );
  await ennakko('outreach', 'progress');
  await ennakko('outreach', 'close', listId, '--unit', unit);
  await ennakko('outreach', 'results');
  await ennakko('audit', 'search', '--client', client);
  await ennakko('verify');
}, 1_800_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** The program itself, compiled as it runs, the simulator's list of names among it. */
const isProgramText = (path: string) => path.startsWith(join(temporary, 'tsx-'));

/** Marks of a person: every simulated name and telephone number carries one, and no code is hidden by its form. */
const holdsPerson = (text: string) =>
  /\((simulated|simuloitu|simulerad)\)/.test(text) ||
  /000-000\d{4}/.test(text) ||
  withoutIdentityCodes(text) !== text;

describe('everything written on the whole way, from a delivery to an outcome', () => {
  it('names people to their team', () => {
    expect(shownToTeam).toHaveLength(2);
    for (const shown of shownToTeam) expect(holdsPerson(shown)).toBe(true);
  });

  it('holds the people in what was delivered, so that the search can find them', () => {
    const landed = filesUnder(join(home, 'landing')).filter((path) => path.includes('clients'));
    expect(landed.some((path) => holdsPerson(readFileSync(path, 'latin1')))).toBe(true);
  });

  it('holds nobody in the words of the commands, their errors included', () => {
    expect(heard.length).toBeGreaterThan(30);
    expect(heard.filter(holdsPerson)).toEqual([]);
  });

  it('holds nobody in any file but the vault, the keys and what was delivered', () => {
    const files = filesUnder(home, mayHold);
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((path) => holdsPerson(readFileSync(path, 'latin1')))).toEqual([]);
    const temporaries = filesUnder(temporary).filter((path) => !isProgramText(path));
    expect(temporaries.filter((path) => holdsPerson(readFileSync(path, 'latin1')))).toEqual([]);
  });

  it('holds nobody inside the tables either, which are compressed', async () => {
    const tables = filesUnder(home, mayHold).filter((path) => path.endsWith('.parquet'));
    expect(tables.length).toBeGreaterThan(20);
    for (const path of tables) {
      const rows = await query(
        `select cast(t as varchar) as whole from read_parquet('${path}') as t
         where cast(t as varchar) like '%(simulated)%' or regexp_matches(cast(t as varchar), '000-000[0-9]{4}')
         or regexp_matches(cast(t as varchar), '(^|[^0-9A-Za-z])[0-9]{6}[-+A-FU-Y][0-9]{3}[0-9A-Y]([^0-9A-Za-z]|$)')`,
      );
      expect(rows.length, path).toBe(0);
    }
  });
});
