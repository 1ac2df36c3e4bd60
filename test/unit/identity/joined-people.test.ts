import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  JoinedPeople,
  joinPeople,
  type StatedIdentity,
} from '../../../functions/core/identity/joined-people.ts';

const stated = (...pairs: readonly string[]): StatedIdentity[] =>
  pairs.map((pair) => ({ former: pair[0]!, client: pair[1]! }));

const joinedBy = (...pairs: readonly string[]) => {
  const { people, faults } = joinPeople(stated(...pairs));
  return [people.pairs.map((pair) => pair.join('')), Object.fromEntries(faults)];
};

/** Statements between few identifiers, so that chains, circles and contradictions are many. */
const statements = fc.array(
  fc.record({ former: fc.constantFrom(...'abcdefg'), client: fc.constantFrom(...'abcdefg') }),
  { maxLength: 12 },
);

/** Every end that following what is stated comes to; undefined: a way that never ends. */
function endsOf(
  one: string,
  all: readonly StatedIdentity[],
  behind: readonly string[] = [],
): (string | undefined)[] {
  if (behind.includes(one)) return [undefined];
  const ways = all.filter(({ former }) => former === one);
  if (ways.length === 0) return [one];
  const ends = new Set(ways.flatMap(({ client }) => endsOf(client, all, [...behind, one])));
  if (ends.has(undefined)) return [undefined];
  return ends.size === 1 ? [...ends] : [one];
}

describe('who is who', () => {
  it('is followed to its end, whatever is stated in between', () => {
    expect(joinedBy('ab', 'bc')).toEqual([['ac', 'bc'], {}]);
    expect(joinedBy('ab', 'bd', 'ac', 'cd')).toEqual([['ad', 'bd', 'cd'], {}]);
  });

  it('is not told by an identifier of two people, nor by a circle; others are joined all the same', () => {
    expect(joinedBy('ab', 'ac', 'xa', 'de')).toEqual([['de', 'xa'], { a: 'claimed-by-two' }]);
    expect(joinedBy('ab', 'ba', 'xa', 'de')).toEqual([
      ['de'],
      { a: 'in-a-circle', b: 'in-a-circle', x: 'in-a-circle' },
    ]);
  });

  it('does not depend on the order of what is stated', () => {
    fc.assert(
      fc.property(statements, fc.nat(), (all, seed) => {
        const other = [...all].sort(
          (one, two) => ((seed + one.former.charCodeAt(0)) % 3) - (two.client.charCodeAt(0) % 3),
        );
        const [first, second] = [joinPeople(all), joinPeople(other)];
        expect(second.people.pairs).toEqual(first.people.pairs);
        expect(new Map([...second.faults].sort())).toEqual(new Map([...first.faults].sort()));
      }),
    );
  });

  it('is the one end of every way, as a search of all ways finds it', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const { people, faults } = joinPeople(all);
        for (const { former } of all) {
          const [end] = endsOf(former, all);
          expect(people.personOf(former)).toBe(end ?? former);
          expect(faults.get(former) === 'in-a-circle').toBe(end === undefined);
        }
      }),
    );
  });

  it('leaves nobody under a pseudonym that is another’s former one', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const { people } = joinPeople(all);
        for (const [, person] of people.pairs) expect(people.personOf(person)).toBe(person);
      }),
    );
  });

  it('knows all pseudonyms of a person by any of them', () => {
    const people = new JoinedPeople([
      ['a', 'c'],
      ['b', 'c'],
    ]);
    for (const one of 'abc') expect(people.pseudonymsOf(one)).toEqual(['c', 'a', 'b']);
    expect(people.pseudonymsOf('d')).toEqual(['d']);
  });

  it('of a chain of a hundred thousand is found', () => {
    const chain = Array.from({ length: 100_000 }, (_, at) => ({ former: `p${at}`, client: `p${at + 1}` }));
    expect(joinPeople(chain.reverse()).people.personOf('p0')).toBe('p100000');
  });
});
