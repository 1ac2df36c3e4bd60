import type { AuditEntry, ConsentSetAside } from '../../../data-contracts/schemas/audit-entry.ts';
import type { RecordedConsent } from '../../../data-contracts/schemas/recorded-consent.ts';
import { faultIdOf, sha256Of } from '../audit/log-scan.ts';
import { type Occasion, whatCountsInstead } from '../consent/what-counts-instead.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { ConsentKeeping, KeptConsent } from '../ports/consent-records.ts';
import { isAhead } from './instants-ahead.ts';

/** What is wrong with an event of somebody's consents. */
export type ConsentFaultCode =
  | 'consent-missing'
  | 'consent-unreadable'
  | 'consent-not-as-recorded'
  | 'consent-not-in-log'
  | 'consent-instant-ahead'
  | 'consent-aside-not-in-log';

/** An event that is not as it was recorded. Whose it is stays within the service. */
export interface ConsentFault {
  readonly id: string;
  readonly code: ConsentFaultCode;
  readonly client: string;
  readonly kept: KeptConsent;
  /** The line of the log that tells of the event, where one does. */
  readonly line?: number | undefined;
  readonly logged?: RecordedConsent | undefined;
}

interface LoggedConsent {
  readonly line: number;
  readonly event: RecordedConsent;
}

/** What the log says of everybody's consents. */
interface ConsentsInLog {
  /** By client and id of the event; told again, the last line counts. */
  readonly recorded: Map<string, Map<string, LoggedConsent>>;
  readonly asides: Map<string, Extract<AuditEntry, { kind: 'fault-set-aside' }>>;
}

/**
 * Where the ledger and the log do not say the same, both ways: events that cannot be read, that the log has and the
 * ledger has not or otherwise, that the ledger has and the log has not, and that a clock which was ahead has dated.
 */
export async function* consentFaults(
  audit: Pick<AuditLog, 'lines'>,
  records: ConsentKeeping,
  now: string,
): AsyncGenerator<ConsentFault> {
  const log = await consentsIn(audit);
  const begun = new Set(
    (await records.underWay()).map(({ client, consentEventId }) => `${client} ${consentEventId}`),
  );
  const people = new Set([...(await records.people()), ...log.recorded.keys()]);
  for (const client of [...people].sort()) {
    const kept = await records.keptOf(client);
    const recorded = log.recorded.get(client) ?? new Map<string, LoggedConsent>();
    yield* faultsOfPerson(client, kept, recorded, log.asides, begun, now);
  }
}

/** What sets an event aside, and what counts in its place. */
export function setAsideOf(fault: ConsentFault, occasion: Omit<Occasion, 'client'>): ConsentSetAside {
  const { client, kept, logged } = fault;
  const { sequence, sha256 } = kept;
  return {
    of: 'consent',
    client,
    sequence,
    sha256,
    instead: whatCountsInstead(kept, logged, { client, ...occasion }),
  };
}

async function consentsIn(audit: Pick<AuditLog, 'lines'>): Promise<ConsentsInLog> {
  const log: ConsentsInLog = { recorded: new Map(), asides: new Map() };
  for await (const { line, entry } of audit.lines()) {
    if (entry.kind === 'consent-recorded') {
      const { event } = entry;
      const own = log.recorded.get(event.client) ?? new Map<string, LoggedConsent>();
      log.recorded.set(event.client, own.set(event.consentEventId, { line, event }));
    } else if (entry.kind === 'fault-set-aside' && entry.fault.of === 'consent')
      log.asides.set(JSON.stringify(entry.fault), entry);
  }
  return log;
}

function* faultsOfPerson(
  client: string,
  kept: readonly KeptConsent[],
  recorded: ReadonlyMap<string, LoggedConsent>,
  asides: ReadonlyMap<string, unknown>,
  begun: ReadonlySet<string>,
  now: string,
): Generator<ConsentFault> {
  const fault = (code: ConsentFaultCode, place: KeptConsent, logged?: LoggedConsent): ConsentFault => ({
    id: faultIdOf('consent', place.sequence, client, place.sha256),
    code,
    client,
    kept: place,
    line: logged?.line,
    logged: logged?.event,
  });
  const lines = [...recorded.values()];
  const met = new Set<LoggedConsent>();
  for (const place of kept) {
    const { event, setAside, sequence } = place;
    const atPlace = lines.find((line) => line.event.sequence === sequence);
    if (setAside) {
      if (!asides.has(JSON.stringify(setAside))) yield fault('consent-aside-not-in-log', place, atPlace);
      for (const line of lines) if (isToldBy(line.event, place)) met.add(line);
      continue;
    }
    if (!event) {
      yield fault(
        place.given === undefined && isNothing(place) ? 'consent-missing' : 'consent-unreadable',
        place,
        atPlace,
      );
      if (atPlace) met.add(atPlace);
      continue;
    }
    const line = recorded.get(event.consentEventId);
    if (line && isSame(line.event, event)) {
      met.add(line);
      if (isAhead(event.recordedAt, now)) yield fault('consent-instant-ahead', place, line);
    } else if (atPlace && !kept.some((other) => other.event && isSame(atPlace.event, other.event))) {
      met.add(atPlace);
      yield fault('consent-not-as-recorded', place, atPlace);
    } else yield fault('consent-not-in-log', place);
  }
  const last = kept.at(-1)?.sequence ?? 0;
  const missing = lines.filter(
    (line) => !met.has(line) && !begun.has(`${client} ${line.event.consentEventId}`),
  );
  let end = Math.max(last, ...missing.map(({ event }) => event.sequence));
  for (const line of missing) {
    const sequence = line.event.sequence > last ? line.event.sequence : ++end;
    yield fault('consent-not-as-recorded', { sequence, sha256: sha256Of(new Uint8Array()) }, line);
  }
}

/** Whether an event that was set aside is the one that a line tells of, or stands in its place. */
const isToldBy = (logged: RecordedConsent, { sequence, event }: KeptConsent) =>
  logged.sequence === sequence || logged.consentEventId === event?.consentEventId;

const isNothing = ({ sha256 }: KeptConsent) => sha256 === sha256Of(new Uint8Array());

const told = [
  'kind',
  'purpose',
  'coveredSource',
  'effectiveAt',
  'recordedAt',
  'consentEventId',
  'channel',
  'recordedBy',
  'sequence',
] as const;

const isSame = (one: RecordedConsent, other: RecordedConsent) =>
  told.every((field) => one[field] === other[field]);
