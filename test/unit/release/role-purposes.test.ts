import { describe, expect, it } from 'vitest';
import { Purpose } from '../../../data-contracts/schemas/purpose.ts';
import { Role } from '../../../data-contracts/schemas/requester.ts';
import { mayAsk } from '../../../functions/core/release/role-purposes.ts';

/** Every role and purpose, written out a second time: p by pseudonym, n also by name, - not at all. */
const expected: Record<string, string> = {
  //                        planning outreach model-development statistics
  planner: /*                 */ 'p - - p',
  'prevention-worker': /*     */ 'p n - -',
  'knowledge-manager': /*     */ 'p - p p',
  'data-protection-officer': /**/ '- - - -',
};

describe('who may ask for what', () => {
  for (const role of Role.options) {
    Purpose.options.forEach((purpose, column) => {
      const sight = expected[role]?.split(' ')[column];
      it(`${role} for ${purpose}: ${sight}`, () => {
        expect(mayAsk(role, purpose, false)).toBe(sight !== '-');
        expect(mayAsk(role, purpose, true)).toBe(sight === 'n');
      });
    });
  }

  it('refuses what is not in the matrix, whatever it is called', () => {
    for (const name of ['', 'admin', 'constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(mayAsk(name, 'planning', false)).toBe(false);
      expect(mayAsk('planner', name, false)).toBe(false);
    }
  });
});
