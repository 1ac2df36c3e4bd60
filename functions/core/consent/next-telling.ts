import { createHash } from 'node:crypto';
import type { ConsentNotice } from '../../../data-contracts/schemas/recorded-consent.ts';
import type { LedgerEvent } from '../ports/consent-ledger.ts';
import { ConsentIdTaken } from '../ports/consent-records.ts';
import { compareTellings, newestTellings } from '../release/document-telling.ts';

/** A newer telling of the document is in the ledger already, and stands. */
export class ConsentSuperseded extends Error {
  readonly code = 'consent-superseded';
}

/**
 * A document's notice under an id of its own telling: told again it keeps the id, and after the document has said
 * something else in between it gets another, so that what is said once more is not taken for what was said before.
 * @param kept what the ledger has of the client
 * @throws ConsentSuperseded, ConsentIdTaken when the same version of the document said something else
 */
export function nextTelling<Told extends Omit<ConsentNotice, 'recordedBy'>>(
  kept: readonly LedgerEvent[],
  notice: Told,
): Told {
  const { document } = notice;
  if (document === undefined) return notice;
  const newest = newestTellings(kept).get(document.id);
  const order = newest && compareTellings(document, newest);
  if (order === 'older')
    throw new ConsentSuperseded('document: a newer version of it has been recorded already');
  if (order === 'conflicting')
    throw new ConsentIdTaken('document: the same version of it said something else');
  const before = lastOfOtherTelling(kept, notice);
  return before === 0 ? notice : { ...notice, consentEventId: idAfter(notice.consentEventId, before) };
}

/** The place of the last event that came between: another telling, or a lifting of what the notice prohibits. */
const lastOfOtherTelling = (
  kept: readonly LedgerEvent[],
  { document, kind }: Pick<ConsentNotice, 'document' | 'kind'>,
): number =>
  kept.reduce((last, { document: of, kind: was, sequence }) => {
    const isOther =
      of === undefined
        ? kind === 'prohibition' && was === 'prohibition-lifted'
        : of.id === document?.id && compareTellings(of, document) !== 'same';
    return isOther ? Math.max(last, sequence ?? 0) : last;
  }, 0);

const idAfter = (id: string, before: number) =>
  `fhir-${createHash('sha256').update(`${id} after ${before}`).digest('hex').slice(0, 32)}`;
