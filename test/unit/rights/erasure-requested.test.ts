import { describe, expect, it } from 'vitest';
import { firstPurposes, Purpose } from '../../../data-contracts/schemas/purpose.ts';
import type { LedgerEvent } from '../../../functions/core/ports/consent-ledger.ts';
import { consentAsOf } from '../../../functions/core/release/consent-as-of.ts';
import { isErasureRequested } from '../../../functions/core/rights/erasure-requested.ts';

const at = '2025-01-01T00:00:00Z';

const event = (kind: LedgerEvent['kind'], purpose: LedgerEvent['purpose'], place: number): LedgerEvent => ({
  consentEventId: `e-${place}`,
  kind,
  purpose,
  coveredSource: 'all',
  effectiveAt: at,
  recordedAt: at,
  sequence: place + 1,
});

const isAsked = (
  purposes: readonly LedgerEvent['purpose'][],
  lifted: readonly LedgerEvent['purpose'][] = [],
) =>
  isErasureRequested(
    consentAsOf(
      [
        ...purposes.map((purpose) => ['erasure-request', purpose] as const),
        ...lifted.map((purpose) => ['erasure-request-lifted', purpose] as const),
      ].map(([kind, purpose], place) => event(kind, purpose, place)),
      at,
    ),
  );

describe('the erasure of everything', () => {
  it('is asked for by who asks it for all purposes, and by who asked for each when there were fewer', () => {
    expect(isAsked(['all'])).toBe(true);
    expect(isAsked(firstPurposes)).toBe(true);
    expect(isAsked(Purpose.options)).toBe(true);
  });

  it.each(firstPurposes)('is not asked for by who leaves %s out or takes it back', (left) => {
    expect(isAsked(firstPurposes.filter((one) => one !== left))).toBe(false);
    expect(isAsked(['all'], [left])).toBe(false);
  });
});
