import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleByPerson, splitsByPerson } from '../../../models/risk/people.ts';

const persons = fc
  .array(fc.nat(30), { minLength: 1, maxLength: 120 })
  .map((list) => Int32Array.from(list, (one) => [...new Set(list)].indexOf(one)));

describe('splits by person', () => {
  it('never have a person on both sides, and judge every row once', () => {
    fc.assert(
      fc.property(persons, fc.integer(), (person, seed) => {
        const judged = splitsByPerson(person, 3, 3, seed).flatMap(({ learn, judge }) => {
          const learnt = new Set(learn.map((row) => person[row]!));
          expect(learn.length + judge.length).toBe(person.length);
          expect([...judge].some((row) => learnt.has(person[row]!))).toBe(false);
          return [...judge];
        });
        expect(judged.sort((a, b) => a - b)).toEqual([...person.keys()]);
      }),
    );
  });
});

describe('a sample by person', () => {
  it('holds whole persons and at most the rows asked for', () => {
    fc.assert(
      fc.property(persons, fc.nat(130), fc.integer(), (person, maximum, seed) => {
        const rows = sampleByPerson(person, maximum, seed);
        const inside = new Set(rows.map((row) => person[row]!));
        expect(rows.length).toBeLessThanOrEqual(maximum);
        expect([...person.keys()].filter((row) => inside.has(person[row]!))).toEqual([...rows]);
      }),
    );
  });
});
