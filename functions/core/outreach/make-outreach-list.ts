import type { DrawnPlace } from '../../../data-contracts/schemas/drawn-place.ts';
import {
  type OutreachList,
  type OutreachListHead,
  type OutreachListRequest,
  type OutreachRow,
  ServiceLanguage,
} from '../../../data-contracts/schemas/outreach-list.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import { ageBand } from '../../../data-contracts/vocabularies/age-bands.ts';
import { changeableFactors } from '../cohort/changeable-factors.ts';
import { toldReasons } from '../cohort/strongest-reasons.ts';
import type { JoinedPeople } from '../identity/joined-people.ts';
import type { ExplainedScore, ScoreSet, ScoreStore } from '../ports/score-store.ts';
import type { UnitRegister } from '../ports/unit-register.ts';
import { peopleOf } from '../release/access-in-log.ts';
import { askablePopulation } from '../release/askable-population.ts';
import type { GateQuestion, QuestionRefused } from '../release/gate-question.ts';
import { dayInFinland } from '../release/instant-order.ts';
import { askMeteredGate, type MeteredGatePorts } from '../release/metered-gate.ts';
import type { ReleaseSession } from '../release/release-session.ts';
import { inSteps } from '../release/safe-population.ts';
import { hiddenUseOf } from './hidden-use.ts';
import { followedLists, occupiedClients, onePerPerson } from './occupied-clients.ts';
import type { OutreachPorts } from './outreach-ports.ts';

export interface MakeListPorts extends OutreachPorts, MeteredGatePorts {
  readonly scores: ScoreStore;
  readonly units: UnitRegister;
  readonly programme: Programme;
  /** Whether the catalogue has an intervention of the id. */
  readonly isIntervention: (id: string) => boolean;
}

export type MakeListOutcome =
  | {
      readonly status: 'made';
      readonly list: OutreachListHead;
      /** In steps of five. */
      readonly listed: number;
    }
  | QuestionRefused
  /** No unit of the id has clients today. */
  | { readonly status: 'unknown-unit' }
  /** Fewer than a list may have, or nobody. */
  | { readonly status: 'too-few-to-list' }
  | { readonly status: 'horizon-not-in-programme'; readonly horizonsMonths: readonly [number, number] }
  | { readonly status: 'unknown-intervention' };

/**
 * Makes a list for a team of the asked people whom the gate lets out for outreach and whom the team could be
 * shown today, and who are on no other open list and were not contacted lately. Lists are made one after the
 * other, whoever makes them at once: nobody comes on two. The planner learns about how many, not who, nor why others are not. Of somebody
 * without a current score it is not known which sources one rests on: the gate holds them back like anybody else.
 * @param listKey 32 hexadecimal digits: asked again under them, the list is made once
 */
export async function makeOutreachList(
  ports: MakeListPorts,
  request: OutreachListRequest,
  listKey = ports.newId(),
): Promise<MakeListOutcome> {
  const { programme, scores } = ports;
  const place = programme.horizonsMonths.indexOf(request.horizonMonths);
  if (place === -1) return { status: 'horizon-not-in-programme', horizonsMonths: programme.horizonsMonths };
  const suggested = request.clients.flatMap(({ intervention }) => intervention ?? []);
  if (!suggested.every(ports.isIntervention)) return { status: 'unknown-intervention' };
  const originOf = async () => (await scores.describe()).origin;
  for (;;) {
    const session = await askMeteredGate(ports, { ...questionOf(request), originOf }, partsOf(request));
    if (session.status === 'refused') return session;
    const made = await makeOnce(ports, session, request, listKey);
    if (made) return made;
  }
}

/** What is asked, apart from who asks. */
const partsOf = ({
  requester: _,
  reasonsShown: __,
  lots: ___,
  name: ____,
  clients,
  ...parts
}: OutreachListRequest) => ({
  ...parts,
  clients: clients.map(({ client }) => client).sort(),
});

/** The planner's question, and the team's as if it opened the list now: somebody is listed who is released for both. */
const questionOf = ({
  requester,
  unit,
  name,
  programme,
  clients,
}: OutreachListRequest): Omit<GateQuestion, 'originOf'> => ({
  useCase: 'make-outreach-list',
  requester,
  words: { unit, name },
  further: [
    {
      useCase: 'open-outreach-list',
      requester: { id: 'team', role: 'prevention-worker', unit },
      subject: { unit },
    },
    ...hiddenUseOf(programme, clients),
  ],
});

/** Undefined where another list was made meanwhile, and who is free must be looked at again. */
async function makeOnce(
  ports: MakeListPorts,
  session: ReleaseSession,
  request: OutreachListRequest,
  listKey: string,
): Promise<MakeListOutcome | undefined> {
  // Before the lists are read: one that is made meanwhile takes the number.
  const people = await peopleOf(ports);
  const number = await ports.store.nextNumber();
  const lists = await followedLists(ports.store);
  const known = lists.find(({ list }) => list.listId.endsWith(`-${listKey}`));
  if (known) return madeBefore(known.list);
  const { at } = session;
  const unitsToday = await ports.units.unitsOn(dayInFinland(at));
  if (!unitsToday.includes(request.unit)) return { status: 'unknown-unit' };
  const scoreSet = await ports.scores.describe();
  await askablePopulation(session, ports.scores, scoreSet, ports.limits);
  const released = await session.release(await askedFor(ports.scores, request, people));
  const occupied = occupiedClients(lists, request.quietDays, at, people);
  for (const { client } of released) {
    const reason = occupied.get(client);
    if (reason) session.holdBack(client, reason);
  }
  const rows = released
    .filter(({ client }) => !occupied.has(client))
    .map((one, place) => rowOf(one, request, place + 1, ports.programme, scoreSet));
  if (rows.length < ports.limits.smallestList) return { status: 'too-few-to-list' };
  const { requester, unit, programme, horizonMonths } = request;
  const { origin, modelVersion, landmarkOn } = scoreSet;
  const head: OutreachListHead = {
    listId: `${String(number).padStart(6, '0')}-${listKey}`,
    number,
    ...(request.name !== undefined && { name: request.name }),
    madeAt: at,
    madeBy: requester,
    unit,
    programme,
    origin,
    modelVersion,
    landmarkOn,
    horizonMonths,
  };
  if (!(await ports.store.create({ ...head, rows, lots: lotsOf(request) }))) return undefined;
  await session.close(
    rows.map(({ client }) => client),
    ({ considered: asked, requestId, withheldByReason }) => ({
      kind: 'outreach-list-made',
      at,
      requestId,
      requester,
      listId: head.listId,
      unit,
      asked,
      listed: rows.length,
      withheldByReason,
    }),
  );
  return { status: 'made', list: head, listed: inSteps(rows.length) };
}

/** Somebody asked for, in their place, with what is known of them; without a score, the sources behind one are not. */
interface AskedFor {
  readonly client: string;
  readonly sourcesUsed: string;
  readonly intervention: string | null;
  readonly score: ExplainedScore | undefined;
}

async function askedFor(
  scores: ScoreStore,
  { clients: asked }: OutreachListRequest,
  people: JoinedPeople,
): Promise<AskedFor[]> {
  const clients = onePerPerson(asked, people);
  const known = await scores.explained(clients.map(({ client }) => client));
  return clients.map(({ client, intervention }, place) => {
    const score = known[place];
    return { client, intervention, score, sourcesUsed: score?.sources_used ?? '' };
  });
}

function madeBefore({ rows, lots: _, ...list }: OutreachList): MakeListOutcome {
  return { status: 'made', list, listed: inSteps(rows.length) };
}

/** Of the plan's lots, those of which somebody who drew a place is asked for, whole. */
function lotsOf({ lots, clients }: OutreachListRequest): DrawnPlace[] {
  const asked = new Map(clients.map(({ client, intervention }) => [client, intervention]));
  const isAskedFor = ({ client, intervention }: DrawnPlace) =>
    intervention !== null && asked.get(client) === intervention;
  const meant = new Set(lots.filter(isAskedFor).map(({ lot }) => lot));
  return lots.filter(({ lot }) => meant.has(lot));
}

function rowOf(
  { client, sourcesUsed, intervention, score }: AskedFor,
  request: OutreachListRequest,
  row: number,
  programme: Programme,
  { clearContributions }: ScoreSet,
): OutreachRow {
  if (!score) throw new Error('scores: a released client has no score');
  const horizon = programme.horizonsMonths.indexOf(request.horizonMonths) === 0 ? 'h1' : 'h2';
  return {
    row,
    client,
    sourcesUsed,
    serviceLanguage: ServiceLanguage.parse(score.service_language),
    ageBand: ageBand(score.age_years),
    municipality: score.municipality,
    intervention,
    reasons: toldReasons(score, horizon, request.reasonsShown, clearContributions),
    changeable: changeableFactors(score),
  };
}
