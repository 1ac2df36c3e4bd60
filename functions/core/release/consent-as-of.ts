import type { ConsentEventKind } from '../../../data-contracts/schemas/consent-event.ts';
import { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import { Purpose } from '../../../data-contracts/schemas/purpose.ts';
import type { LedgerEvent } from '../ports/consent-ledger.ts';
import { instantKey } from './instant-order.ts';

/** What a person may have said about the use of their data. */
export type Standpoint = 'consent' | 'objection' | 'prohibition' | 'restriction' | 'erasure';

/** What the ledger says of one person as of an instant: for each standpoint, the cells it is in force for. */
export class ConsentState {
  readonly #cells: Readonly<Record<Standpoint, number>>;

  constructor(cells: Readonly<Record<Standpoint, number>>) {
    this.#cells = cells;
  }

  /** Whether the standpoint is in force for the purpose and the source. */
  holds(standpoint: Standpoint, purpose: Purpose, source: DataSource): boolean {
    const cells = this.#cells[standpoint];
    return cells !== 0 && (cells & cellsOf(purpose, source)) !== 0;
  }
}

/**
 * Folds a ledger into its state as of an instant. An event counts from `effectiveAt`, and only if it had been
 * recorded by the instant: the state is what the county could have known and had to honour then. Events are
 * taken by `effectiveAt`, then `recordedAt`, then sequence, then id, whatever order they come in; of those that cover the
 * same purpose and source, the last one stands.
 */
export function consentAsOf(events: readonly LedgerEvent[], instant: string): ConsentState {
  const asOf = instantKey(instant);
  const known = events
    .map((event) => ({
      event,
      effective: instantKey(event.effectiveAt),
      recorded: instantKey(event.recordedAt),
    }))
    .filter(({ effective, recorded }) => effective <= asOf && recorded <= asOf)
    .sort(
      (a, b) =>
        inOrder(a.effective, b.effective) ||
        inOrder(a.recorded, b.recorded) ||
        (a.event.sequence ?? 0) - (b.event.sequence ?? 0) ||
        inOrder(a.event.consentEventId, b.event.consentEventId),
    );
  const cells = { consent: 0, objection: 0, prohibition: 0, restriction: 0, erasure: 0 };
  for (const { event } of known) {
    const [standpoint, isGiven] = meaning[event.kind];
    const covered = cellsOf(event.purpose, event.coveredSource);
    cells[standpoint] = isGiven ? cells[standpoint] | covered : cells[standpoint] & ~covered;
  }
  return new ConsentState(cells);
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

/** A bit for every purpose and source that an event covers: 4 × 6 = 24 cells, one whole number. */
function cellsOf(purpose: Purpose | 'all', source: DataSource | 'all'): number {
  let cells = 0;
  Purpose.options.forEach((eachPurpose, row) => {
    DataSource.options.forEach((eachSource, column) => {
      const isCovered =
        (purpose === 'all' || purpose === eachPurpose) && (source === 'all' || source === eachSource);
      if (isCovered) cells |= 1 << (row * DataSource.options.length + column);
    });
  });
  return cells;
}
