import { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { OpenRequest } from '../../../data-contracts/schemas/rights-request.ts';
import type { ConsentLedger, LedgerEvent } from '../ports/consent-ledger.ts';
import type { ErasureRecords } from '../ports/erasure-records.ts';
import { type AccessPorts, accessInLog } from '../release/access-in-log.ts';
import { type ConsentState, consentAsOf } from '../release/consent-as-of.ts';
import { instantFor } from '../release/decide-release.ts';
import { dayInFinland, instantKey } from '../release/instant-order.ts';
import { oneMonthAfter } from './one-month-after.ts';

export interface OpenRequestsPorts extends AccessPorts {
  readonly consentLedger: ConsentLedger;
  readonly erasures: Pick<ErasureRecords, 'clients'>;
}

/** Before anybody said anything. */
const ever = '1900-01-01T00:00:00Z';

/**
 * What people have asked for that nobody has settled: erasures not carried out, and restrictions that stand, as after
 * a request for rectification until it is lifted. The longest due first. Whose ledger cannot be read is not among
 * them: `verify` tells of it. Access, objection and withdrawal are answered as they are asked, and are never open.
 * @throws AccessRefused
 * @source GDPR, articles 12(3), 16, 17 and 18
 */
export async function openRequests(ports: OpenRequestsPorts, requester: Requester): Promise<OpenRequest[]> {
  await accessInLog(ports, requester, 'list-rights-requests');
  const at = ports.clock.now();
  const erased = await ports.erasures.clients();
  const people = [...(await ports.consentLedger.clientsHeardSince(ever))].filter((one) => !erased.has(one));
  const said = await ports.consentLedger.eventsOf(people);
  return [...said].flatMap(([client, events]) => openOf(client, events, at)).sort(byDueDay);
}

function openOf(client: string, events: readonly LedgerEvent[], at: string): OpenRequest[] {
  const state = consentAsOf(events, instantFor({ at }, events));
  const request = (kind: OpenRequest['kind'], of: readonly LedgerEvent[], source: OpenRequest['source']) => {
    const receivedOn = dayInFinland(firstStanding(of));
    const dueOn = oneMonthAfter(receivedOn);
    return { client, kind, source, receivedOn, dueOn, isOverdue: dueOn < dayInFinland(at) };
  };
  return [
    ...(stands(state, 'erasure', DataSource.options)
      ? [request('erasure', ofKind(events, 'erasure-request'), 'all')]
      : []),
    ...sourcesRestricted(state).map((source) =>
      request(
        'rectification',
        ofKind(events, 'restriction').filter(
          ({ coveredSource }) => source === 'all' || coveredSource === source || coveredSource === 'all',
        ),
        source,
      ),
    ),
  ];
}

/** `planning` stands for every purpose, as such a request is for all of them. */
const stands = (state: ConsentState, standpoint: 'erasure' | 'restriction', sources: readonly DataSource[]) =>
  sources.every((source) => state.holds(standpoint, 'planning', source));

function sourcesRestricted(state: ConsentState): readonly (DataSource | 'all')[] {
  if (stands(state, 'restriction', DataSource.options)) return ['all'];
  return DataSource.options.filter((source) => stands(state, 'restriction', [source]));
}

type Kind = 'erasure-request' | 'restriction';

const ofKind = (events: readonly LedgerEvent[], kind: Kind) =>
  events.filter((event) => event.kind === kind || event.kind === `${kind}-lifted`);

/** When what stands was first said: of the events after the last that took it back. */
function firstStanding(events: readonly LedgerEvent[]): string {
  const inOrder = [...events].sort((a, b) =>
    instantKey(a.effectiveAt) < instantKey(b.effectiveAt) ? -1 : 1,
  );
  const lastLifted = inOrder.findLastIndex(({ kind }) => kind.endsWith('-lifted'));
  return (inOrder[lastLifted + 1] ?? inOrder.at(-1)!).effectiveAt;
}

const byDueDay = (one: OpenRequest, other: OpenRequest) =>
  `${one.dueOn} ${one.client} ${one.kind} ${one.source}` <
  `${other.dueOn} ${other.client} ${other.kind} ${other.source}`
    ? -1
    : 1;
