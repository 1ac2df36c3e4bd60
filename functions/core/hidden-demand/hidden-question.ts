import type { CheckUpPlanRequest } from '../../../data-contracts/schemas/check-up-plan.ts';
import type { SafeCount } from '../../../data-contracts/schemas/cohort.ts';
import type { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';
import type { HiddenDemandRow, HiddenReason } from '../../../data-contracts/schemas/hidden-demand.ts';
import type {
  HiddenDemandList,
  HiddenDemandRequest,
} from '../../../data-contracts/schemas/hidden-demand-list.ts';
import type { FoundClient, HiddenDemandSet, HiddenDemandStore } from '../ports/hidden-demand-store.ts';
import type { KeptAnswers } from '../ports/kept-answers.ts';
import type { Dweller, PeopleInCell, RankedClient } from '../ports/score-store.ts';
import { askablePopulation } from '../release/askable-population.ts';
import type { Occasion, QuestionRefused } from '../release/gate-question.ts';
import { askMeteredGate, type MeteredGatePorts } from '../release/metered-gate.ts';
import type { ReleaseSession } from '../release/release-session.ts';
import { askable, filterOf, isWhole, type SafePopulation } from '../release/safe-population.ts';
import { withheldOfDay } from '../release/withheld-of-day.ts';

export interface HiddenQuestionPorts extends MeteredGatePorts {
  readonly answers: KeptAnswers;
  /** Where the people's data come from; known before anybody has been looked for. */
  readonly originOf: () => Promise<DataOrigin>;
  /** Opened once the question may be asked. */
  readonly hiddenDemand: () => Promise<HiddenDemandStore>;
}

/** About whom, of those worth a check-up, is asked, and by whom. */
type AskedOfHidden = HiddenDemandRequest | CheckUpPlanRequest;

/** A question about those worth a check-up that may be asked. */
export interface HiddenQuestion {
  readonly status: 'open';
  readonly session: ReleaseSession;
  readonly store: HiddenDemandStore;
  readonly set: HiddenDemandSet;
  /** Of those found for any reason, who fit; where they are too few, nobody is asked for. */
  readonly eligible: SafeCount;
  /** Of everybody in the programme, when the day began. */
  readonly withheld: HiddenDemandList['withheld'];
  /** Those who have the reason and may be asked for, strongest first, ties by pseudonym. */
  readonly strongestFirst: () => AsyncIterable<readonly RankedClient[]>;
  /** Whether somebody is one of too few of the found for their municipality and age to be told. */
  readonly isSmall: (row: HiddenDemandRow) => boolean;
}

/**
 * Asks the gate about those found to be worth a check-up: for planning, for profiling and for having been looked at.
 * Off until the county has confirmed its legal bases for it. Everybody found is one partition of cells, whichever
 * reason is asked for, so that a cell is small where few were found in it.
 * @param parts what is asked, by the name of each part
 * @throws IdentityCodeAsRequester before anything is written; NothingPublished when nobody has been looked for
 */
export async function askOfHidden(
  ports: HiddenQuestionPorts,
  request: AskedOfHidden,
  occasion: Occasion,
  parts: Readonly<Record<string, unknown>>,
): Promise<HiddenQuestion | QuestionRefused> {
  const { requester } = request;
  const { originOf } = ports;
  const question = { useCase: 'ask-hidden-demand', requester, originOf, occasion, asked: request } as const;
  const session = await askMeteredGate(ports, question, parts);
  if (session.status === 'refused') return session;
  const store = await ports.hiddenDemand();
  const set = await store.describe();
  const found = await store.found();
  const population = await askablePopulation(session, cellsOf(found), set, ports.limits);
  const ofSet = { ...set, modelVersion: set.version, withheldFromScoring: set.withheldFromFinding };
  const withheld = await withheldOfDay(ports.answers, session, ofSet, inOneBatch(found));
  return {
    status: 'open',
    session,
    store,
    set,
    eligible: population.eligible(filterOf(request)),
    withheld: {
      total: withheld.total,
      byReason: withheld.cells.map(({ name, count }) => ({ reason: name, count })),
    },
    strongestFirst: () => strongestFirst(found, population, request),
    isSmall: (row) => isWhole(request) && population.isSmall(inCell(row)),
  };
}

/** Writes that the question has been answered with these people. */
export const closeHidden = (
  { session }: HiddenQuestion,
  { requester }: AskedOfHidden,
  shown: readonly string[],
): Promise<void> =>
  session.close(shown, (closing) => ({
    kind: 'question-closed',
    ...closing,
    requester,
    useCase: 'ask-hidden-demand',
  }));

/** All of them are without service: neither their status nor living alone parts a cell. */
const notParted = { serviceStatus: null, livesAlone: null } as const;

const inCell = (row: { readonly municipality: string; readonly age_years: number }) => ({
  municipality: row.municipality,
  ageYears: row.age_years,
});

/** Everybody found, by municipality and whole year of age. */
export const cellsOf = (found: readonly FoundClient[]) => ({
  cells: async (without: readonly (readonly [string, string])[]): Promise<readonly PeopleInCell[]> =>
    found
      .filter(({ client }) => !without.some(([from, before]) => client >= from && client < before))
      .map(({ municipality, ageYears }) => ({
        municipality,
        ageYears: Math.floor(ageYears),
        ...notParted,
        clients: 1,
      })),
});

async function* inOneBatch<Client>(found: readonly Client[]): AsyncGenerator<readonly Client[]> {
  yield found;
}

function strongestFirst(
  found: readonly FoundClient[],
  population: SafePopulation,
  request: AskedOfHidden,
): AsyncIterable<readonly RankedClient[]> {
  const { municipalities, fromAgeYears = 0, toAgeYears = 200, reason } = request;
  const fits = ({ municipality, ageYears }: Pick<Dweller, 'municipality' | 'ageYears'>) =>
    (municipalities === undefined || municipalities.includes(municipality)) &&
    ageYears >= fromAgeYears &&
    ageYears < toAgeYears + 1;
  const ranked = found
    .filter((one) => fits(one) && one.strength[reason] !== null)
    .map((one) => rankedBy(one, reason))
    .sort((one, other) => other.probability - one.probability || (one.client < other.client ? -1 : 1));
  return askable(inOneBatch(ranked), population, filterOf(request));
}

const rankedBy = (
  { client, municipality, ageYears, sourcesUsed, strength }: FoundClient,
  reason: HiddenReason,
): RankedClient => ({
  client,
  municipality,
  ageYears,
  ...notParted,
  sourcesUsed,
  probability: strength[reason]!,
});
