import type { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';
import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import { offUntilConfirmed } from '../../../data-contracts/schemas/purpose.ts';

/**
 * The legal bases that may carry data of an origin: for real people only those that the controller has
 * confirmed; for invented people the shipped examples too, so that the service can be shown before that, but for
 * purposes that are off until they are confirmed.
 */
export function legalBasesInUse(
  legalBases: readonly LegalBasis[],
  origin: DataOrigin,
): readonly LegalBasis[] {
  return legalBases.filter(
    ({ confirmed, purpose }) => confirmed || (origin !== 'register' && !offUntilConfirmed.has(purpose)),
  );
}
