import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { RiskScore } from '../../../data-contracts/schemas/risk-score.ts';
import { type ClientMonthSummary, clientMonthStation } from '../client-months/build-client-months.ts';
import type { ClientMonthSource } from '../ports/client-month-source.ts';
import type { Progress } from '../ports/progress.ts';
import type { Publication, PublicationStore } from '../ports/publication-store.ts';
import type { RiskNetwork, TrainedRiskModel } from '../ports/risk-network.ts';
import type { ScoreWriter } from '../ports/score-writer.ts';
import { publishOnce } from '../publish-once.ts';
import { requireCurrent } from '../require-current.ts';
import { discountRatePerYear, riskScores } from './risk-scores.ts';

export interface ScorePorts {
  readonly publications: PublicationStore;
  readonly clientMonths: ClientMonthSource;
  readonly network: RiskNetwork;
  readonly scores: ScoreWriter;
  readonly progress: Progress;
}

export const scoresFile = 'scores.parquet';

/** Scores and explains every client of the latest landmark with the programme's current model. */
export async function scoreClients(ports: ScorePorts, programme: Programme) {
  const months = await requireCurrent(ports.publications, clientMonthStation(programme));
  const model = await requireCurrent(ports.publications, `models/${programme.id}`);
  const station = {
    station: `scores/${programme.id}`,
    version: '2',
    inputs: [months, model],
    parameters: { outcomeCost: programme.outcomeCost, discountRatePerYear },
    origin: months.origin,
  };
  return publishOnce(ports.publications, station, (run) => makeScores(ports, programme, months, model, run));
}

async function makeScores(
  ports: ScorePorts,
  programme: Programme,
  months: Publication,
  model: Publication,
  run: string,
) {
  const summary = months.summary as unknown as ClientMonthSummary;
  const location = await ports.publications.location(`scores/${programme.id}`, run, scoresFile);
  const network = await restoreModel(ports, model);
  const { averageProbability, clearContributions } = model.summary;
  try {
    const total = summary.landmarks.find(({ landmarkOn }) => landmarkOn === summary.scoringLandmark)?.rows;
    ports.progress.begin('score', total);
    const clients = await ports.scores.write(location, batches(ports, programme, months, network));
    const modelVersion = `${programme.id}-${model.run}`;
    const landmarkOn = summary.scoringLandmark;
    return {
      fileNames: [scoresFile],
      summary: { clients, landmarkOn, modelVersion, averageProbability, clearContributions },
    };
  } finally {
    ports.progress.end();
    network.dispose();
  }
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
): AsyncIterable<readonly RiskScore[]> {
  const { scoringLandmark } = months.summary as unknown as ClientMonthSummary;
  for await (const batch of ports.clientMonths.read(months, scoringLandmark)) {
    const columns = programme.predictors.map((name) => batch.numbers[name] as Float64Array);
    const scored = await network.score({ names: programme.predictors, rows: batch.rows, columns });
    yield riskScores(programme, scoringLandmark, batch, scored);
    ports.progress.advance(batch.rows);
  }
}
