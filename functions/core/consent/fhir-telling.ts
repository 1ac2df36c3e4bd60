import type { FhirConsentNotInForce } from '../../../data-contracts/schemas/fhir-consent.ts';
import type { ToldDocument } from '../../../data-contracts/schemas/recorded-consent.ts';
import { codeFreeDigest } from './code-free-digest.ts';
import { refuse } from './fhir-fault.ts';
import type { FhirStatement } from './fhir-statements.ts';
import { changedAt } from './fhir-time.ts';

type Identified = Pick<FhirConsentNotInForce, 'id' | 'meta' | 'status'>;

/**
 * Which document a resource is, and which telling of it. One that has no id yet, as what is sent to be kept, is known
 * by what it says. Nothing of it can be read back from the digests.
 * @throws FhirRefused
 */
export function tellingOf(
  { id, meta, status }: Identified,
  statements: readonly FhirStatement[],
  now: string,
): ToldDocument {
  const says = digest(statements.map(Object.entries), 16);
  if (id === undefined && status !== 'active') refuse('id', 'missing');
  const { versionId, lastUpdated } = meta ?? {};
  return {
    id: digest(id === undefined ? ['Consent that says', says] : ['Consent', id], 32),
    ...(versionId && { version: versionOf(versionId) }),
    ...(lastUpdated && { updatedAt: changedAt(lastUpdated, 'meta.lastUpdated', now) }),
    says,
  };
}

/** The telling that takes back a document, which has no versions. */
export const withdrawal = ({ id }: ToldDocument): ToldDocument => ({ id, says: digest('withdrawn', 16) });

/** A version that is no number tells no order, and may be a text that must not be kept. */
const versionOf = (versionId: string) =>
  /^\d{1,9}$/.test(versionId) ? String(Number(versionId)) : `x${digest(versionId, 16)}`;

/** The id of a statement: the same each time that the same telling makes it. */
export const statementId = (
  { id, version, updatedAt, says }: ToldDocument,
  { kind, purpose, coveredSource }: FhirStatement,
) => `fhir-${digest([id, version ?? updatedAt ?? '', says, kind, purpose, coveredSource], 32)}`;

const digest = (content: unknown, digits: number) => codeFreeDigest(JSON.stringify(content), digits);
