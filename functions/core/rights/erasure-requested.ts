import { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import { firstPurposes } from '../../../data-contracts/schemas/purpose.ts';
import type { ConsentState } from '../release/consent-as-of.ts';

/**
 * Whether the erasure of everything is asked for: from every source, and for every purpose, all at once or one by one.
 * A purpose that has come since need not be named: data that are no more serve none.
 */
export const isErasureRequested = (state: ConsentState): boolean =>
  firstPurposes.every((purpose) =>
    DataSource.options.every((source) => state.holds('erasure', purpose, source)),
  );
