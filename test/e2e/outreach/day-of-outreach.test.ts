import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Language } from '../../../data-contracts/schemas/fields.ts';
import { gateTexts } from '../../../data-contracts/vocabularies/gate-texts.ts';
import { outreachTexts } from '../../../data-contracts/vocabularies/outreach-texts.ts';
import { unitKinds } from '../../../data-contracts/vocabularies/unit-names.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectOutreachStore } from '../../../functions/adapters/objects/object-outreach-store.ts';
import { AnswerPseudonyms } from '../../../functions/core/identity/unit-pseudonyms.ts';
import { keysOf } from '../../../functions/homes/folder-home-keys.ts';
import { say } from '../../../wording/say.ts';
import { copyOfCounty } from '../../county/made-county.ts';
import { englishIn, saidBy } from './said-by.ts';

const words = gateTexts.outreach;
const unit = 'health-centre-905';
const team = ['--unit', unit, '--requester', 'worker-1'];

const folder = mkdtempSync(join(tmpdir(), 'ennakko-outreach-'));
const home = join(folder, 'home');
const cohort = join(folder, 'cohort', 'cohort.json');
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const ennakko = (language: Language, ...spoken: string[]) => saidBy(home, language, spoken);
const make = (language: Language, from: string, forUnit: string, planner: string, ...more: string[]) =>
  ennakko(
    language,
    'outreach',
    'make',
    '--from',
    from,
    '--for-unit',
    forUnit,
    '--requester',
    planner,
    ...more,
  );
const numberIn = (made: string) => /\d+/.exec(made)![0];

/** Numbers of the rows that a team is shown. */
const rowsShown = (shown: string) => [...shown.matchAll(/^│ (\d+) +│/gm)].map(([, row]) => Number(row));
const show = async (list: string) => rowsShown(await ennakko('fi', 'outreach', 'show', list, ...team));
const everyRow = () => listed.map((_, place) => place + 1);

/** Whom a list is of, as the lake knows them, by row. */
async function peopleOf(number: string): Promise<string[]> {
  const lists = await new ObjectOutreachStore(new FolderObjects(join(home, 'outreach'))).lists();
  return lists.find((list) => list.number === Number(number))!.rows.map(({ client }) => client);
}

/** By which pseudonym the data-protection officer knows somebody. */
async function officersNameOf(lake: string): Promise<string> {
  const pseudonyms = new AnswerPseudonyms(await (await keysOf(home)).answersKey());
  return pseudonyms.for({ role: 'data-protection-officer', unit: 'data-protection' }).outside(lake);
}

let list: string;
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
    vi.stubEnv('COLUMNS', '400'); // whole sentences are looked for: none is wrapped
    await copyOfCounty(home);
    const withoutService = ['--municipality', '905', '--service-status', 'none,occasional'];
    await ennakko('en', 'cohort', ...withoutService, '--size', '1000', '--out', join(folder, 'cohort'));
  }, 1_800_000);

  it.each([
    ['fi', 'Asiakasohjaus, Vaasa', 'Terveysasema, Pietarsaari'],
    ['sv', 'Klienthandledning, Vasa', 'Hälsostation, Jakobstad'],
    ['en', 'Client guidance, Vaasa', 'Health centre, Pietarsaari'],
  ] as const)('the planner sees which units there are, by name: %s', async (language, guidance, centre) => {
    const units = await ennakko(language, 'outreach', 'units');
    expect(units).toMatch(new RegExp(`│ client-guidance-905 +│ ${guidance} +│`));
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

  it.each(Language.options)('the planner sees before how many may be contacted: %s', async (language) => {
    const seen = await ennakko(language, 'outreach', 'preview', '--from', cohort, '--for-unit', unit);
    expect(seen).toContain(outreachTexts.preview.missing['no-consent'][language]);
    const [mayBeContacted] = /(?<=│ +)\d+(?= +│)/.exec(seen)!;
    expect(Number(mayBeContacted)).toBeGreaterThanOrEqual(50);
    expect(seen).not.toMatch(/│ +[1-4] +│/);
    if (language !== 'en') expect(englishIn(seen)).toEqual([]);
  });

  it('the planner makes a list of at least fifty without regular services, and is told of nobody', async () => {
    const made = await make('fi', cohort, unit, 'planner-1', '--name', 'Syksyn soitot');
    list = numberIn(made);
    listed = await peopleOf(list);
    expect(listed.length).toBeGreaterThanOrEqual(50);
    const count = 5 * Math.round(listed.length / 5);
    expect(made).toBe(`${say(words.made, 'fi', { list: `${list} (Syksyn soitot)`, count, unit })}\n`);
    expect(englishIn(made)).toEqual([]);
  });

  it.each(Language.options)('the team finds its list, and another team does not: %s', async (language) => {
    const lists = await ennakko(language, 'outreach', 'lists', ...team);
    expect(lists).toContain('Syksyn soitot');
    expect(lists).toContain(words.open[language]);
    const others = ['--unit', 'client-guidance-399'];
    expect(await ennakko(language, 'outreach', 'lists', ...others)).toBe(`${words.none[language]}\n`);
    const refused = ennakko(language, 'outreach', 'show', list, ...others);
    const said = await refused.catch(({ message }: Error) => message);
    expect(said).toBe(say(outreachTexts.unknownList, language, { list }));
    if (language !== 'en') expect(englishIn(lists + said)).toEqual([]);
  });

  it.each(Language.options)('the team is shown everybody on it, and what to say: %s', async (language) => {
    const shown = await ennakko(language, 'outreach', 'show', list, ...team);
    expect(rowsShown(shown)).toEqual(everyRow());
    expect(shown).toContain(say(outreachTexts.notShown, language, { count: 0 }));
    const card = await ennakko(language, 'outreach', 'card', list, '--row', '1', ...team);
    expect(card).toContain(outreachTexts.next['first-call'][language]);
    expect(card).toMatch(/God dag|Hyvää päivää/);
    if (language !== 'en') expect(englishIn(shown + card)).toEqual([]);
  });

  it('whoever takes their consent back is gone from it at once', async () => {
    const client = await officersNameOf(listed[2]!);
    const withdrawn = ['--kind', 'consent-withdrawn', '--purpose', 'outreach', '--channel', 'telephone'];
    await ennakko('sv', 'consent', 'record', '--client', client, ...withdrawn);
    const expected = everyRow().filter((row) => row !== 3);
    expect(await show(list)).toEqual(expected);
  });

  const record = (language: Language, row: number, outcome: string, ...more: string[]) =>
    ennakko(
      language,
      'outreach',
      'record',
      list,
      '--row',
      `${row}`,
      '--outcome',
      outcome,
      '--id',
      `row-${row}`,
      ...more,
      ...team,
    );

  it('what came of it is recorded, and whoever objects is gone too, until that is undone', async () => {
    const hint = (language: Language, event: string) =>
      say(outreachTexts.undoHint, language, { list, event });
    const agreed = await record('fi', 1, 'visit-agreed');
    expect(agreed).toBe(`Kirjattu riville 1: kotikäynti sovittu\n${hint('fi', 'row-1')}\n`);
    const declined = await record('sv', 2, 'declined', '--objects');
    const said = `Registrerat på rad 2: tackade nej\n${words.objected.sv}\n`;
    expect(declined).toBe(`${said}${hint('sv', 'row-2')}\n`);
    expect(englishIn(agreed + declined.replaceAll(/--event \S+/g, ''))).toEqual([]);
    expect((await show(list)).sort((a, b) => a - b)).toEqual(
      everyRow().filter((row) => row > 3 || row === 1),
    );
    const undone = await ennakko('fi', 'outreach', 'undo', list, '--event', 'row-2', ...team);
    expect(undone).toBe(`${outreachTexts.undone.fi}\n`);
    expect((await show(list)).sort((a, b) => a - b)).toEqual(everyRow().filter((row) => row !== 3));
  });

  it('rows are in the order of what to do next, with who takes care of them and what was noted', async () => {
    await record('sv', 5, 'call-again', '--call-on', '2020-01-31');
    await record('en', 6, 'not-reached');
    await ennakko('fi', 'outreach', 'assign', list, '--row', '4', '--to', 'worker-2', ...team);
    const note = ['--text', 'Tytär vastaa iltaisin'];
    await ennakko('fi', 'outreach', 'note', list, '--row', '4', ...note, ...team);
    const rows = await show(list);
    expect(rows[0]).toBe(5);
    expect(rows.slice(-2)).toEqual([6, 1]);
    const card = await ennakko('fi', 'outreach', 'card', list, '--row', '4', ...team);
    expect(card).toContain('muistiinpano: Tytär vastaa iltaisin');
    expect(card).toContain('worker-2');
    const client = await officersNameOf(listed[3]!);
    const out = join(folder, 'letter');
    await ennakko('fi', 'rights', 'access', '--client', client, '--out', out);
    expect(readFileSync(join(out, 'held.md'), 'utf8')).toContain('Tytär vastaa iltaisin');
    const kept = readdirSync(join(home, 'outreach'), { recursive: true, withFileTypes: true });
    for (const file of kept.filter((one) => one.isFile()))
      expect(readFileSync(join(file.parentPath, file.name), 'utf8')).not.toContain('Tytär');
  });

  it.each(Language.options)('the planner who made it sees how it gets on: %s', async (language) => {
    for (let row = 7; row <= 12; row += 1) await record(language, row, 'reached');
    const seen = await ennakko(language, 'outreach', 'progress', '--requester', 'planner-1');
    expect(seen).toContain('Syksyn soitot');
    expect(seen).toContain(`${words.outcomes.reached[language]}: 5`);
    expect(seen).toContain(
      `${words.outcomes['visit-agreed'][language]}: ${outreachTexts.preview.few[language]}`,
    );
    const others = await ennakko(language, 'outreach', 'progress', '--requester', 'planner-2');
    expect(others).toBe(`${outreachTexts.progress.none[language]}\n`);
    if (language !== 'en') expect(englishIn(seen + others)).toEqual([]);
  });

  it('the list is closed, and the planner reads what came of it, in steps of five', async () => {
    expect(await ennakko('sv', 'outreach', 'close', list, ...team)).toBe(`${words.nowClosed.sv}\n`);
    expect(await ennakko('fi', 'outreach', 'lists', ...team)).toContain(words.closed.fi);
    for (const language of Language.options) {
      const results = await ennakko(language, 'outreach', 'results');
      expect(results).toContain(words.teamDecides[language]);
      expect(results).toContain(`${words.outcomes.reached[language]}: 5`);
      for (const [, figure] of results.matchAll(/: (\d+)$/gm)) expect(Number(figure) % 5).toBe(0);
      const evidence = await ennakko(language, 'evidence');
      if (language !== 'en') expect(englishIn(results + evidence)).toEqual([]);
    }
  });

  it('the next list has nobody of it who was contacted, or took their consent back', async () => {
    const made = await make('en', cohort, unit, 'planner-2');
    const next = await peopleOf(numberIn(made));
    expect(next.length).toBeGreaterThanOrEqual(5);
    const contacted = [1, 3, 7, 8, 9, 10, 11, 12].map((row) => listed[row - 1]!);
    for (const client of contacted) expect(next).not.toContain(client);
    // not each of the others, perhaps: whoever covers for somebody who has spoken today is left out with them
    expect(listed).toEqual(expect.arrayContaining(next));
  });
});
