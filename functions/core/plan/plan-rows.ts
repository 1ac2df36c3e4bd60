import type { Plan, PlanRow } from '../../../data-contracts/schemas/plan.ts';
import type { PlanRequest } from '../../../data-contracts/schemas/plan-request.ts';
import { ageBand } from '../../../data-contracts/vocabularies/age-bands.ts';
import { courseOf } from '../../../models/economics/client-benefit.ts';
import { ClientDraws } from '../../../models/economics/client-draws.ts';
import { ClientLives } from '../../../models/economics/client-lives.ts';
import { startsWithin } from '../../../models/economics/course.ts';
import { summaryOfDraws } from '../../../models/economics/drawn-change.ts';
import type { MadePlan } from './make-plan.ts';
import { harmingShare, savingShare, toldShare } from './plan-figures.ts';

/** Draws behind the probabilities of single clients: so many over the whole list, and for each within bounds. */
const drawsOfAll = 1_000_000;
const drawsOfClient = { least: 100, most: 400 };

/** The offers, those expected to be worth most first; equals in the order of their pseudonyms. */
export function planRows(
  made: MadePlan,
  request: Pick<PlanRequest, 'draws' | 'seed'>,
  horizonsMonths: readonly [number, number],
  discountRatePerYear: number,
): Omit<PlanRow, 'serviceStatus'>[] {
  const { offered, draws, population, plan, netBenefit } = made;
  const { chosen } = plan.allocation;
  const worthOf = (client: number) => netBenefit[client * offered.length + chosen[client]!]!;
  const clients = [...chosen.keys()].filter((client) => chosen[client]! >= 0);
  clients.sort((a, b) => worthOf(b) - worthOf(a) || a - b);
  const { least, most } = drawsOfClient;
  const shared = Math.floor(drawsOfAll / Math.max(1, clients.length));
  const perClient = Math.min(request.draws, most, Math.max(least, shared));
  const frame = { horizonMonths: horizonsMonths[1], discountRatePerYear };
  const { months } = population.grid;
  const drawn = offered.map(({ uncertain }) => ({
    means: new ClientDraws(uncertain, draws, perClient, frame, months),
    lives: new ClientLives(uncertain, draws, perClient, frame, months, request.seed),
  }));
  return clients.map((client, place) => planRow(made, client, place + 1, horizonsMonths, drawn));
}

function planRow(
  { population, offered, plan, worth }: MadePlan,
  client: number,
  rank: number,
  horizonsMonths: readonly [number, number],
  drawn: readonly { readonly means: ClientDraws; readonly lives: ClientLives }[],
): Omit<PlanRow, 'serviceStatus'> {
  const { chosen, isDrawnByLot } = plan.allocation;
  const at = chosen[client]!;
  const { ageYears, ...who } = population.who(client);
  const ahead = population.ahead(client);
  const course = courseOf(ahead, {});
  const probabilityBy = (months: number) => asProbability(startsWithin(course, months));
  const { totalCents, homeMonths } = drawn[at]!.means.changeOf(ahead);
  const { costsFall, homeMonthsFall } = drawn[at]!.lives.chancesOf(ahead);
  return {
    rank,
    client: who.client,
    ageBand: ageBand(ageYears),
    municipality: who.municipality,
    intervention: offered[at]!.entry.id,
    probability: [probabilityBy(horizonsMonths[0]), probabilityBy(horizonsMonths[1])],
    offerCents: Math.round(worth.offerCents[at]!),
    totalCents: Math.round(summaryOfDraws(totalCents).mean) + 0,
    homeMonths: Math.round(summaryOfDraws(homeMonths).mean * 100) / 100 + 0,
    probabilitySavesMoney: savingShare(totalCents),
    probabilityHarms: harmingShare(homeMonths),
    chanceSavesMoney: toldShare(costsFall),
    chanceHarms: toldShare(homeMonthsFall),
    isDrawnByLot: isDrawnByLot[client] === 1,
  };
}

const asProbability = (probability: number) => Math.round(Math.min(1, probability) * 1e4) / 1e4;

/** Equals among whom lots were drawn: who won a place and who did not, and with what probability. */
export function planLots({ population, offered, plan }: MadePlan): Plan['lots'] {
  const { chosen, isDrawnByLot, lotOf, probabilityServed } = plan.allocation;
  return [...chosen.keys()]
    .filter((client) => isDrawnByLot[client] === 1)
    .map((client) => ({
      lot: lotOf[client]!,
      client: population.who(client).client,
      intervention: offered[chosen[client]!]?.entry.id ?? null,
      probabilityOffered: toldShare(probabilityServed[client]!),
    }));
}
