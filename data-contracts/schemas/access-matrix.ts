import { z } from 'zod';
import { Role } from './requester.ts';
import { UseCase } from './use-case.ts';

/**
 * How far a role's permission for a use case reaches: whatever unit the thing belongs to, things of the
 * requester's own unit alone, people to whom that unit has a relationship in force, or the one person whom the
 * requester represents.
 */
export const AccessScope = z.enum(['every-unit', 'own-unit', 'related-person', 'represented-person']);
export type AccessScope = z.infer<typeof AccessScope>;

const Permissions = z.partialRecord(UseCase, AccessScope);

/** Who may do what to whose things. A role and use case that are not here are refused. */
export const AccessMatrix = z.record(Role, Permissions);
export type AccessMatrix = z.infer<typeof AccessMatrix>;
