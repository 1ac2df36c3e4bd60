import { createHash } from 'node:crypto';
import type { Intervention } from '../../../data-contracts/schemas/intervention.ts';
import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import type { Plan } from '../../../data-contracts/schemas/plan.ts';
import { maximumOffers, type PlanRequest } from '../../../data-contracts/schemas/plan-request.ts';
import type { PriceIndex } from '../../../data-contracts/schemas/price-index.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { RefusalReason } from '../../../data-contracts/schemas/refusal-reason.ts';
import type { UnitCost } from '../../../data-contracts/schemas/unit-cost.ts';
import { type ClientsConsidered, considerClients } from '../cohort/consider-clients.ts';
import type { CohortOccasion } from '../cohort/request-cohort.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { PlanningScores } from '../ports/planning-scores.ts';
import type { ScoreFilter } from '../ports/score-store.ts';
import { refuseClockSetBack } from '../release/clock-set-back.ts';
import { refusalOfEveryone } from '../release/decide-release.ts';
import { legalBasesInUse } from '../release/legal-bases-in-use.ts';
import { refuseIdentityCodeAsRequester } from '../release/no-identity-codes.ts';
import type { StandingSources } from '../release/release-in-order.ts';
import { smallestCell } from '../release/small-cells.ts';
import { makePlan } from './make-plan.ts';
import { indexRatio, type OfferedIntervention, offeredInterventions } from './offered-interventions.ts';
import { emptyPlan, type PlanQuestion, planAnswer } from './plan-answer.ts';
import { PlanFault } from './plan-fault.ts';
import { type PlanPopulation, readPopulation } from './plan-population.ts';

export interface PlanPorts extends StandingSources {
  readonly scores: PlanningScores;
  readonly audit: AuditLog;
  readonly programme: Programme;
  /** The shipped catalogues and examples, or the county's own. */
  readonly interventions: readonly Intervention[];
  readonly unitCosts: readonly UnitCost[];
  readonly priceIndex: PriceIndex;
  readonly legalBases: readonly LegalBasis[];
}

export type PlanOutcome =
  | { readonly status: 'planned'; readonly plan: Plan }
  | { readonly status: 'refused'; readonly reason: RefusalReason };

/**
 * Plans who should be offered which intervention, of those whom the release gate lets through: asks it about
 * everybody who fits the question, reads the curves of the released alone, chooses offers within budget and
 * places, values them with everything uncertain drawn, and returns nothing that the audit log does not hold.
 * @throws PlanFault where the catalogue or the budget cannot be planned with
 * @throws IdentityCodeAsRequester before anything is written
 */
export async function requestPlan(
  ports: PlanPorts,
  request: PlanRequest,
  occasion: CohortOccasion,
): Promise<PlanOutcome> {
  const { at, requestId, isAsOf } = occasion;
  refuseIdentityCodeAsRequester(request.requester);
  if (!isAsOf) await refuseClockSetBack(ports.audit, at);
  const { programme, scores } = ports;
  const offered = offeredInterventions(ports.interventions, programme, request, ports.priceIndex);
  const scoreSet = await scores.describe();
  const legalBases = legalBasesInUse(ports.legalBases, scoreSet.origin);
  const { purpose, requester } = request;
  const question = { useCase: 'ask-plan', purpose, requester, at, isAsOf } as const;
  const reason = refusalOfEveryone(question, legalBases);
  if (reason) {
    await ports.audit.append([{ kind: 'plan-refused', at, requestId, request, reason }]);
    return { status: 'refused', reason };
  }
  const filter = filterOf(request);
  const eligible = await scores.count(filter);
  const considered =
    eligible < smallestCell
      ? nobodyConsidered
      : await considerClients(ports, scores.inOrderOfClient(filter), {
          question,
          legalBases,
          requestId,
          limit: Number.POSITIVE_INFINITY,
          thresholdProbability: 0,
        });
  const asked = { at, programme, request, scoreSet, eligible, considered, legalBases };
  const plan = eligible < smallestCell ? emptyPlan(asked) : await planFor(ports, asked, offered);
  await ports.audit.append([releasedEntry(requestId, asked, plan)]);
  return { status: 'planned', plan };
}

async function planFor(
  ports: PlanPorts,
  asked: PlanQuestion,
  offered: readonly OfferedIntervention[],
): Promise<Plan> {
  const { programme, request, considered } = asked;
  const hospitalDay = hospitalCentsPerDay(ports);
  const population = await readPopulation(ports.scores, considered.released, offered, hospitalDay);
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

const nobodyConsidered: ClientsConsidered = { considered: 0, released: [], withheld: new Map() };

const filterOf = ({ municipalities, fromAgeYears, toAgeYears }: PlanRequest): ScoreFilter => ({
  municipalities,
  fromAgeYears,
  toAgeYears,
});

/** What the audit log keeps of a plan; the digest is over everyone shown, offers first. */
function releasedEntry(
  requestId: string,
  { at, request, scoreSet, eligible, considered }: PlanQuestion,
  { rows, lots }: Plan,
) {
  const pseudonyms = createHash('sha256');
  for (const { client } of rows) pseudonyms.update(`${client}\n`);
  for (const { client, intervention } of lots) if (intervention === null) pseudonyms.update(`${client}\n`);
  return {
    kind: 'plan-released' as const,
    at,
    requestId,
    request,
    modelVersion: scoreSet.modelVersion,
    eligible,
    considered: considered.considered,
    released: considered.released.length,
    offered: rows.length,
    withheldByReason: Object.fromEntries([...considered.withheld].filter(([, count]) => count > 0)),
    pseudonymsSha256: pseudonyms.digest('hex'),
  };
}
