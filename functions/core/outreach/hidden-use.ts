import { programmeById } from '../../../data-contracts/programmes/index.ts';
import type { IntendedUse } from '../release/gate-question.ts';
import { findingHiddenDemand } from '../release/profiling.ts';

/**
 * For what else people must be released where the programme's check-up is suggested to one of them: whoever stands on
 * such a list does so because of what was inferred of them, and a no to that takes them off.
 */
export function hiddenUseOf(
  programme: string,
  rows: readonly { readonly intervention?: string | null | undefined }[],
): readonly IntendedUse[] {
  const checkUp = programmeById(programme)?.hiddenDemand?.checkUp;
  const isSuggested = checkUp !== undefined && rows.some(({ intervention }) => intervention === checkUp);
  return isSuggested ? [findingHiddenDemand] : [];
}
