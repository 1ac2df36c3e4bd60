import { describe, expect, it } from 'vitest';
import type { ConsentEventKind } from '../../data-contracts/schemas/consent-event.ts';
import type { ReleaseLimits } from '../../data-contracts/schemas/release-limits.ts';
import { RandomStream } from '../../runner/simulation/random-stream.ts';
import { told, wilson } from './advantage.ts';
import { attackedCounty, type County, peopleOf } from './attacked-county.ts';

/** As many as one answer shows all of. */
const people = peopleOf(2, 1_500);
const trials = Number(process.env.ENNAKKO_ATTACK_TRIALS ?? 400);
const municipalities = [...new Set(people.map(({ municipality }) => municipality))];

/** What can be seen at one moment: who is shown, and every count of the statistics. */
interface Sight {
  readonly shown: ReadonlyMap<string, string>;
  readonly cells: ReadonlyMap<string, number>;
  readonly eligible: string;
}

async function look({ ask }: County, isThorough: boolean): Promise<Sight> {
  const question = { programme: 'older-people', horizonMonths: 12, reasonsShown: 0, thresholdProbability: 0 };
  const { rows } = (await ask('/cohorts', question)).content;
  const statistics = (await ask('/statistics/older-people', undefined, 'GET')).content;
  const eligible: unknown[] = [];
  if (isThorough)
    for (const municipality of municipalities) {
      const narrowed = { ...question, municipalities: [municipality], thresholdProbability: 0.9 };
      eligible.push((await ask('/cohorts', narrowed)).content.eligible);
    }
  return {
    shown: new Map(
      rows.map((row: { client: string; municipality: string; ageBand: string }) => [
        row.client,
        `${row.municipality} ${row.ageBand}`,
      ]),
    ),
    cells: new Map(
      statistics.cells.map((cell: { cell: string; people?: number }) => [cell.cell, cell.people ?? 0]),
    ),
    eligible: JSON.stringify(eligible),
  };
}

/**
 * Who has vanished, and of them those in a cell whose count has moved as well, where there are such: then by lot. A
 * list of one who has vanished and of others who are shown is made for each, and whoever is still listed is left out.
 */
async function guess(county: County, before: Sight, after: Sight, random: RandomStream): Promise<string> {
  const vanished = [...before.shown.keys()].filter((client) => !after.shown.has(client));
  const moved = new Set(
    [...before.cells].filter(([cell, count]) => after.cells.get(cell) !== count).map(([cell]) => cell),
  );
  const inMoved = vanished.filter((client) => moved.has(before.shown.get(client)!));
  const suspects = inMoved.length > 0 && inMoved.length < vanished.length ? inMoved : vanished;
  const others = [...after.shown.keys()].slice(0, 7);
  const unlisted: string[] = [];
  for (const client of suspects.slice(0, 2)) {
    county.freeEverybody();
    const body = {
      programme: 'older-people',
      horizonMonths: 12,
      unit: 'client-guidance-905',
      clients: [client, ...others].map((one) => ({ client: one })),
      quietDays: 0,
    };
    const { content } = await county.ask('/outreach-lists', body);
    if (content.listed < 10) unlisted.push(client);
  }
  const left = unlisted.length === 1 ? unlisted : suspects;
  return left.length === 0 ? '' : left[random.whole(0, left.length - 1)]!;
}

const sayings: readonly [ConsentEventKind, 'all' | 'planning'][] = [
  ['objection', 'all'],
  ['objection', 'planning'],
  ['prohibition', 'all'],
  ['restriction', 'all'],
  ['erasure-request', 'all'],
];

async function successes(limits: Partial<ReleaseLimits>, howMany: number, isThorough: boolean) {
  const county = await attackedCounty(people, limits);
  const before = await look(county, isThorough);
  const random = new RandomStream(3, howMany);
  const shown = people.filter(({ client }) => before.shown.has(county.toldAs(client)));
  let [right, vanishedLeast] = [0, Number.POSITIVE_INFINITY];
  for (let trial = 0; trial < howMany; trial += 1) {
    county.reset();
    const { client } = shown[random.whole(0, shown.length - 1)]!;
    county.say(client, ...sayings[trial % sayings.length]!);
    const after = await look(county, isThorough);
    expect(after.shown.has(county.toldAs(client)), 'a refusal holds at once').toBe(false);
    if (isThorough) {
      county.scoreAgain();
      const later = await look(county, true);
      expect(later, 'the next scoring moves nothing').toEqual(after);
    }
    vanishedLeast = Math.min(vanishedLeast, before.shown.size - after.shown.size);
    if ((await guess(county, before, after, random)) === county.toldAs(client)) right += 1;
  }
  return { right, vanishedLeast };
}

describe('who has just said no', () => {
  it('is guessed from answers before and after no better than one in twenty', async () => {
    const { right, vanishedLeast } = await successes({}, trials, false);
    const figure = wilson(right, trials);
    told(
      `advantage, who of ${people.length} has just said no (${trials} trials, at least ${vanishedLeast} vanish)`,
      figure,
    );
    expect(figure.upper).toBeLessThanOrEqual(0.05);
  });

  it('is not to be seen from what the next scoring, without them, changes', async () => {
    const { right } = await successes({}, 25, true);
    expect(right).toBeLessThanOrEqual(4);
  });

  it('would be plain if whoever says no were left out alone', async () => {
    const { right } = await successes({ coverGroup: 10_000 }, 20, false);
    expect(right).toBe(20);
  });
});
