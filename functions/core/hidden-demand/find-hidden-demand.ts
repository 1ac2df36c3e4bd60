import type { HiddenDemandRule, Programme } from '../../../data-contracts/schemas/programme.ts';
import type { RefusalReason } from '../../../data-contracts/schemas/refusal-reason.ts';
import type { ServiceStatusRule } from '../../../data-contracts/schemas/service-status-rule.ts';
import { type ClientMonthSummary, clientMonthStation } from '../client-months/build-client-months.ts';
import type { Progress } from '../ports/progress.ts';
import type { Publication, PublicationStore } from '../ports/publication-store.ts';
import type { HiddenDemandWriter } from '../ports/score-writer.ts';
import { fromWhatStands, type MadeRun, publishOnce, type StationRun } from '../publish-once.ts';
import { findingHiddenDemand, profiling } from '../release/profiling.ts';
import { requireCurrent } from '../require-current.ts';
import { againWhereSaidNo, SaidNoMeanwhile } from '../risk/unless-said-no.ts';
import { ScoringRefused, type WhoMayBeScoredPorts, whoMayBeScored } from '../risk/who-may-be-scored.ts';
import { whoMayTrain } from '../risk/who-may-train.ts';
import { foundRows, type LookedAt } from './found-rows.ts';
import { teachingLandmarks } from './teaching-landmarks.ts';

export interface FindPorts extends WhoMayBeScoredPorts {
  readonly publications: PublicationStore;
  readonly found: HiddenDemandWriter;
  /** By which rules people have a service status. */
  readonly statusRules: readonly ServiceStatusRule[];
  readonly progress: Progress;
}

export type FindOutcome =
  | { readonly status: 'found'; readonly publication: Publication; readonly wasReused: boolean }
  /** Nobody may be looked at: the county has confirmed no legal basis for it. Who was found before is held no more. */
  | { readonly status: 'off'; readonly reason: RefusalReason }
  | { readonly status: 'not-in-programme' };

const foundFile = 'hidden-demand.parquet';
const seed = 1;

/** The station of those whom a programme has found. */
export const hiddenDemandStation = ({ id }: Pick<Programme, 'id'>) => `hidden-demand/${id}`;

/**
 * Looks for hidden demand among people without service at the latest landmark, of those whom the gate lets be looked
 * at for it; learns from those whom it lets be learnt from. Only who has a reason is written down. Where somebody says
 * no while it is done, it is done again without them before anything is published.
 */
export async function findHiddenDemand(ports: FindPorts, programme: Programme): Promise<FindOutcome> {
  const rule = programme.hiddenDemand;
  if (rule === undefined) return { status: 'not-in-programme' };
  try {
    const find = () => findFromMonths(ports, programme, rule);
    return { status: 'found', ...(await fromWhatStands(() => againWhereSaidNo(find))) };
  } catch (error) {
    if (!(error instanceof ScoringRefused)) throw error;
    await holdNobody(ports, programme);
    return { status: 'off', reason: error.reason };
  }
}

async function findFromMonths(ports: FindPorts, programme: Programme, rule: HiddenDemandRule) {
  const { publications, statusRules } = ports;
  const months = await requireCurrent(publications, clientMonthStation(programme));
  const summary = months.summary as unknown as ClientMonthSummary;
  const mayBe = await whoMayBeScored(ports, months, {}, { ...findingHiddenDemand, further: [profiling] });
  const landmarks = teachingLandmarks(rule, summary);
  const everybody = { landmarks, keeps: () => true, followUpMonths: () => 0 };
  const { requester } = findingHiddenDemand;
  const mayTeach = await whoMayTrain(ports, months, [everybody], { requester, at: ports.clock.now() });
  const withheld = [mayBe.withheldSha256, mayTeach.withheldSha256];
  const lookedAt: LookedAt = {
    months,
    landmarkOn: summary.scoringLandmark,
    withheld: mayBe.withheld,
    teaching: mayTeach.ofThose(everybody),
    statusRules,
    seed,
  };
  const station = stationOf(programme, months, {
    inputs: [months],
    parameters: { rule, statusRules, seed, withheld },
  });
  return publishOnce(publications, station, async (run) => {
    const location = await publications.location(station.station, run, foundFile);
    const rows = await foundRows(ports, programme, rule, lookedAt);
    await ports.found.write(location, inBatches(rows));
    if (!(await mayBe.isStillSo())) throw new SaidNoMeanwhile('hidden demand: found again');
    return { fileNames: [foundFile], summary: summaryOf(lookedAt, mayBe.withheldByReason, rows.length) };
  });
}

const summaryOf = (
  { landmarkOn }: LookedAt,
  withheldFromFinding: Readonly<Record<string, number>>,
  clients: number,
) => ({ clients, landmarkOn, withheldFromFinding });

const stationOf = (
  programme: Programme,
  { origin }: Publication,
  rest: Pick<StationRun, 'inputs' | 'parameters'>,
) => ({
  station: hiddenDemandStation(programme),
  version: '1',
  origin,
  ...rest,
});

/** What was found when it might be looked for is held no longer than it may be. */
async function holdNobody({ publications }: FindPorts, programme: Programme): Promise<void> {
  const current = await publications.current(hiddenDemandStation(programme));
  if (!current || current.files.length === 0) return;
  const { landmarkOn } = current.summary;
  const nobody: MadeRun = { fileNames: [], summary: { clients: 0, landmarkOn, withheldFromFinding: {} } };
  const station = stationOf(programme, current, {
    inputs: [],
    parameters: { offAfter: current.fingerprint },
  });
  await publishOnce(publications, station, async () => nobody);
}

const batchRows = 5_000;

async function* inBatches<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += batchRows) yield rows.slice(from, from + batchRows);
}
