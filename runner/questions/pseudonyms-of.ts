import type { Requester } from '../../data-contracts/schemas/requester.ts';
import type { UnitPseudonyms } from '../../functions/core/identity/unit-pseudonyms.ts';

/** Gives those by which whoever asks and the service speak of people. */
export type PseudonymsOf = (requester: Requester) => Promise<UnitPseudonyms>;
