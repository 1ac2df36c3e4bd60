import { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { OpenRequest } from '../../../data-contracts/schemas/rights-request.ts';
import type { ConsentLedger, LedgerEvent } from '../ports/consent-ledger.ts';
import type { ErasureRecords } from '../ports/erasure-records.ts';
import { type AccessPorts, accessInLog } from '../release/access-in-log.ts';
import { type ConsentState, consentAsOf } from '../release/consent-as-of.ts';
import { instantFor } from '../release/decide-release.ts';
import { dayInFinland, instantKey } from '../release/instant-order.ts';
import { isErasureRequested } from './erasure-requested.ts';
import { oneMonthAfter } from './one-month-after.ts';

export interface OpenRequestsPorts extends AccessPorts {
  readonly consentLedger: ConsentLedger;
  readonly erasures: Pick<ErasureRecords, 'clients'>;
}

/** Before anybody said anything. */
const ever = '1900-01-01T00:00:00Z';

/**
 * What people have asked for that nobody has settled: erasures not carried out, and what is said not to be right, until
 * the restriction that came with it is lifted. The longest due first. Whose ledger cannot be read is not among them:
 * `verify` tells of it. Access, objection, withdrawal and a restriction of its own are answered as they are asked, and
 * are never open.
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
  const request = (
    kind: OpenRequest['kind'],
    askedAt: string,
    source: OpenRequest['source'],
  ): OpenRequest => {
    const receivedOn = dayInFinland(askedAt);
    const dueOn = oneMonthAfter(receivedOn);
    return { client, kind, source, receivedOn, dueOn, isOverdue: dueOn < dayInFinland(at) };
  };
  const erasureAsked = isErasureRequested(state) ? sinceLifted(events, 'erasure-request') : [];
  return [
    ...erasureAsked.slice(0, 1).map((askedAt) => request('erasure', askedAt, 'all')),
    ...contested(events, state).map(([source, askedAt]) => request('rectification', askedAt, source)),
  ];
}

/** Sources that a person has said are not right, restricted since, and when it was said; `all` where each was at once. */
function contested(events: readonly LedgerEvent[], state: ConsentState): [DataSource | 'all', string][] {
  const each = DataSource.options.flatMap((source): [DataSource, string][] => {
    if (!state.holds('restriction', 'planning', source)) return [];
    const ofSource = events.filter(
      ({ coveredSource, kind, awaits }) =>
        (coveredSource === source || coveredSource === 'all') &&
        (awaits === 'rectification' || kind === 'restriction-lifted'),
    );
    return sinceLifted(ofSource, 'restriction')
      .slice(0, 1)
      .map((askedAt) => [source, askedAt]);
  });
  const isAtOnce = new Set(each.map(([, askedAt]) => askedAt)).size === 1;
  return isAtOnce && each.length === DataSource.options.length ? [['all', each[0]![1]]] : each;
}

/** When something was asked that has not been taken back since, earliest first. */
function sinceLifted(events: readonly LedgerEvent[], kind: 'erasure-request' | 'restriction'): string[] {
  const lifted = `${kind}-lifted`;
  const inOrder = events
    .filter((event) => event.kind === kind || event.kind === lifted)
    .sort((a, b) => (instantKey(a.effectiveAt) < instantKey(b.effectiveAt) ? -1 : 1));
  return inOrder.slice(inOrder.findLastIndex((event) => event.kind === lifted) + 1).map(receivedAt);
}

/** What holds from later on was asked when it was told; what was written down afterwards, when it was said. */
const receivedAt = ({ effectiveAt, recordedAt }: LedgerEvent) =>
  instantKey(recordedAt) < instantKey(effectiveAt) ? recordedAt : effectiveAt;

const byDueDay = (one: OpenRequest, other: OpenRequest) =>
  `${one.dueOn} ${one.client} ${one.kind} ${one.source}` <
  `${other.dueOn} ${other.client} ${other.kind} ${other.source}`
    ? -1
    : 1;
