import type {
  ConsentNotice,
  RecordedConsent,
  ToldDocument,
} from '../../../data-contracts/schemas/recorded-consent.ts';
import { ConsentIdTaken } from '../ports/consent-records.ts';
import { compareTellings, isSameTelling, newestTellings } from '../release/document-telling.ts';
import { codeFreeDigest } from './code-free-digest.ts';

/** A newer telling of the document is in the ledger already, and stands. */
export class ConsentSuperseded extends Error {
  readonly code = 'consent-superseded';
}

type Told = Omit<ConsentNotice, 'recordedBy'>;

/** What the ledger has of one person, by the documents that told it. */
export class ToldBefore {
  readonly #newest: ReadonlyMap<string, ToldDocument>;
  readonly #ofDocument = new Map<string, RecordedConsent[]>();
  readonly #byId = new Map<string, RecordedConsent>();
  /** Place of the last event that lifted prohibitions by itself; 0 where none did. */
  readonly #lastLifted: number;

  constructor(kept: readonly RecordedConsent[]) {
    this.#newest = newestTellings(kept);
    this.#lastLifted =
      kept.findLast((one) => !one.document && one.kind === 'prohibition-lifted')?.sequence ?? 0;
    for (const event of kept) {
      this.#byId.set(event.consentEventId, event);
      if (event.document === undefined) continue;
      const { id } = event.document;
      const told = this.#ofDocument.get(id);
      if (told) told.push(event);
      else this.#ofDocument.set(id, [event]);
    }
  }

  /**
   * A document's notice under an id of its own telling: told again it keeps the id, and after the document has said
   * something else in between it gets another, so that what is said once more is not taken for what was said before.
   * What the ledger has already is given as it is kept, whoever tells it now.
   * @throws ConsentSuperseded, ConsentIdTaken when the same version of the document said something else
   */
  next(notice: Told): Told | RecordedConsent {
    const { document } = notice;
    if (document === undefined) return notice;
    const newest = this.#newest.get(document.id);
    const order = newest && compareTellings(document, newest);
    if (order === 'older')
      throw new ConsentSuperseded('document: a newer version of it has been recorded already');
    if (order === 'conflicting')
      throw new ConsentIdTaken('document: the same version of it said something else');
    const before = this.#lastBetween(notice, document);
    const told =
      before === 0 ? notice : { ...notice, consentEventId: idAfter(notice.consentEventId, before) };
    return this.#byId.get(told.consentEventId) ?? told;
  }

  /** Whether the document said last, in another telling, something against the use of data. */
  isLiftedBy({ document }: Told): boolean {
    const newest = document && this.#newest.get(document.id);
    if (document === undefined || newest === undefined || isSameTelling(newest, document)) return false;
    return (this.#ofDocument.get(document.id) ?? []).some(
      ({ kind, document: of }) => kind === 'prohibition' && of !== undefined && isSameTelling(of, newest),
    );
  }

  /** The place of the last event that came between: another telling, or a lifting of what the notice prohibits. */
  #lastBetween({ kind }: Told, document: ToldDocument): number {
    const other = (this.#ofDocument.get(document.id) ?? []).findLast(
      ({ document: of }) => of !== undefined && compareTellings(of, document) !== 'same',
    );
    return Math.max(other?.sequence ?? 0, kind === 'prohibition' ? this.#lastLifted : 0);
  }
}

const idAfter = (id: string, before: number) => `fhir-${codeFreeDigest(`${id} after ${before}`, 32)}`;
