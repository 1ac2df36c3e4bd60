import { accessMatrix } from '../../../data-contracts/catalogues/index.ts';
import type { AccessMatrix, AccessScope } from '../../../data-contracts/schemas/access-matrix.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { UseCase } from '../../../data-contracts/schemas/use-case.ts';

/** What a use case would be done to: the unit it belongs to, or the person it concerns, where there is one. */
export interface Subject {
  readonly unit?: string | undefined;
  readonly client?: string | undefined;
  /** Whether the requester's unit has a relationship with the person in force that day; absent: not known to. */
  readonly isRelated?: boolean | undefined;
}

/** Whether the requester may do this to that. Whatever the matrix does not name is refused. */
export function permits(
  requester: Requester,
  useCase: UseCase,
  subject: Subject = {},
  matrix: AccessMatrix = accessMatrix,
): boolean {
  const scope = scopeOf(matrix, requester.role, useCase);
  if (scope === 'every-unit') return true;
  if (scope === 'own-unit') return subject.unit !== undefined && subject.unit === requester.unit;
  if (scope === 'related-person') return subject.client !== undefined && subject.isRelated === true;
  if (scope === 'represented-person')
    return subject.client !== undefined && subject.client === requester.represents;
  return false;
}

/** Whether there is anything or anybody that the requester may do this to; who represents nobody may do nothing for them. */
export function mayEver(
  requester: Requester,
  useCase: UseCase,
  matrix: AccessMatrix = accessMatrix,
): boolean {
  const scope = scopeOf(matrix, requester.role, useCase);
  return scope !== undefined && (scope !== 'represented-person' || requester.represents !== undefined);
}

/** A name that every object has, such as `constructor`, is no role and no use case. */
function scopeOf(matrix: AccessMatrix, role: string, useCase: string): AccessScope | undefined {
  const own = (of: object, name: string): unknown =>
    Object.hasOwn(of, name) ? (of as Record<string, unknown>)[name] : undefined;
  const permissions = own(matrix, role);
  return permissions === undefined ? undefined : (own(permissions as object, useCase) as AccessScope);
}

/** The role may not do this, or not to this thing or person. */
export class AccessRefused extends Error {
  readonly code = 'access-refused';
}

/** @throws AccessRefused saying what was asked for and nothing of whom */
export function requireAccess(requester: Requester, useCase: UseCase, subject: Subject = {}): void {
  if (!permits(requester, useCase, subject))
    throw new AccessRefused(`${requester.role}: may not ${useCase} here`);
}
