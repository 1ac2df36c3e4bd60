import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientMonthsOf, type Lake } from './lake.ts';
import { olderPeopleStudy, randomLake } from './random-lake.ts';

const left = ['specialised-care', 'rai'] as const;
const [lake] = fc.sample(randomLake, { numRuns: 1, seed: 5 }) as [Lake];

/** The lake as if the sources had delivered nothing. */
const poorer = Object.fromEntries(
  Object.entries(lake).map(([table, rows]) => [
    table,
    rows.filter(({ data_source: source }) => !left.some((one) => one === source)),
  ]),
) as Lake;

describe('client-months without some sources', () => {
  it('are those of a lake to which these sources delivered nothing', async () => {
    const without = await clientMonthsOf(lake, olderPeopleStudy, left);
    expect(without.length).toBeGreaterThan(15);
    expect(without).toEqual(await clientMonthsOf(poorer, olderPeopleStudy));
  });

  it('name none of them as used, where with them some do', async () => {
    const namesOne = (rows: Awaited<ReturnType<typeof clientMonthsOf>>) =>
      rows.filter(({ sources_used: used }) => left.some((one) => String(used).split(',').includes(one)));
    expect(namesOne(await clientMonthsOf(lake, olderPeopleStudy)).length).toBeGreaterThan(5);
    expect(namesOne(await clientMonthsOf(lake, olderPeopleStudy, left))).toEqual([]);
  });
});
