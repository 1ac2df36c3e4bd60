import type { SafeTable } from '../../../data-contracts/schemas/cohort.ts';
import type { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';
import type { HiddenReason } from '../../../data-contracts/schemas/hidden-demand.ts';
import type {
  HiddenDemandList,
  HiddenDemandRequest,
} from '../../../data-contracts/schemas/hidden-demand-list.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { FoundClient, HiddenDemandStore } from '../ports/hidden-demand-store.ts';
import type { KeptAnswers } from '../ports/kept-answers.ts';
import type { Dweller, PeopleInCell, RankedClient } from '../ports/score-store.ts';
import { askablePopulation } from '../release/askable-population.ts';
import type { Occasion, QuestionRefused } from '../release/gate-question.ts';
import { askMeteredGate, type MeteredGatePorts } from '../release/metered-gate.ts';
import { releaseLikeliest } from '../release/release-likeliest.ts';
import { askable, filterOf, isWhole, type SafePopulation } from '../release/safe-population.ts';
import { withheldOfDay } from '../release/withheld-of-day.ts';
import { type HiddenWords, listedRow } from './listed-row.ts';

export interface HiddenDemandPorts extends MeteredGatePorts, HiddenWords {
  readonly answers: KeptAnswers;
  /** Where the people's data come from; known before anybody has been looked for. */
  readonly originOf: () => Promise<DataOrigin>;
  /** Opened once the question may be asked. */
  readonly hiddenDemand: () => Promise<HiddenDemandStore>;
  readonly programme: Programme;
}

export type HiddenDemandOutcome =
  | { readonly status: 'answered'; readonly list: HiddenDemandList }
  | QuestionRefused
  | { readonly status: 'not-in-programme' };

/**
 * Answers who is worth a check-up for a reason, of a programme's people without service: as a cohort is answered, by
 * the same gate, for planning, for profiling and for having been looked at. Off until the county has confirmed its
 * legal bases for it. Everybody found is one partition of cells, whichever reason is asked for.
 * @throws IdentityCodeAsRequester before anything is written; NothingPublished when nobody has been looked for
 */
export async function requestHiddenDemand(
  ports: HiddenDemandPorts,
  request: HiddenDemandRequest,
  occasion: Occasion,
): Promise<HiddenDemandOutcome> {
  const { programme, limits } = ports;
  const rule = programme.hiddenDemand;
  if (rule === undefined) return { status: 'not-in-programme' };
  const { requester } = request;
  const useCase = 'ask-hidden-demand';
  const { originOf } = ports;
  const question = { useCase, requester, originOf, occasion, asked: request } as const;
  const session = await askMeteredGate(ports, question, partsOf(request));
  if (session.status === 'refused') return session;
  const store = await ports.hiddenDemand();
  const set = await store.describe();
  const found = await store.found();
  const population = await askablePopulation(session, cellsOf(found), set, limits);
  const ofSet = { ...set, modelVersion: set.version, withheldFromScoring: set.withheldFromFinding };
  const withheld = await withheldOfDay(ports.answers, session, ofSet, inOneBatch(found));
  const eligible = population.eligible(filterOf(request));
  const released =
    eligible === 'suppressed'
      ? []
      : await releaseLikeliest(session, strongestFirst(found, population, request), {
          limit: request.size,
          thresholdProbability: 0,
        });
  const rows = (await store.explained(released)).map((row) => {
    if (!row) throw new Error('hidden demand: somebody found has no row');
    const isSmall = isWhole(request) && population.isSmall(inCell(row));
    return listedRow(row, request, rule, ports, isSmall);
  });
  await session.close(released, (closing) => ({ kind: 'question-closed', ...closing, requester, useCase }));
  const ranked = rows.map((row, place) => ({ rank: place + 1, ...row }));
  return {
    status: 'answered',
    list: listOf(request, programme, { set, session, ranked, eligible, withheld }),
  };
}

/** What is asked, apart from who asks and in which words it is to be answered. */
const partsOf = ({ requester: _, language: __, reasonsShown: ___, ...parts }: HiddenDemandRequest) => parts;

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

/** Those who have the reason and may be asked for, strongest first, ties by pseudonym. */
function strongestFirst(
  found: readonly FoundClient[],
  population: SafePopulation,
  request: HiddenDemandRequest,
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

interface Parts {
  readonly set: {
    readonly origin: HiddenDemandList['origin'];
    readonly version: string;
    readonly landmarkOn: string;
  };
  readonly session: { readonly at: string };
  readonly ranked: HiddenDemandList['rows'];
  readonly eligible: HiddenDemandList['eligible'];
  readonly withheld: SafeTable;
}

const listOf = (
  { language, reason, size }: HiddenDemandRequest,
  { id }: Programme,
  { set, session, ranked, eligible, withheld }: Parts,
): HiddenDemandList => ({
  origin: set.origin,
  programme: id,
  version: set.version,
  landmarkOn: set.landmarkOn,
  askedAt: session.at,
  language,
  reason,
  rows: ranked,
  eligible,
  withheld: {
    total: withheld.total,
    byReason: withheld.cells.map(({ name, count }) => ({ reason: name, count })),
  },
  notes: eligible === 'suppressed' ? ['too-few-to-show'] : ranked.length < size ? ['fewer-than-asked'] : [],
});
