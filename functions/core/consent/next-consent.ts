import type { ConsentNotice, RecordedConsent } from '../../../data-contracts/schemas/recorded-consent.ts';
import { ConsentIdTaken } from '../ports/consent-records.ts';
import { instantKey } from '../release/instant-order.ts';

/** What a ledger has to do with a notice: keep it as this, or nothing, as it is kept already. */
export type NextConsent =
  | { readonly isNew: true; readonly event: RecordedConsent }
  | { readonly isNew: false; readonly event: RecordedConsent };

/**
 * A notice as the next event after those that the client has. Never recorded before the last of them.
 * @param kept the client's events in the order of their sequence
 * @param lastSequence of what is kept, readable or not
 * @throws ConsentIdTaken when the id is another notice's
 */
export function nextConsent(
  kept: readonly RecordedConsent[],
  notice: ConsentNotice,
  now: string,
  lastSequence = kept.at(-1)?.sequence ?? 0,
): NextConsent {
  const known = kept.find(({ consentEventId }) => consentEventId === notice.consentEventId);
  if (known) {
    if (isTheSame(known, notice)) return { isNew: false, event: known };
    throw new ConsentIdTaken('consentEventId: names another notice of the same client');
  }
  const last = kept.at(-1);
  const recordedAt = last && instantKey(last.recordedAt) > instantKey(now) ? last.recordedAt : now;
  const sequence = lastSequence + 1;
  return {
    isNew: true,
    event: { ...notice, effectiveAt: notice.effectiveAt ?? recordedAt, recordedAt, sequence },
  };
}

const told = ['kind', 'purpose', 'coveredSource', 'channel', 'recordedBy'] as const;

const isTheSame = (kept: RecordedConsent, notice: ConsentNotice) =>
  told.every((field) => kept[field] === notice[field]) &&
  (notice.effectiveAt === undefined || notice.effectiveAt === kept.effectiveAt);
