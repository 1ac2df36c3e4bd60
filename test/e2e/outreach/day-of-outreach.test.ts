import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Language } from '../../../data-contracts/schemas/fields.ts';
import { gateTexts } from '../../../data-contracts/vocabularies/gate-texts.ts';
import { unitKinds } from '../../../data-contracts/vocabularies/unit-names.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { say } from '../../../functions/adapters/intl/intl-wording.ts';
import { ObjectOutreachStore } from '../../../functions/adapters/objects/object-outreach-store.ts';
import { AnswerPseudonyms } from '../../../functions/core/identity/unit-pseudonyms.ts';
import { keysOf } from '../../../functions/homes/folder-home-keys.ts';
import { copyOfCounty } from '../../county/made-county.ts';
import { englishIn, saidBy } from './said-by.ts';

const words = gateTexts.outreach;
const unit = 'client-guidance-905';
const team = ['--unit', unit];

const folder = mkdtempSync(join(tmpdir(), 'ennakko-outreach-'));
const home = join(folder, 'home');
const cohort = join(folder, 'cohort', 'cohort.json');
afterAll(() => rmSync(folder, { recursive: true }));

const ennakko = (language: Language, ...spoken: string[]) => saidBy(home, language, spoken);
const make = (language: Language, from: string, forUnit: string, planner: string) =>
  ennakko(language, 'outreach', 'make', '--from', from, '--for-unit', forUnit, '--requester', planner);

/** Numbers of the rows that a team is shown. */
const rowsShown = (shown: string) => [...shown.matchAll(/^│ (\d+) +│/gm)].map(([, row]) => Number(row));
const show = async (listId: string) => rowsShown(await ennakko('fi', 'outreach', 'show', listId, ...team));

/** Whom a list is of, as the lake knows them, by row. */
async function peopleOf(listId: string): Promise<string[]> {
  const list = await new ObjectOutreachStore(new FolderObjects(join(home, 'outreach'))).find(listId);
  return list!.rows.map(({ client }) => client);
}

/** By which pseudonym the data-protection officer knows somebody. */
async function officersNameOf(lake: string): Promise<string> {
  const pseudonyms = new AnswerPseudonyms(await (await keysOf(home)).answersKey());
  return pseudonyms.for({ role: 'data-protection-officer', unit: 'data-protection' }).outside(lake);
}

let listId: string;
let listed: string[];

it.each([
  words.unknownUnit.en,
  words.tooFew.en,
  words.none.en,
  words.nowClosed.en,
  unitKinds['home-care'].en,
])('English would be seen where it should not stand: %s', (text) => expect(englishIn(text)).not.toEqual([]));

describe('a day of outreach, with nothing but what the simulated people have said', () => {
  beforeAll(async () => {
    await copyOfCounty(home);
    await ennakko('en', 'cohort', '--municipality', '905', '--size', '300', '--out', join(folder, 'cohort'));
  }, 1_800_000);

  it.each([
    ['fi', 'Asiakasohjaus, Vaasa', 'Terveysasema, Pietarsaari'],
    ['sv', 'Klienthandledning, Vasa', 'Hälsostation, Jakobstad'],
    ['en', 'Client guidance, Vaasa', 'Health centre, Pietarsaari'],
  ] as const)('the planner sees which units there are, by name: %s', async (language, guidance, centre) => {
    const units = await ennakko(language, 'outreach', 'units');
    expect(units).toMatch(new RegExp(`│ ${unit} +│ ${guidance} +│`));
    expect(units).toMatch(new RegExp(`│ health-centre-598 +│ ${centre} +│`));
    expect(units).not.toMatch(/│ +\d+ +│/);
    if (language !== 'en') expect(englishIn(units)).toEqual([]);
  });

  it.each(Language.options)(
    'a unit that there is not is an error that says where they are: %s',
    async (language) => {
      const refused = make(language, cohort, 'client-guidance-999', `planner-${language}`);
      const said = await refused.catch(({ message }: Error) => message);
      expect(said).toBe(say(words.unknownUnit, language, { unit: 'client-guidance-999' }));
      expect(said).toContain('ennakko outreach units');
      if (language !== 'en') expect(englishIn(said)).toEqual([]);
    },
  );

  it.each(Language.options)(
    'a list of too few is none, and it is said what to look at: %s',
    async (language) => {
      const { rows } = JSON.parse(readFileSync(cohort, 'utf8')) as { rows: object[] };
      const few = join(folder, 'few.json');
      writeFileSync(few, JSON.stringify({ rows: rows.slice(0, 4) }));
      const said = await make(language, few, unit, `planner-${language}`);
      expect(said).toBe(`${words.tooFew[language]}\n`);
      expect(said.split('\n').filter((line) => line.startsWith('  - '))).toHaveLength(4);
      expect(said).not.toMatch(/\d/);
      if (language !== 'en') expect(englishIn(said)).toEqual([]);
    },
  );

  it('the planner makes a list of at least five for a team, and is told of nobody', async () => {
    const made = await make('fi', cohort, unit, 'planner-1');
    listId = /\d{6}-[0-9a-f]{32}/.exec(made)![0];
    listed = await peopleOf(listId);
    expect(listed.length).toBeGreaterThanOrEqual(5);
    const count = 5 * Math.round(listed.length / 5);
    expect(made).toBe(`${say(words.made, 'fi', { list: listId, count, unit })}\n`);
    expect(englishIn(made)).toEqual([]);
  });

  it.each(Language.options)('the team finds its list, and another team does not: %s', async (language) => {
    const lists = await ennakko(language, 'outreach', 'lists', ...team);
    expect(lists).toContain(listId);
    expect(lists).toContain(words.open[language]);
    const others = await ennakko(language, 'outreach', 'lists', '--unit', 'client-guidance-399');
    expect(others).toBe(`${words.none[language]}\n`);
    if (language !== 'en') expect(englishIn(lists + others)).toEqual([]);
  });

  it('the team is shown everybody on it by name', async () => {
    const shown = await ennakko('fi', 'outreach', 'show', listId, ...team);
    expect(rowsShown(shown)).toEqual(listed.map((_, place) => place + 1));
    expect(shown.match(/\(simulated\)/g)!.length).toBeGreaterThanOrEqual(listed.length);
  });

  it('whoever takes their consent back is gone from it at once', async () => {
    const client = await officersNameOf(listed[2]!);
    const withdrawn = ['--kind', 'consent-withdrawn', '--purpose', 'outreach', '--channel', 'telephone'];
    await ennakko('sv', 'consent', 'record', '--client', client, ...withdrawn);
    const expected = listed.map((_, place) => place + 1).filter((row) => row !== 3);
    expect(await show(listId)).toEqual(expected);
  });

  it('what came of it is recorded, and whoever objects is gone too', async () => {
    const record = (language: Language, row: number, outcome: string, ...more: string[]) =>
      ennakko(
        language,
        'outreach',
        'record',
        listId,
        '--row',
        `${row}`,
        '--outcome',
        outcome,
        ...more,
        ...team,
      );
    const reached = await record('fi', 1, 'reached');
    expect(reached).toBe('Kirjattu riville 1: tavoitettu\n');
    const declined = await record('sv', 2, 'declined', '--objects');
    expect(declined).toBe(`Registrerat på rad 2: tackade nej\n${words.objected.sv}\n`);
    expect(englishIn(reached + declined)).toEqual([]);
    const expected = listed.map((_, place) => place + 1).filter((row) => row !== 2 && row !== 3);
    expect(await show(listId)).toEqual(expected);
  });

  it('the list is closed, and the planner reads what came of it, small counts not shown', async () => {
    expect(await ennakko('sv', 'outreach', 'close', listId, ...team)).toBe(`${words.nowClosed.sv}\n`);
    expect(await ennakko('fi', 'outreach', 'lists', ...team)).toContain(words.closed.fi);
    for (const language of Language.options) {
      const results = await ennakko(language, 'outreach', 'results');
      expect(results).toContain(words.teamDecides[language]);
      expect(results).toContain(words.outcomes.reached[language]);
      expect(results).not.toMatch(/: [1-4]$/m);
      if (language !== 'en') expect(englishIn(results)).toEqual([]);
    }
  });

  it('the next list has nobody of it who was contacted, objects or took their consent back', async () => {
    const made = await make('en', cohort, unit, 'planner-2');
    const next = await peopleOf(/\d{6}-[0-9a-f]{32}/.exec(made)![0]);
    expect(next.length).toBeGreaterThanOrEqual(5);
    // not each of them, perhaps: whoever covers for somebody who has spoken today is left out with them
    expect(listed.slice(3)).toEqual(expect.arrayContaining(next));
  });
});
