import type { Preset } from '../../../data-contracts/schemas/asked-people.ts';
import { notTold, type ToldStatus } from '../../../data-contracts/schemas/cohort.ts';
import type { Intervention } from '../../../data-contracts/schemas/intervention.ts';
import type { Plan } from '../../../data-contracts/schemas/plan.ts';
import { maximumOffers, type PlanRequest } from '../../../data-contracts/schemas/plan-request.ts';
import type { PriceIndex } from '../../../data-contracts/schemas/price-index.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { UnitCost } from '../../../data-contracts/schemas/unit-cost.ts';
import type { KeptAnswers } from '../ports/kept-answers.ts';
import type { PlanningScores } from '../ports/planning-scores.ts';
import type { RankedClient } from '../ports/score-store.ts';
import { askablePopulation } from '../release/askable-population.ts';
import type { Occasion, QuestionRefused } from '../release/gate-question.ts';
import { aboutWhom, meantPeople, type PresetRefused, plainTerms } from '../release/meant-people.ts';
import { askMeteredGate, type MeteredGatePorts } from '../release/metered-gate.ts';
import { releaseLikeliest } from '../release/release-likeliest.ts';
import { askable, filterOf, type SafePopulation } from '../release/safe-population.ts';
import { withheldOfDay } from '../release/withheld-of-day.ts';
import { makePlan } from './make-plan.ts';
import { indexRatio, type OfferedIntervention, offeredInterventions } from './offered-interventions.ts';
import { emptyPlan, type PlanQuestion, planAnswer } from './plan-answer.ts';
import { PlanFault } from './plan-fault.ts';
import { type PlanPopulation, readPopulation } from './plan-population.ts';

export interface PlanPorts extends MeteredGatePorts {
  readonly answers: KeptAnswers;
  /** Throws where a plan over so many is more than whoever asks can wait for. */
  readonly refuseTooMany?: (people: number) => void;
  readonly scores: PlanningScores;
  readonly programme: Programme;
  /** The shipped catalogues and examples, or the county's own. */
  readonly interventions: readonly Intervention[];
  readonly unitCosts: readonly UnitCost[];
  readonly priceIndex: PriceIndex;
  /** Whom the county asks about by name. */
  readonly presets: readonly Preset[];
}

export type PlanOutcome =
  | { readonly status: 'planned'; readonly plan: Plan }
  | QuestionRefused
  | PresetRefused;

/**
 * Plans who should be offered which intervention, of those whom the release gate lets through: asks it about
 * everybody who fits the question, reads the curves of the released alone, chooses offers within budget and
 * places, values them with everything uncertain drawn, and returns nothing that the audit log does not hold.
 * @throws PlanFault where the catalogue or the budget cannot be planned with
 * @throws IdentityCodeAsRequester before anything is written
 */
export async function requestPlan(
  ports: PlanPorts,
  wanted: PlanRequest,
  occasion: Occasion,
): Promise<PlanOutcome> {
  const { programme, scores } = ports;
  const meant = meantPeople(wanted, ports.presets);
  if (meant.status !== 'meant') return meant;
  const request = meant.question;
  const { purpose, requester } = request;
  const originOf = async () => (await scores.describe()).origin;
  const question = { useCase: 'ask-plan', purpose, requester, originOf, occasion, asked: request } as const;
  const session = await askMeteredGate(ports, question, partsOf(request));
  if (session.status === 'refused') return session;
  const offered = offeredInterventions(ports.interventions, programme, request, ports.priceIndex);
  refuseWithoutEffect(offered);
  const scoreSet = await scores.describe();
  const filter = filterOf(request);
  const people = await askablePopulation(session, scores, scoreSet, ports.limits);
  ports.refuseTooMany?.(people.fitting(filter));
  const withheld = await withheldOfDay(ports.answers, session, scoreSet, scores.inOrderOfClient({}));
  const eligible = people.eligible(filter);
  const about = aboutWhom(request, ports.presets, scoreSet);
  const statuses = new Map<string, ToldStatus>();
  const statusOf = (client: string) => statuses.get(client) ?? notTold;
  const asked = { session, programme, request, about, scoreSet, eligible, people, statusOf, withheld };
  const inOrder = askable(scores.inOrderOfClient(filter), people, filter);
  const released =
    eligible === 'suppressed'
      ? []
      : await releaseLikeliest(session, notingStatus(inOrder, people, statuses), everybody);
  const plan = eligible === 'suppressed' ? emptyPlan(asked) : await planFor(ports, asked, released, offered);
  const { modelVersion } = scoreSet;
  await session.close(shownIn(plan), (closing) => ({
    kind: 'plan-released',
    ...closing,
    request,
    modelVersion,
    eligible: people.fitting(filter),
    offered: plan.rows.length,
  }));
  return { status: 'planned', plan };
}

/** What is asked, apart from who asks, in which words it is to be answered, and by which draws. */
const partsOf = ({ requester: _, language: __, seed: ___, draws: ____, ...parts }: PlanRequest) =>
  plainTerms(parts);

/** The same clients; of each it is kept what may be told of their service status. */
async function* notingStatus(
  batches: AsyncIterable<readonly RankedClient[]>,
  people: SafePopulation,
  statuses: Map<string, ToldStatus>,
): AsyncGenerator<readonly RankedClient[]> {
  for await (const batch of batches) {
    for (const who of batch)
      if (who.serviceStatus && people.tellsStatus(who)) statuses.set(who.client, who.serviceStatus);
    yield batch;
  }
}

const everybody = { limit: Number.POSITIVE_INFINITY, thresholdProbability: 0 };

/** Everyone shown, offers first, then those who lost a draw. */
const shownIn = ({ rows, lots }: Plan): string[] => [
  ...rows.map(({ client }) => client),
  ...lots.filter(({ intervention }) => intervention === null).map(({ client }) => client),
];

async function planFor(
  ports: PlanPorts,
  asked: PlanQuestion,
  released: readonly string[],
  offered: readonly OfferedIntervention[],
): Promise<Plan> {
  const { programme, request } = asked;
  const hospitalDay = hospitalCentsPerDay(ports);
  const population = await readPopulation(ports.scores, released, offered, hospitalDay);
  refuseNobodyEligible(request, offered, population);
  const made = makePlan(programme, request, offered, population);
  if (made.plan.allocation.served > maximumOffers) {
    throw new PlanFault(
      `budget: buys ${made.plan.allocation.served} offers, and a plan has at most ${maximumOffers}; ask for a part of the county`,
    );
  }
  return planAnswer(asked, made);
}

function hospitalCentsPerDay({ unitCosts, priceIndex, programme }: PlanPorts): number {
  const unitCost = unitCosts.find(
    ({ serviceGroup, per }) => serviceGroup === 'hospital-stay' && per === 'day',
  );
  if (!unitCost) throw new PlanFault('unit costs: no price of a day of hospital-stay');
  const { unitCostId, priceYear, amountCents } = unitCost;
  const prices = indexRatio(
    priceIndex,
    priceYear,
    programme.outcomeCost.priceYear,
    `unit cost ${unitCostId}`,
  );
  return amountCents * prices;
}

/** What has no effect is worth its price to nobody: whom it reaches is another question. */
function refuseWithoutEffect(offered: readonly OfferedIntervention[]): void {
  const without = offered.find(({ entry }) => entry.effects.length === 0);
  if (without)
    throw new PlanFault(
      `intervention ${without.entry.id}: no effect of it is known, so no plan of savings can be made; ask for people worth a check-up`,
    );
}

/** Nobody fits any rule, or not the rule of an intervention that was asked for by name. */
function refuseNobodyEligible(
  { interventions }: PlanRequest,
  offered: readonly OfferedIntervention[],
  population: PlanPopulation,
): void {
  const without = offered.filter((_, at) => !population.hasEligible(at));
  const isAsked = interventions !== undefined || without.length === offered.length;
  const [first] = without;
  if (!first || !isAsked) return;
  const rule = first.entry.eligibility.all
    .map(({ feature, atLeast, atMost }) =>
      [feature, atLeast === undefined ? '' : `≥ ${atLeast}`, atMost === undefined ? '' : `≤ ${atMost}`]
        .filter(Boolean)
        .join(' '),
    )
    .join(', ');
  throw new PlanFault(
    `intervention ${first.entry.id}: no eligible client; its rule is ${rule || 'everybody'}`,
  );
}
