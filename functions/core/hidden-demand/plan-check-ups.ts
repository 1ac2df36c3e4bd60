import type {
  CheckUpOffer,
  CheckUpPlan,
  CheckUpPlanRequest,
} from '../../../data-contracts/schemas/check-up-plan.ts';
import type { HiddenDemandRow } from '../../../data-contracts/schemas/hidden-demand.ts';
import { currency, type Intervention } from '../../../data-contracts/schemas/intervention.ts';
import type { PriceIndex } from '../../../data-contracts/schemas/price-index.ts';
import type { HiddenDemandRule, Programme } from '../../../data-contracts/schemas/programme.ts';
import { FeatureValues } from '../../../data-contracts/schemas/risk-score.ts';
import { type Allocation, allocate } from '../../../models/economics/allocate.ts';
import { meetsRule } from '../plan/meets-rule.ts';
import { offeredInterventions } from '../plan/offered-interventions.ts';
import { toldShare } from '../plan/plan-figures.ts';
import type { ScoreStore } from '../ports/score-store.ts';
import type { Occasion, QuestionRefused } from '../release/gate-question.ts';
import { releaseLikeliest } from '../release/release-likeliest.ts';
import {
  type DrawnCheckUp,
  drawnCheckUp,
  placesWithin,
  spendingOn,
  toldCheckUp,
} from './check-up-figures.ts';
import { expectedStarts } from './expected-starts.ts';
import {
  askOfHidden,
  closeHidden,
  type HiddenQuestion,
  type HiddenQuestionPorts,
} from './hidden-question.ts';
import { type HiddenWords, listedRow, strengthOf, toldStrength } from './listed-row.ts';

export interface CheckUpPorts extends HiddenQuestionPorts, HiddenWords {
  readonly programme: Programme;
  /** Opened once the question may be asked. */
  readonly scores: () => Promise<Pick<ScoreStore, 'describe' | 'explained'>>;
  /** The shipped catalogues, or the county's own. */
  readonly interventions: readonly Intervention[];
  readonly priceIndex: PriceIndex;
}

export type CheckUpOutcome =
  | { readonly status: 'planned'; readonly plan: CheckUpPlan }
  | QuestionRefused
  | { readonly status: 'not-in-programme' };

/**
 * Plans who of those worth a check-up should be offered one, within budget and places: those with the strongest reason
 * as it is told, by lot among equals at the last places. What it costs, whom it reaches and how many of them are
 * expected to begin heavy services as things are; no effect of the check-up, and nobody's own risk.
 * @throws PlanFault where the catalogue cannot be planned with; as askOfHidden
 */
export async function planCheckUps(
  ports: CheckUpPorts,
  request: CheckUpPlanRequest,
  occasion: Occasion,
): Promise<CheckUpOutcome> {
  const { programme } = ports;
  const rule = programme.hiddenDemand;
  if (rule === undefined) return { status: 'not-in-programme' };
  const question = await askOfHidden(ports, request, occasion, partsOf(request));
  if (question.status === 'refused') return question;
  const checkUp = drawnCheckUp(offeredCheckUp(ports, rule, request), programme, request);
  const people = await peopleWhoFit(question, checkUp);
  const allocation = offersTo(people, request, checkUp);
  const places = [...people.keys()];
  const offered = places.filter((place) => allocation.chosen[place] === 0);
  const drewNothing = places.filter(
    (place) => allocation.isDrawnByLot[place] === 1 && allocation.chosen[place] !== 0,
  );
  const clientsAt = (some: readonly number[]) => some.map((place) => people[place]!.client);
  const likely = people
    .map((row, place) => ({ ...row, probabilityOffered: allocation.probabilityServed[place]! }))
    .filter(({ probabilityOffered }) => probabilityOffered > 0);
  const starts = await expectedStarts(await ports.scores(), question.set, likely, programme);
  await closeHidden(question, request, clientsAt([...offered, ...drewNothing]));
  const rowOf = (place: number, rank: number): CheckUpOffer => {
    const row = people[place]!;
    const asked = { ...request, reasonsShown: 0 };
    const { speaksForIt: _, ...told } = listedRow(row, asked, rule, ports, question.isSmall(row));
    const isDrawnByLot = allocation.isDrawnByLot[place] === 1;
    return { rank, ...told, intervention: checkUp.offered.entry.id, isDrawnByLot };
  };
  const parts = { rows: offered.map((place, at) => rowOf(place, at + 1)), starts, checkUp };
  return {
    status: 'planned',
    plan: { ...answerOf(question, request, programme, parts), lots: lotsOf(people, allocation, checkUp) },
  };
}

/** What is asked, apart from who asks, in which words it is to be answered, and by which draws. */
const partsOf = ({ requester: _, language: __, seed: ___, draws: ____, ...parts }: CheckUpPlanRequest) => ({
  ...parts,
  plans: true,
});

function offeredCheckUp(
  { interventions, programme, priceIndex }: CheckUpPorts,
  { checkUp }: HiddenDemandRule,
  { intervention = checkUp, places }: CheckUpPlanRequest,
) {
  const asked = {
    interventions: [intervention],
    capacity: places === undefined ? {} : { [intervention]: places },
  };
  return offeredInterventions(interventions, programme, asked, priceIndex)[0]!;
}

/** Of those with the reason whom the gate releases, those whom the check-up's rule fits, strongest first. */
async function peopleWhoFit(
  { session, store, eligible, strongestFirst }: HiddenQuestion,
  { offered: { entry } }: DrawnCheckUp,
): Promise<HiddenDemandRow[]> {
  if (eligible === 'suppressed') return [];
  const everybody = { limit: Number.POSITIVE_INFINITY, thresholdProbability: 0 };
  const released = await releaseLikeliest(session, strongestFirst(), everybody);
  return (await store.explained(released)).filter((row): row is HiddenDemandRow => {
    if (!row) throw new Error('hidden demand: somebody found has no row');
    const values = FeatureValues.parse(JSON.parse(row.feature_values));
    return meetsRule((feature) => values[feature] ?? Number.NaN, entry.eligibility.all);
  });
}

/** The strongest get the places there are; who is told as equally strong draws lots. */
const offersTo = (
  people: readonly HiddenDemandRow[],
  { reason, budgetCents, seed }: CheckUpPlanRequest,
  { offered }: DrawnCheckUp,
): Allocation =>
  allocate({
    clients: people.length,
    interventions: 1,
    // who is found at all is worth one
    benefit: Float64Array.from(people, (row) => 1 + toldStrength(strengthOf(row, reason))),
    costCents: Float64Array.of(0),
    budgetCents: 0,
    capacity: [placesWithin(offered, budgetCents)],
    seed,
  });

const lotsOf = (
  people: readonly HiddenDemandRow[],
  { chosen, isDrawnByLot, lotOf, probabilityServed }: Allocation,
  { offered: { entry } }: DrawnCheckUp,
): CheckUpPlan['lots'] =>
  [...people.keys()]
    .filter((place) => isDrawnByLot[place] === 1)
    .map((place) => ({
      lot: lotOf[place]!,
      client: people[place]!.client,
      intervention: chosen[place] === 0 ? entry.id : null,
      probabilityOffered: toldShare(probabilityServed[place]!),
    }));

interface Parts {
  readonly rows: CheckUpPlan['rows'];
  readonly starts: CheckUpPlan['expectedStarts'];
  readonly checkUp: DrawnCheckUp;
}

function answerOf(
  { session, set, eligible, withheld }: HiddenQuestion,
  request: CheckUpPlanRequest,
  programme: Programme,
  { rows, starts, checkUp }: Parts,
): Omit<CheckUpPlan, 'lots'> {
  const notes: CheckUpPlan['notes'] = ['tells-no-savings'];
  if (checkUp.offered.isDemonstration) notes.push('demonstration-values');
  if (eligible === 'suppressed') notes.push('too-few-to-show');
  else if (rows.length === 0) notes.push('nobody-offered');
  else if (starts === null) notes.push('starts-not-told');
  return {
    origin: set.origin,
    programme: programme.id,
    outcomeName: programme.outcomeName,
    version: set.version,
    landmarkOn: set.landmarkOn,
    askedAt: session.at,
    request,
    language: request.language,
    reason: request.reason,
    currency,
    priceYear: programme.outcomeCost.priceYear,
    intervention: toldCheckUp(checkUp, request.language),
    rows,
    ...spendingOn(rows.length, checkUp, request.budgetCents),
    expectedStarts: starts,
    eligible,
    withheld,
    notes,
  };
}
