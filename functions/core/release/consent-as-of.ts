import type { ConsentEventKind } from '../../../data-contracts/schemas/consent-event.ts';
import { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import { Purpose } from '../../../data-contracts/schemas/purpose.ts';
import type { ToldDocument } from '../../../data-contracts/schemas/recorded-consent.ts';
import type { LedgerEvent } from '../ports/consent-ledger.ts';
import { isSameTelling, newestTellings } from './document-telling.ts';
import { instantKey } from './instant-order.ts';

/** What a person may have said about the use of their data. */
export type Standpoint = 'consent' | 'objection' | 'prohibition' | 'restriction' | 'erasure';

/** What the ledger says of one person as of an instant: for each standpoint, the cells it is in force for. */
export class ConsentState {
  readonly #cells: Readonly<Record<Standpoint, bigint>>;

  constructor(cells: Readonly<Record<Standpoint, bigint>>) {
    this.#cells = cells;
  }

  /** Whether the standpoint is in force for the purpose and the source. */
  holds(standpoint: Standpoint, purpose: Purpose, source: DataSource): boolean {
    const cells = this.#cells[standpoint];
    return cells !== 0n && (cells & cellsOf(purpose, source)) !== 0n;
  }
}

const noCells: Readonly<Record<Standpoint, bigint>> = {
  consent: 0n,
  objection: 0n,
  prohibition: 0n,
  restriction: 0n,
  erasure: 0n,
};
const nothingSaid = new ConsentState(noCells);

/**
 * Folds a ledger into its state as of an instant. An event counts from `effectiveAt` until `endsAt`, and only if it had
 * been recorded by the instant: the state is what the county could have known and had to honour then. Of a document's
 * tellings the newest counts, and what it takes back is what that document gave; what was told by itself takes back
 * whatever stands. Events are taken by `effectiveAt`, then `recordedAt`, then sequence, then id, whatever order they
 * come in; of those that cover the same purpose and source, the last one stands.
 */
export function consentAsOf(events: readonly LedgerEvent[], instant: string): ConsentState {
  if (events.length === 0) return nothingSaid;
  const asOf = instantKey(instant);
  const recorded = events.filter(({ recordedAt }) => instantKey(recordedAt) <= asOf);
  const said = withoutReplaced(recorded)
    .map((event) => ({
      event,
      effective: instantKey(event.effectiveAt),
      recorded: instantKey(event.recordedAt),
    }))
    .filter(({ event, effective }) => effective <= asOf && !hasEnded(event, asOf))
    .sort(
      (a, b) =>
        inOrder(a.effective, b.effective) ||
        inOrder(a.recorded, b.recorded) ||
        (a.event.sequence ?? 0) - (b.event.sequence ?? 0) ||
        inOrder(a.event.consentEventId, b.event.consentEventId),
    );
  const standing = new Standing();
  for (const { event } of said) standing.take(event);
  return standing.state();
}

/** What takes back does not end: an end would bring back what it took. */
const hasEnded = ({ kind, endsAt }: LedgerEvent, asOf: string) =>
  endsAt !== undefined && meaning[kind][1] && instantKey(endsAt) <= asOf;

/** The events without those of a document that a newer telling of it has replaced. */
function withoutReplaced(events: readonly LedgerEvent[]): readonly LedgerEvent[] {
  if (events.every(({ document }) => document === undefined)) return events;
  const newest = newestTellings(events);
  return events.filter(
    ({ document }) =>
      document === undefined || isSameTelling(document, newest.get(document.id) as ToldDocument),
  );
}

/** What was told by itself. */
const noDocument = '';

/** Cells that stand, by standpoint and by the document that gave them. */
class Standing {
  readonly #given = new Map<Standpoint, Map<string, bigint>>();

  take({ kind, purpose, coveredSource, document }: LedgerEvent): void {
    const [standpoint, isGiven] = meaning[kind];
    const covered = cellsOf(purpose, coveredSource);
    const byDocument = this.#given.get(standpoint) ?? new Map<string, bigint>();
    this.#given.set(standpoint, byDocument);
    const by = document?.id ?? noDocument;
    if (isGiven) byDocument.set(by, (byDocument.get(by) ?? 0n) | covered);
    else
      for (const each of document === undefined ? byDocument.keys() : [by])
        byDocument.set(each, (byDocument.get(each) ?? 0n) & ~covered);
  }

  state(): ConsentState {
    const cells = { ...noCells };
    for (const [standpoint, byDocument] of this.#given)
      for (const given of byDocument.values()) cells[standpoint] |= given;
    return new ConsentState(cells);
  }
}

const meaning: Record<ConsentEventKind, readonly [Standpoint, boolean]> = {
  'consent-given': ['consent', true],
  'consent-withdrawn': ['consent', false],
  objection: ['objection', true],
  'objection-lifted': ['objection', false],
  prohibition: ['prohibition', true],
  'prohibition-lifted': ['prohibition', false],
  restriction: ['restriction', true],
  'restriction-lifted': ['restriction', false],
  'erasure-request': ['erasure', true],
  'erasure-request-lifted': ['erasure', false],
};

const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A bit for every purpose and source that an event covers: more of them than a whole number of 32 bits has. */
function cellsOf(purpose: Purpose | 'all', source: DataSource | 'all'): bigint {
  return cellsOfPair.get(`${purpose} ${source}`) ?? 0n;
}

const cellsOfPair: ReadonlyMap<string, bigint> = new Map(
  [...Purpose.options, 'all' as const].flatMap((purpose) =>
    [...DataSource.options, 'all' as const].map((source): [string, bigint] => [
      `${purpose} ${source}`,
      bitsOf(purpose, source),
    ]),
  ),
);

function bitsOf(purpose: Purpose | 'all', source: DataSource | 'all'): bigint {
  let bits = 0n;
  Purpose.options.forEach((eachPurpose, row) => {
    DataSource.options.forEach((eachSource, column) => {
      const isCovered =
        (purpose === 'all' || purpose === eachPurpose) && (source === 'all' || source === eachSource);
      if (isCovered) bits |= 1n << BigInt(row * DataSource.options.length + column);
    });
  });
  return bits;
}
