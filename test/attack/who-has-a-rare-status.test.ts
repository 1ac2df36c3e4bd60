import { describe, expect, it } from 'vitest';
import { presets } from '../../data-contracts/catalogues/index.ts';
import { ageBand, ageBands } from '../../data-contracts/vocabularies/age-bands.ts';
import { ServiceStatus } from '../../data-contracts/vocabularies/service-statuses.ts';
import { attackedCounty, type Person, peopleOf } from './attacked-county.ts';

const everybody = { programme: 'older-people', horizonMonths: 12, reasonsShown: 0, thresholdProbability: 0 };
/** Nobody is withheld here: whom an answer leaves out, it leaves out for being too few. */
const people = peopleOf(3, 1_800).map((person): Person => ({ ...person, withheldBy: undefined }));
const cellOf = ({ municipality, ageYears }: Person) => `${municipality} ${ageBand(ageYears)}`;
const sizes = new Map<string, number>();
for (const person of people) sizes.set(cellOf(person), (sizes.get(cellOf(person)) ?? 0) + 1);

/** Every filter by municipality, band, status and living alone, and those of the presets. */
const filters: object[] = [
  ...[...new Set(people.map(({ municipality }) => municipality))].flatMap((municipality) =>
    Object.values(ageBands)
      .slice(1)
      .flatMap(({ fromYears }, at, all) => {
        const next = all[at + 1]?.fromYears;
        const cell = {
          municipalities: [municipality],
          fromAgeYears: fromYears,
          ...(next !== undefined && { toAgeYears: next - 1 }),
        };
        const parts = ServiceStatus.options.map((status) => ({ ...cell, serviceStatuses: [status] }));
        return [
          cell,
          { ...cell, livesAlone: 'yes' },
          ...parts,
          ...parts.map((one) => ({ ...one, livesAlone: 'yes' })),
        ];
      }),
  ),
  ...presets.map(({ id }) => ({ preset: id })),
];

describe('of a county that is asked by every status', () => {
  it('no set of answers, however it is subtracted, singles out fewer than five; rows tell no rarer status', async () => {
    const county = await attackedCounty(people);
    const reached = new Map<string, number[]>();
    const told = new Map<string, Set<string>>();
    for (const [number, filter] of filters.entries()) {
      const { status, content } = await county.ask('/cohorts', { ...everybody, ...filter });
      expect(status).toBe(200);
      expect(content.rows.length).toBeLessThan(2_000);
      for (const { client, serviceStatus } of content.rows) {
        reached.set(client, [...(reached.get(client) ?? []), number]);
        told.set(client, (told.get(client) ?? new Set()).add(serviceStatus));
      }
    }
    const alike = new Map<string, number>();
    for (const numbers of reached.values()) {
      const key = numbers.join();
      alike.set(key, (alike.get(key) ?? 0) + 1);
    }
    expect(alike.size).toBeGreaterThan(100);
    expect([...alike.values()].filter((size) => size < 5)).toEqual([]);
    const ofStatus = new Map<string, number>();
    for (const person of people) {
      const own = told.get(county.toldAs(person.client));
      if (!own?.has(person.serviceStatus)) continue;
      const key = `${cellOf(person)} ${person.serviceStatus}`;
      ofStatus.set(key, (ofStatus.get(key) ?? 0) + 1);
    }
    expect([...ofStatus.values()].filter((size) => size < 5)).toEqual([]);
    process.stdout.write(
      `${filters.length} questions: ${alike.size} groups told apart, the smallest of ${Math.min(...alike.values())}\n`,
    );
    const reachable = people.filter((person) => sizes.get(cellOf(person))! >= 5).length;
    expect(reached.size).toBe(reachable);
  });
});
