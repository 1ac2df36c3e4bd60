import type { SafeCount } from '../../../data-contracts/schemas/cohort.ts';
import type { OutreachPreviewRequest } from '../../../data-contracts/schemas/outreach-list.ts';
import { MissingReason } from '../../../data-contracts/schemas/outreach-list.ts';
import type { RefusalReason } from '../../../data-contracts/schemas/refusal-reason.ts';
import type { ScoreStore } from '../ports/score-store.ts';
import type { UnitRegister } from '../ports/unit-register.ts';
import { peopleOf } from '../release/access-in-log.ts';
import { countInSteps } from '../release/counts-in-steps.ts';
import { coverGroupsOf, groupOf } from '../release/cover-groups.ts';
import type { AskedClient, QuestionRefused } from '../release/gate-question.ts';
import { dayInFinland, startOfDayInFinland } from '../release/instant-order.ts';
import { askMeteredGate, type MeteredGatePorts } from '../release/metered-gate.ts';
import { readOnce } from '../release/read-once.ts';
import type { ReleaseSession } from '../release/release-session.ts';
import { inSteps, SafePopulation } from '../release/safe-population.ts';
import { hiddenUseOf } from './hidden-use.ts';
import { followedLists, occupiedClients, onePerPerson } from './occupied-clients.ts';
import type { OutreachPorts } from './outreach-ports.ts';

export interface PreviewPorts extends OutreachPorts, MeteredGatePorts {
  readonly scores: ScoreStore;
  readonly units: UnitRegister;
}

/** How many of those asked about a team may contact, and how many are missing, by what is missing first. */
export interface UnitPreview {
  readonly unit: string;
  readonly mayBeContacted: SafeCount;
  readonly missing: ReadonlyArray<{ readonly name: MissingReason; readonly count: SafeCount }>;
}

export type PreviewOutcome =
  | {
      readonly status: 'previewed';
      /** In steps of five. */
      readonly asked: number;
      /** In the order of the units' ids; those of whose clients none, or hardly any, are asked about are left out. */
      readonly units: readonly UnitPreview[];
    }
  | QuestionRefused
  | { readonly status: 'unknown-unit' };

/**
 * Tells a planner, before a list is made, how many of some people each team may contact. Nobody is released and no
 * list is made. What is told is as it was when the day began in Finland, so that nothing said since moves it, but for
 * whole cover groups; counts are in steps of five, small ones and zero are one and the same, what people have said is
 * one reason with whatever else it could be, and there is no total to subtract from. Metered as every question.
 */
export async function previewOutreachList(
  ports: PreviewPorts,
  request: OutreachPreviewRequest,
): Promise<PreviewOutcome> {
  const { requester, clients, ...parts } = request;
  const still = readOnce(ports);
  const session = await askMeteredGate(
    { ...ports, ...still },
    {
      useCase: 'make-outreach-list',
      requester,
      words: { unit: request.unit },
      further: hiddenUseOf(request.programme, clients),
      originOf: async () => (await ports.scores.describe()).origin,
    },
    { ...parts, preview: true, clients: clients.map(({ client }) => client).sort() },
  );
  if (session.status === 'refused') return session;
  const day = dayInFinland(session.at);
  const today = await ports.units.unitsOn(day);
  if (request.unit !== undefined && !today.includes(request.unit)) return { status: 'unknown-unit' };
  const people = await askedAbout(ports.scores, onePerPerson(clients, await peopleOf(ports)));
  const first = await firstReasons(ports, session, request, people);
  const units: UnitPreview[] = [];
  for (const unit of request.unit === undefined ? today : [request.unit]) {
    const reasons = await session.reasonsAt(startOfDayInFinland(day), people, teamOpens(unit));
    const preview = counted(
      unit,
      people.map(({ client }, place) => first.get(client) ?? classOf(reasons[place])),
    );
    if (request.unit === unit || preview.mayBeContacted !== 'suppressed') units.push(preview);
  }
  await session.close([], (closing) => ({
    kind: 'question-closed',
    ...closing,
    requester,
    useCase: 'make-outreach-list',
  }));
  return { status: 'previewed', asked: inSteps(clients.length), units };
}

/** The team's question, as if it opened a list of them. */
const teamOpens = (unit: string) =>
  ({
    useCase: 'open-outreach-list',
    requester: { id: 'team', role: 'prevention-worker', unit },
    subject: { unit },
  }) as const;

async function askedAbout(
  scores: ScoreStore,
  clients: OutreachPreviewRequest['clients'],
): Promise<AskedClient[]> {
  const known = await scores.explained(clients.map(({ client }) => client));
  return clients.map(({ client }, place) => ({ client, sourcesUsed: known[place]?.sources_used ?? '' }));
}

/** What holds for every team: who is left out with others, is on a list or was contacted lately. */
async function firstReasons(
  ports: PreviewPorts,
  session: ReleaseSession,
  { quietDays }: OutreachPreviewRequest,
  people: readonly AskedClient[],
): Promise<ReadonlyMap<string, MissingReason>> {
  const { landmarkOn } = await ports.scores.describe();
  const scored = new SafePopulation(await ports.scores.cells([])).people;
  const cover = coverGroupsOf(landmarkOn, scored, ports.limits.coverGroup);
  const leftOut = await session.leaveOutInGroups(cover);
  const lists = await followedLists(ports.store);
  const occupied = occupiedClients(lists, quietDays, session.at, await peopleOf(ports));
  return new Map(
    people.flatMap(({ client }): [string, MissingReason][] => {
      if (leftOut.has(groupOf(client, cover))) return [[client, 'no-consent']];
      return occupied.has(client) ? [[client, 'contacted-already']] : [];
    }),
  );
}

const classes: Partial<Record<RefusalReason, MissingReason>> = {
  'no-legal-basis': 'no-legal-basis',
  'no-legal-basis-for-source': 'no-legal-basis',
  'no-client-relationship': 'no-relationship',
  'no-relationship-with-county': 'no-relationship',
};

/** What somebody has said is told of with whatever else keeps a person out, so that a no is nowhere apart. */
const classOf = (reason: RefusalReason | undefined): MissingReason | undefined =>
  reason && (classes[reason] ?? 'no-consent');

function counted(unit: string, reasons: readonly (MissingReason | undefined)[]): UnitPreview {
  const count = (wanted: MissingReason | undefined) =>
    countInSteps(reasons.filter((reason) => reason === wanted).length);
  return {
    unit,
    mayBeContacted: count(undefined),
    missing: MissingReason.options.map((name) => ({ name, count: count(name) })),
  };
}
