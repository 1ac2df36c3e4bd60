import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pseudonym } from '../../../data-contracts/schemas/fields.ts';
import { JoinedPeople } from '../../../functions/core/identity/joined-people.ts';
import { AnswerPseudonyms } from '../../../functions/core/identity/unit-pseudonyms.ts';

const pseudonyms = new AnswerPseudonyms(Buffer.alloc(32, 7));
const of = (unit: string, role: 'planner' | 'client-representative' = 'planner') =>
  pseudonyms.for({ role, unit });
const anyPseudonym = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));

describe('the pseudonyms that a unit is told', () => {
  it('are pseudonyms, turn back into the lake’s, and every pseudonym is somebody’s', () => {
    fc.assert(
      fc.property(anyPseudonym, fc.string(), (client, unit) => {
        const { outside, inside } = of(unit);
        expect(Pseudonym.parse(outside(client))).not.toBe(client);
        expect(inside(outside(client))).toBe(client);
        expect(outside(inside(client))).toBe(client);
      }),
    );
  });

  it('are the same whenever they are made, and keep people apart', () => {
    const clients = Array.from({ length: 2_000 }, (_, number) => number.toString(16).padStart(32, '0'));
    const once = clients.map(of('a').outside);
    expect(
      new AnswerPseudonyms(Buffer.alloc(32, 7)).for({ role: 'planner', unit: 'a' }).outside(clients[9]!),
    ).toBe(once[9]);
    expect(new Set(once).size).toBe(clients.length);
  });

  it('are another unit’s never, nor another key’s, nor those of a representative in a unit of the same name', () => {
    fc.assert(
      fc.property(anyPseudonym, fc.string(), fc.string(), (client, one, other) => {
        fc.pre(one !== other);
        const told = of(one).outside(client);
        const others = [
          of(other).outside(client),
          of(one, 'client-representative').outside(client),
          pseudonyms.ofOneAnswer(one).outside(client),
          new AnswerPseudonyms(Buffer.alloc(32, 8)).for({ role: 'planner', unit: one }).outside(client),
        ];
        expect(others).not.toContain(told);
        expect(of(other).inside(told)).not.toBe(client);
      }),
    );
  });

  it('tell nothing of how near two people are in the lake, or in what order', () => {
    const clients = Array.from({ length: 400 }, (_, number) => number.toString(16).padStart(32, '0'));
    const told = clients.map(of('a').outside);
    const rising = told.filter((one, place) => place > 0 && told[place - 1]! < one).length;
    expect(rising).toBeGreaterThan(150);
    expect(rising).toBeLessThan(250);
    for (const place of told.keys())
      if (place > 0) expect(told[place]!.slice(0, 8)).not.toBe(told[place - 1]!.slice(0, 8));
  });

  it.each(['', 'c0ffee', 'x'.repeat(32), 'ab'.repeat(17)])('are made of pseudonyms alone: %j', (given) => {
    expect(() => of('a').outside(given)).toThrow('pseudonym: expected 32 hexadecimal digits');
  });
});

describe('what was told of a former pseudonym', () => {
  it('means the person of today, by whoever it was told to', () => {
    const [former, present] = ['a'.repeat(32), 'c'.repeat(32)];
    const key = new Uint8Array(32).fill(7);
    const asker = { role: 'client-representative', unit: 'family' } as const;
    const told = new AnswerPseudonyms(key).for(asker).outside(former);
    const now = new AnswerPseudonyms(key, new JoinedPeople([[former, present]])).for(asker);
    expect(now.inside(told)).toBe(present);
    expect(now.inside(now.outside(present))).toBe(present);
  });
});
