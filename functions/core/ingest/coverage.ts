import type { TableName } from '../../../data-contracts/schemas/tables.ts';
import { dayAfter } from '../calendar.ts';

/** What a delivered file says it covers, days included. */
export interface CoveredTime {
  readonly table: TableName;
  readonly coversFrom: string;
  readonly coversTo: string;
}

/**
 * The time of which the whole story is known: what service events cover without a gap, latest stretch, and
 * no later than clients' deaths and moves are told of. A delivery of consents alone covers nothing new, and a
 * year that is missing in between ends the history there, for silence is not health.
 * @returns days, first and last included; first after last where nothing is covered by both
 */
export function coverageOf(files: readonly CoveredTime[]): Pick<CoveredTime, 'coversFrom' | 'coversTo'> {
  const events = files.filter(({ table }) => table === 'service-events');
  const clients = files.filter(({ table }) => table === 'clients');
  const { coversFrom, coversTo } = latestStretch(events.length > 0 ? events : files);
  const clientsTo = clients.map((file) => file.coversTo).sort();
  return { coversFrom, coversTo: [coversTo, clientsTo.at(-1) ?? coversTo].sort()[0]! };
}

/** Going back from the latest end, as far as one delivery's first day follows another's last. */
function latestStretch(files: readonly CoveredTime[]) {
  const byEnd = [...files].sort((one, other) => (one.coversTo > other.coversTo ? -1 : 1));
  let { coversFrom } = byEnd[0]!;
  for (const file of byEnd) {
    if (dayAfter(file.coversTo) < coversFrom) break;
    if (file.coversFrom < coversFrom) coversFrom = file.coversFrom;
  }
  return { coversFrom, coversTo: byEnd[0]!.coversTo };
}
