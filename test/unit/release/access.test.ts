import { describe, expect, it } from 'vitest';
import { AccessMatrix } from '../../../data-contracts/schemas/access-matrix.ts';
import { Role } from '../../../data-contracts/schemas/requester.ts';
import { UseCase } from '../../../data-contracts/schemas/use-case.ts';
import {
  AccessRefused,
  mayEver,
  permits,
  requireAccess,
  type Subject,
} from '../../../functions/core/release/access.ts';

/**
 * The whole matrix, written out a second time: e things of every unit, o of the own unit, p people to whom
 * the own unit is related, r the represented person, - not at all. Columns: planner, prevention worker, knowledge manager, data-protection officer,
 * client's representative.
 */
const expected: Record<UseCase, string> = {
  'ask-cohort': /*            */ 'e - e - -',
  'ask-plan': /*              */ 'e - - - -',
  'ask-hidden-demand': /*     */ 'e - - - -',
  'train-model': /*           */ '- - e - -',
  'score-clients': /*         */ '- - e - -',
  'find-hidden-demand': /*    */ '- - e - -',
  'estimate-effects': /*      */ '- - e - -',
  'read-statistics': /*       */ 'e - e - -',
  'read-hidden-statistics': /**/ 'e - - - -',
  'read-model-card': /*       */ 'e e e e -',
  'make-outreach-list': /*    */ 'e - - - -',
  'open-outreach-list': /*    */ '- o - - -',
  'export-outreach-list': /*  */ '- o - - -',
  'record-outcome': /*        */ '- o - - -',
  'close-outreach-list': /*   */ '- o - - -',
  'record-consent': /*        */ '- p - e r',
  'lift-objection': /*        */ '- - - e r',
  'read-held-data': /*        */ '- - - e r',
  'request-rectification': /* */ '- - - e r',
  'list-rights-requests': /*  */ '- - - e -',
  'erase-person': /*          */ '- - - e -',
  'rotate-keys': /*           */ '- - - e -',
  'search-audit-log': /*      */ '- - - e -',
  'verify-audit-log': /*      */ '- - e e -',
  'set-aside-fault': /*       */ '- - - e -',
};

const [mine, theirs] = ['a', 'b'].map((digit) => digit.repeat(32)) as [string, string];
const subjects: readonly [name: string, subject: Subject, reachedBy: string][] = [
  ['a thing of nobody', {}, 'e'],
  ['a thing of the own unit', { unit: 'unit-4' }, 'eo'],
  ['a thing of another unit', { unit: 'unit-5' }, 'e'],
  ['the represented person', { client: mine }, 'er'],
  ['another person', { client: theirs }, 'e'],
  ['the represented person in another unit', { unit: 'unit-5', client: mine }, 'er'],
  ['another person in the own unit', { unit: 'unit-4', client: theirs }, 'eo'],
  ['a related person', { client: theirs, isRelated: true }, 'ep'],
  ['a related person of another unit’s thing', { unit: 'unit-5', client: theirs, isRelated: true }, 'ep'],
  ['a person who is not related', { client: theirs, isRelated: false }, 'e'],
  ['nobody, related', { isRelated: true }, 'e'],
];

describe('the access matrix, in full', () => {
  for (const useCase of UseCase.options) {
    Role.options.forEach((role, column) => {
      const scope = expected[useCase].split(' ')[column] as string;
      it(`${role}, ${useCase}: ${scope}`, () => {
        for (const [name, subject, reachedBy] of subjects) {
          const requester = { id: 'w-1', role, unit: 'unit-4', represents: mine };
          expect(permits(requester, useCase, subject), name).toBe(reachedBy.includes(scope));
        }
      });
    });
  }

  it('lets who asks try whatever there is something or somebody to do it to, and nothing else', () => {
    for (const useCase of UseCase.options)
      for (const role of Role.options)
        for (const represents of [mine, undefined]) {
          const requester = { id: 'w-1', role, unit: 'unit-4', ...(represents && { represents }) };
          const isEver = subjects.some(([, subject]) => permits(requester, useCase, subject));
          expect(mayEver(requester, useCase), `${role} ${useCase}`).toBe(isEver);
        }
  });

  it('lets nobody without a represented person reach people who are not named', () => {
    for (const useCase of UseCase.options) {
      const requester = { id: 'x', role: 'client-representative', unit: 'unit-4' } as const;
      for (const [, subject] of subjects) expect(permits(requester, useCase, subject)).toBe(false);
    }
  });

  it('refuses what is not in it, whatever it is called', () => {
    for (const name of ['', 'admin', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'PLANNER']) {
      expect(permits({ id: 'x', role: name as Role, unit: 'u' }, 'ask-cohort')).toBe(false);
      expect(permits({ id: 'x', role: 'planner', unit: 'u' }, name as UseCase)).toBe(false);
    }
  });

  it('is not taken with a role, a use case or a scope that nobody knows', () => {
    const whole = Object.fromEntries(Role.options.map((role) => [role, {}]));
    expect(AccessMatrix.safeParse(whole).success).toBe(true);
    expect(AccessMatrix.safeParse({ ...whole, admin: {} }).success).toBe(false);
    expect(AccessMatrix.safeParse({ ...whole, planner: { 'read-everything': 'every-unit' } }).success).toBe(
      false,
    );
    expect(AccessMatrix.safeParse({ ...whole, planner: { 'ask-cohort': 'every' } }).success).toBe(false);
  });

  it('denies everything when it is empty', () => {
    const empty = AccessMatrix.parse(Object.fromEntries(Role.options.map((role) => [role, {}])));
    for (const role of Role.options)
      for (const useCase of UseCase.options)
        expect(
          permits({ id: 'x', role, unit: 'u', represents: mine }, useCase, { client: mine }, empty),
        ).toBe(false);
  });

  it('says what was refused, and nothing of whom', () => {
    const worker = { id: 'w-1', role: 'prevention-worker', unit: 'unit-4' } as const;
    const refused = () => requireAccess(worker, 'open-outreach-list', { unit: 'unit-5', client: mine });
    expect(refused).toThrow(AccessRefused);
    expect(refused).toThrow(/^prevention-worker: may not open-outreach-list here$/);
    requireAccess(worker, 'open-outreach-list', { unit: 'unit-4' });
  });
});
