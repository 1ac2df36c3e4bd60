import { ConsentStatement } from '../../../data-contracts/schemas/consent-event.ts';
import { lakeStation } from '../../core/ingest/lake-manifest.ts';
import type { ConsentLedger, LedgerEvent } from '../../core/ports/consent-ledger.ts';
import type { PublicationStore } from '../../core/ports/publication-store.ts';
import { requireCurrent } from '../../core/require-current.ts';
import { readSql } from '../sql-texts.ts';
import { allRows, type LakeEngine, type SqlRow } from './lake-engine.ts';
import { publishedTable } from './published-tables.ts';
import { RowsOfClients } from './rows-of-clients.ts';

/**
 * The consent ledger in the lake; every delivery's events count, none replaces another. Of whom an event cannot be
 * read, as one that an earlier version took, is unknown.
 */
export class LakeConsentLedger implements ConsentLedger {
  readonly #events: RowsOfClients;
  readonly #heard: (instant: string) => Promise<SqlRow[]>;

  constructor(publications: PublicationStore, engine: LakeEngine) {
    const name = 'consent-events-of-clients';
    this.#events = new RowsOfClients(publications, engine, {
      name,
      text: readSql(`reads/${name}`),
      table: 'consent-events',
    });
    this.#heard = async (instant) => {
      const tables = await requireCurrent(publications, lakeStation);
      const relations = [await publishedTable(publications, tables, 'consent-events')];
      const values = [instant.slice(0, 'YYYY-MM-DD'.length)];
      const text = readSql('reads/heard-since');
      const { fingerprint } = tables;
      return allRows(engine, { name: 'heard-since', text, values, relations, fingerprint });
    };
  }

  /** Whole days of UTC: from the one in which the instant lies. */
  async clientsHeardSince(instant: string): Promise<ReadonlySet<string>> {
    return new Set((await this.#heard(instant)).map(({ client }) => client as string));
  }

  async eventsOf(clients: readonly string[]): Promise<ReadonlyMap<string, readonly LedgerEvent[]>> {
    const rows = await this.#events.rowsOf(clients);
    const known = new Map<string, readonly LedgerEvent[]>();
    for (const [client, events] of rows) {
      const read = events.map(eventIn);
      if (read.every((event) => event !== undefined)) known.set(client, read);
    }
    return known;
  }
}

const eventIn = (row: SqlRow): LedgerEvent | undefined =>
  ConsentStatement.safeParse({
    consentEventId: row.consent_event_id,
    kind: row.kind,
    purpose: row.purpose,
    coveredSource: row.covered_source,
    effectiveAt: instantIn(row.effective_at as string),
    recordedAt: instantIn(row.recorded_at as string),
  }).data;

/** `2025-01-31 09:00:00.25`, with as many decimals as an engine likes to show, as ISO 8601 with six. */
function instantIn(text: string): string {
  const [second = '', decimals = ''] = text.replace(' ', 'T').split('.');
  return `${second}.${decimals.padEnd(6, '0')}Z`;
}
