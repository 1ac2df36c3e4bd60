import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { RiskScore } from '../../../data-contracts/schemas/risk-score.ts';
import { type ClientMonthSummary, clientMonthStation } from '../client-months/build-client-months.ts';
import type { ClientMonthSource, ReadingChoice } from '../ports/client-month-source.ts';
import type { Progress } from '../ports/progress.ts';
import type { Publication, PublicationStore } from '../ports/publication-store.ts';
import type { RiskNetwork, TrainedRiskModel } from '../ports/risk-network.ts';
import type { ScoreWriter } from '../ports/score-writer.ts';
import { publishOnce, type StationRun } from '../publish-once.ts';
import { requireCurrent } from '../require-current.ts';
import { discountRatePerYear, riskScores } from './risk-scores.ts';

export interface ScorePorts {
  readonly publications: PublicationStore;
  readonly clientMonths: ClientMonthSource;
  readonly network: RiskNetwork;
  readonly scores: ScoreWriter;
  readonly progress: Progress;
}

/** From which pseudonym on, and before which. */
export type ClientRange = Pick<ReadingChoice, 'fromClient' | 'beforeClient'>;

export const scoresFile = 'scores.parquet';

/** Scores and explains every client of the latest landmark with the programme's current model. */
export async function scoreClients(ports: ScorePorts, programme: Programme) {
  const { station, months, model } = await scoringRun(ports.publications, programme);
  return publishOnce(ports.publications, station, async (run) => {
    const clients = await writeScores(ports, { programme, months, model, run }, scoresFile);
    return { fileNames: [scoresFile], summary: scoreSummary({ programme, months, model, clients }) };
  });
}

/** What a programme's scores would be made from now. */
export async function scoringRun(publications: PublicationStore, programme: Programme, shards?: number) {
  const months = await requireCurrent(publications, clientMonthStation(programme));
  const model = await requireCurrent(publications, `models/${programme.id}`);
  const station: StationRun = {
    station: `scores/${programme.id}`,
    version: '2',
    inputs: [months, model],
    parameters: {
      outcomeCost: programme.outcomeCost,
      discountRatePerYear,
      ...(shards !== undefined && { shards }),
    },
    origin: months.origin,
  };
  return { station, months, model };
}

export interface ScoringMaterial {
  readonly programme: Programme;
  readonly months: Publication;
  readonly model: Publication;
  readonly run: string;
}

/** Scores the clients of a range and writes them as a file of the run; returns how many they are. */
export async function writeScores(
  ports: ScorePorts,
  material: ScoringMaterial,
  file: string,
  range: ClientRange = {},
): Promise<number> {
  const { programme, months, model, run } = material;
  const { scoringLandmark, landmarks } = months.summary as unknown as ClientMonthSummary;
  const location = await ports.publications.location(`scores/${programme.id}`, run, file);
  const network = await restoreModel(ports, model);
  try {
    ports.progress.begin('score', landmarks.find(({ landmarkOn }) => landmarkOn === scoringLandmark)?.rows);
    return await ports.scores.write(location, batches(ports, programme, months, network, range));
  } finally {
    ports.progress.end();
    network.dispose();
  }
}

/** What is told of a programme's scores beside them. */
export function scoreSummary({
  programme,
  months,
  model,
  clients,
}: Omit<ScoringMaterial, 'run'> & { readonly clients: number }) {
  const { averageProbability, clearContributions } = model.summary;
  const { scoringLandmark } = months.summary as unknown as ClientMonthSummary;
  const modelVersion = `${programme.id}-${model.run}`;
  return { clients, landmarkOn: scoringLandmark, modelVersion, averageProbability, clearContributions };
}

async function restoreModel(
  { publications, network }: ScorePorts,
  model: Publication,
): Promise<TrainedRiskModel> {
  const description = JSON.parse(new TextDecoder().decode(await publications.read(model, 'model.json')));
  return network.restore({ description, weights: await publications.read(model, 'weights.bin') });
}

async function* batches(
  ports: ScorePorts,
  programme: Programme,
  months: Publication,
  network: TrainedRiskModel,
  range: ClientRange,
): AsyncIterable<readonly RiskScore[]> {
  const { scoringLandmark } = months.summary as unknown as ClientMonthSummary;
  for await (const batch of ports.clientMonths.read(months, scoringLandmark, range)) {
    const columns = programme.predictors.map((name) => batch.numbers[name] as Float64Array);
    const scored = await network.score({ names: programme.predictors, rows: batch.rows, columns });
    yield riskScores(programme, scoringLandmark, batch, scored);
    ports.progress.advance(batch.rows);
  }
}
