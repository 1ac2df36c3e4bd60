import type { DrawnPlace } from '../../../data-contracts/schemas/drawn-place.ts';
import {
  type OutreachList,
  type OutreachListHead,
  type OutreachListRequest,
  type OutreachRow,
  ServiceLanguage,
} from '../../../data-contracts/schemas/outreach-list.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import { RefusalReason } from '../../../data-contracts/schemas/refusal-reason.ts';
import { strongestReasons } from '../cohort/strongest-reasons.ts';
import type { ExplainedScore, ScoreSet, ScoreStore } from '../ports/score-store.ts';
import { decisionsEntry } from '../release/audit-decisions.ts';
import { refuseClockSetBack } from '../release/clock-set-back.ts';
import { refusalOfEveryone } from '../release/decide-release.ts';
import { legalBasesInUse } from '../release/legal-bases-in-use.ts';
import { refuseIdentityCodeAsRequester, refuseIdentityCodes } from '../release/no-identity-codes.ts';
import { type DecidedClient, releaseInOrder } from '../release/release-in-order.ts';
import { type SafeTable, suppressSmallCells } from '../release/small-cells.ts';
import { followedLists, occupiedClients } from './occupied-clients.ts';
import type { OutreachPorts } from './outreach-ports.ts';

export interface MakeListPorts extends OutreachPorts {
  readonly scores: ScoreStore;
  readonly programme: Programme;
  /** Whether the catalogue has an intervention of the id. */
  readonly isIntervention: (id: string) => boolean;
}

export type MakeListOutcome =
  | {
      readonly status: 'made';
      readonly list: OutreachListHead;
      readonly listed: number;
      readonly withheld: SafeTable;
    }
  | { readonly status: 'refused'; readonly reason: RefusalReason }
  | { readonly status: 'nobody-to-list'; readonly withheld: SafeTable }
  | { readonly status: 'horizon-not-in-programme'; readonly horizonsMonths: readonly [number, number] }
  | { readonly status: 'unknown-intervention' };

/**
 * Makes a list for a team of the asked people whom the gate lets out for outreach and whom the team could be
 * shown today, and who are on no other open list and were not contacted lately. Lists are made one after the
 * other, whoever makes them at once: nobody comes on two. The planner learns how many, not who. Of somebody
 * without a current score it is not known which sources one rests on: the gate holds them back like anybody else.
 * @param listKey 32 hexadecimal digits: asked again under them, the list is made once
 */
export async function makeOutreachList(
  ports: MakeListPorts,
  request: OutreachListRequest,
  listKey = ports.newId(),
): Promise<MakeListOutcome> {
  refuseIdentityCodeAsRequester(request.requester);
  refuseIdentityCodes({ unit: request.unit });
  const { programme } = ports;
  const place = programme.horizonsMonths.indexOf(request.horizonMonths);
  if (place === -1) return { status: 'horizon-not-in-programme', horizonsMonths: programme.horizonsMonths };
  const suggested = request.clients.flatMap(({ intervention }) => intervention ?? []);
  if (!suggested.every(ports.isIntervention)) return { status: 'unknown-intervention' };
  const scoreSet = await ports.scores.describe();
  const at = ports.clock.now();
  await refuseClockSetBack(ports.audit, at);
  const requestId = ports.newId();
  const question = questionOf(request, at);
  const reason = refusalOfEveryone(question, legalBasesInUse(ports.legalBases, scoreSet.origin));
  if (reason) {
    const { requester } = request;
    const attempt = { kind: 'access', at, requestId, requester, useCase: 'make-outreach-list' } as const;
    await ports.audit.append([{ ...attempt, outcome: 'refused' }]);
    return { status: 'refused', reason };
  }
  const scores = await ports.scores.explained(clientsOf(request));
  for (;;) {
    const made = await makeOnce(ports, request, scoreSet, scores, { at, requestId, listKey });
    if (made) return made;
  }
}

const clientsOf = ({ clients }: OutreachListRequest) => clients.map(({ client }) => client);

const questionOf = ({ requester }: OutreachListRequest, at: string) =>
  ({ useCase: 'make-outreach-list', purpose: 'outreach', requester, at }) as const;

/** Undefined where another list was made meanwhile, and who is free must be looked at again. */
async function makeOnce(
  ports: MakeListPorts,
  request: OutreachListRequest,
  scoreSet: ScoreSet,
  scores: readonly (ExplainedScore | undefined)[],
  { at, requestId, listKey }: { readonly at: string; readonly requestId: string; readonly listKey: string },
): Promise<MakeListOutcome | undefined> {
  // Before the lists are read: one that is made meanwhile takes the number.
  const number = await ports.store.nextNumber();
  const lists = await followedLists(ports.store);
  const known = lists.find(({ list }) => list.listId.endsWith(`-${listKey}`));
  if (known) return madeBefore(known.list);
  const decided = await decideAll(ports, request, scoreSet, scores, at);
  const occupied = occupiedClients(lists, request.quietDays, at);
  const withheld = new Map<string, number>(RefusalReason.options.map((reason) => [reason, 0]));
  const rows: OutreachRow[] = [];
  decided.forEach(({ client, decision }, place) => {
    const reason = decision === 'released' ? occupied.get(client) : decision[0];
    if (reason === undefined)
      rows.push(rowOf(scores[place]!, request, place, rows.length + 1, ports.programme, scoreSet));
    else withheld.set(reason, withheld.get(reason)! + 1);
  });
  const list: OutreachList = {
    listId: `${String(number).padStart(6, '0')}-${listKey}`,
    number,
    madeAt: at,
    madeBy: request.requester,
    unit: request.unit,
    programme: request.programme,
    origin: scoreSet.origin,
    modelVersion: scoreSet.modelVersion,
    landmarkOn: scoreSet.landmarkOn,
    horizonMonths: request.horizonMonths,
    rows,
    lots: lotsOf(request),
  };
  const decisions = decisionsEntry(questionOf(request, at), requestId, decided);
  await ports.audit.append([decisions]);
  if (rows.length === 0) return { status: 'nobody-to-list', withheld: suppressSmallCells(withheld) };
  if (!(await ports.store.create(list))) return undefined;
  const { requester, unit } = request;
  await ports.audit.append([
    {
      kind: 'outreach-list-made',
      at,
      requestId,
      requester,
      listId: list.listId,
      unit,
      asked: decided.length,
      listed: rows.length,
      withheldByReason: Object.fromEntries([...withheld].filter(([, count]) => count > 0)),
    },
  ]);
  const { rows: _, lots: __, ...head } = list;
  return { status: 'made', list: head, listed: rows.length, withheld: suppressSmallCells(withheld) };
}

/** Who was withheld then is in the audit log, and not told again. */
function madeBefore({ rows, ...list }: OutreachList): MakeListOutcome {
  return { status: 'made', list, listed: rows.length, withheld: { total: 'suppressed', cells: [] } };
}

/** Of the plan's lots, those of which somebody who drew a place is asked for, whole. */
function lotsOf({ lots, clients }: OutreachListRequest): DrawnPlace[] {
  const asked = new Map(clients.map(({ client, intervention }) => [client, intervention]));
  const isAskedFor = ({ client, intervention }: DrawnPlace) =>
    intervention !== null && asked.get(client) === intervention;
  const meant = new Set(lots.filter(isAskedFor).map(({ lot }) => lot));
  return lots.filter(({ lot }) => meant.has(lot));
}

/** The gate's answer to the planner, and, where that is yes, to the team as if it opened the list now. */
async function decideAll(
  ports: MakeListPorts,
  request: OutreachListRequest,
  { origin }: ScoreSet,
  scores: readonly (ExplainedScore | undefined)[],
  at: string,
): Promise<DecidedClient[]> {
  const legalBases = legalBasesInUse(ports.legalBases, origin);
  const batch = clientsOf(request).map((client, place) => ({
    client,
    sourcesUsed: scores[place]?.sources_used ?? '',
  }));
  const listed = await releaseInOrder(ports, legalBases, questionOf(request, at), batch);
  const { unit } = request;
  const asTeam = {
    useCase: 'open-outreach-list',
    purpose: 'outreach',
    requester: { id: 'team', role: 'prevention-worker', unit },
    subject: { unit },
    at,
  } as const;
  const opened = await releaseInOrder(ports, legalBases, asTeam, batch);
  return listed.map((one, place) => (one.decision === 'released' ? opened[place]! : one));
}

function rowOf(
  score: ExplainedScore,
  request: OutreachListRequest,
  place: number,
  row: number,
  programme: Programme,
  { clearContributions }: ScoreSet,
): OutreachRow {
  const horizon = programme.horizonsMonths.indexOf(request.horizonMonths) === 0 ? 'h1' : 'h2';
  return {
    row,
    client: score.client,
    sourcesUsed: score.sources_used,
    serviceLanguage: ServiceLanguage.parse(score.service_language),
    intervention: request.clients[place]!.intervention,
    reasons: strongestReasons(score, horizon, request.reasonsShown, clearContributions),
  };
}
