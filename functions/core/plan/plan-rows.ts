import type { Plan, PlanRow } from '../../../data-contracts/schemas/plan.ts';
import { ageBand } from '../../../data-contracts/vocabularies/age-bands.ts';
import { type DrawnChange, shareOfDraws, summaryOfDraws } from '../../../models/economics/drawn-change.ts';
import type { MadePlan } from './make-plan.ts';
import { groupOfOne } from './offered-groups.ts';
import { toldShare } from './plan-figures.ts';

/** Draws behind one client's probabilities: enough for the first digit that is told. */
const drawsOfClient = 400;

/** The offers, those expected to be worth most first; equals in the order of their pseudonyms. */
export function planRows(made: MadePlan, horizonsMonths: readonly [number, number]): PlanRow[] {
  const { chosen } = made.plan.allocation;
  const worthOf = (client: number) => made.worth.netBenefit[client * made.offered.length + chosen[client]!]!;
  const clients = [...chosen.keys()].filter((client) => chosen[client]! >= 0);
  clients.sort((a, b) => worthOf(b) - worthOf(a) || a - b);
  return clients.map((client, place) => planRow(made, client, place + 1, horizonsMonths));
}

function planRow(
  { population, offered, plan, frame }: MadePlan,
  client: number,
  rank: number,
  horizonsMonths: readonly [number, number],
): PlanRow {
  const { chosen, isDrawnByLot } = plan.allocation;
  const intervention = offered[chosen[client]!]!;
  const group = groupOfOne(population, intervention, client);
  const { ageYears, ...who } = population.who(client);
  const starts = (months: number) =>
    group.profile.without.starts.subarray(0, months).reduce((sum, mass) => sum + mass, 0);
  return {
    rank,
    client: who.client,
    ageBand: ageBand(ageYears),
    municipality: who.municipality,
    intervention: intervention.entry.id,
    probability: [toldProbability(starts(horizonsMonths[0])), toldProbability(starts(horizonsMonths[1]))],
    ...clientFigures(frame.ofClient(group, drawsOfClient)),
    isDrawnByLot: isDrawnByLot[client] === 1,
  };
}

const toldProbability = (probability: number) => Math.round(Math.min(1, probability) * 1e4) / 1e4;

function clientFigures({ interventionCents, totalCents, homeMonths }: DrawnChange) {
  const mean = (values: Float64Array) => summaryOfDraws(values).mean;
  return {
    interventionCents: Math.round(mean(interventionCents)),
    totalCents: Math.round(mean(totalCents)) + 0,
    homeMonths: Math.round(mean(homeMonths) * 100) / 100 + 0,
    probabilitySavesMoney: toldShare(shareOfDraws(totalCents, (cents) => cents < 0)),
    probabilityHarms: toldShare(shareOfDraws(homeMonths, (months) => months < -1e-9)),
  };
}

/** Equals among whom lots were drawn: who won a place and who did not, and with what probability. */
export function planLots({ population, plan }: MadePlan): Plan['lots'] {
  const { chosen, isDrawnByLot, probabilityServed } = plan.allocation;
  return [...chosen.keys()]
    .filter((client) => isDrawnByLot[client] === 1)
    .map((client) => ({
      client: population.who(client).client,
      isOffered: chosen[client]! >= 0,
      probabilityOffered: toldShare(probabilityServed[client]!),
    }));
}
