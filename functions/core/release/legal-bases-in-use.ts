import type { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';
import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';

/**
 * The legal bases that may carry data of an origin: for real people only those that the controller has
 * confirmed; for invented people the shipped examples too, so that the service can be shown before that.
 */
export function legalBasesInUse(
  legalBases: readonly LegalBasis[],
  origin: DataOrigin,
): readonly LegalBasis[] {
  return origin === 'register' ? legalBases.filter((basis) => basis.confirmed) : legalBases;
}
