import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ServiceStatus } from '../../../data-contracts/vocabularies/service-statuses.ts';
import type { PeopleInCell, ScoreFilter } from '../../../functions/core/ports/score-store.ts';
import { askableParts } from '../../../functions/core/release/askable-parts.ts';
import { SafePopulation } from '../../../functions/core/release/safe-population.ts';

const seed = 20261130;
const few = ['none', 'occasional', 'regular-home-care'] as const;

/** Groups of a county, each of people who are alike in all that can be asked about. */
const County = fc.uniqueArray(
  fc.record({
    municipality: fc.constantFrom('905', '399'),
    ageYears: fc.constantFrom(66, 77),
    serviceStatus: fc.constantFrom(...few),
    livesAlone: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
    clients: fc.integer({ min: 1, max: 12 }),
  }),
  { selector: ({ clients: _, ...who }) => JSON.stringify(who), minLength: 1, maxLength: 36 },
);

const subsetsOf = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: 2 ** items.length }, (_, bits) => items.filter((_, at) => bits & (1 << at)));

/** Every question that is possible in such a county. */
const questions: ScoreFilter[] = [undefined, ['905'], ['399'], ['905', '399']].flatMap((municipalities) =>
  [{}, { fromAgeYears: 75 }, { toAgeYears: 74 }].flatMap((ages) =>
    subsetsOf(few).flatMap((asked) =>
      ([undefined, 'yes'] as const).map((livesAlone) => ({
        municipalities,
        ...ages,
        serviceStatuses: asked.length > 0 ? asked : undefined,
        livesAlone,
      })),
    ),
  ),
);

const fits = (who: PeopleInCell, filter: ScoreFilter) =>
  (!filter.municipalities || filter.municipalities.includes(who.municipality)) &&
  who.ageYears >= (filter.fromAgeYears ?? 0) &&
  who.ageYears <= (filter.toAgeYears ?? 200) &&
  (!filter.serviceStatuses || filter.serviceStatuses.includes(who.serviceStatus!)) &&
  (!filter.livesAlone || filter.livesAlone === who.livesAlone);

describe('whom questions about parts of a county reach', () => {
  it('are, whatever is subtracted from whatever, nobody or at least five; but for the people of small cells', () => {
    fc.assert(
      fc.property(County, (groups) => {
        const population = new SafePopulation(groups);
        const alike = new Map<string, { people: number; isSmall: boolean }>();
        for (const group of groups) {
          const isSmall = population.isSmall(group);
          const reached = questions.map(
            (filter) => fits(group, filter) && population.isAskable(group, filter),
          );
          const key = isSmall ? 'small' : reached.map(Number).join('');
          alike.set(key, { people: (alike.get(key)?.people ?? 0) + group.clients, isSmall });
        }
        for (const { people, isSmall } of alike.values()) expect(isSmall || people >= 5).toBe(true);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('are counted by what is told of their groups, each in steps of five, and exactly for the log', () => {
    fc.assert(
      fc.property(County, fc.constantFrom(...questions), (groups, filter) => {
        const population = new SafePopulation(groups);
        const fitting = groups.filter((group) => fits(group, filter));
        const sum = (those: readonly PeopleInCell[]) =>
          those.reduce((total, { clients }) => total + clients, 0);
        expect(population.fitting(filter)).toBe(sum(fitting));
        const reached = fitting.filter(
          (group) => !population.isSmall(group) && population.isAskable(group, filter),
        );
        const told = population.eligible(filter);
        if (told === 'suppressed') expect(sum(reached)).toBe(0);
        else expect(Math.abs(told - sum(reached))).toBeLessThanOrEqual(2 * 36);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('leave a status untold where few of the municipality and age have it, and with it the next smallest', () => {
    const cell = { municipality: '905', ageYears: 77, livesAlone: 'no' } as const;
    const population = new SafePopulation([
      { ...cell, serviceStatus: 'none', clients: 30 },
      { ...cell, serviceStatus: 'occasional', clients: 9 },
      { ...cell, serviceStatus: 'regular-home-care', clients: 2 },
    ]);
    const told = ServiceStatus.options.filter((serviceStatus) =>
      population.tellsStatus({ ...cell, serviceStatus }),
    );
    expect(told).toEqual(['none']);
    expect(population.eligible({ serviceStatuses: ['none', 'occasional'] })).toBe(30);
    expect(population.eligible({ serviceStatuses: ['occasional'] })).toBe('suppressed');
    expect(population.eligible({})).toBe(40);
    expect(population.isAskable({ ...cell, serviceStatus: 'occasional' }, {})).toBe(true);
  });

  it('lets a status be asked for whole where its people who live alone cannot be asked for apart', () => {
    const cell = { municipality: '905', ageYears: 77, serviceStatus: 'none' } as const;
    const population = new SafePopulation([
      { ...cell, livesAlone: 'yes', clients: 40 },
      { ...cell, livesAlone: 'no', clients: 3 },
    ]);
    expect(population.eligible({ serviceStatuses: ['none'] })).toBe(45);
    expect(population.eligible({ serviceStatuses: ['none'], livesAlone: 'yes' })).toBe('suppressed');
  });
});

describe('parts that may be asked for', () => {
  it('leave nobody, or at least five, and none of them is smaller', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(counts, (people) => {
        const parts = new Map(people.map((count, at) => [String(at), count]));
        const askable = askableParts(parts);
        const left = [...parts].filter(([name]) => !askable.has(name));
        const sum = left.reduce((total, [, count]) => total + count, 0);
        expect(sum === 0 || sum >= 5 || askable.size === 0).toBe(true);
        for (const name of askable) expect(parts.get(name)).toBeGreaterThanOrEqual(5);
      }),
      { seed },
    );
  });

  it('are all of them where none is small', () => {
    expect(
      [
        ...askableParts(
          new Map([
            ['a', 5],
            ['b', 50],
            ['c', 0],
          ]),
        ),
      ].sort(),
    ).toEqual(['a', 'b']);
  });
});
