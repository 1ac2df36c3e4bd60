import { legalBases, serviceStatusRules } from '../../../data-contracts/catalogues/index.ts';
import { features } from '../../../data-contracts/vocabularies/features.ts';
import { MemoryObjects } from '../../../functions/adapters/objects/memory-objects.ts';
import { ObjectPublicationStore } from '../../../functions/adapters/objects/object-publication-store.ts';
import { TensorflowRiskNetwork } from '../../../functions/adapters/tensorflow/tensorflow-risk-network.ts';
import type { ReadingChoice } from '../../../functions/core/ports/client-month-source.ts';
import { silentProgress } from '../../../functions/core/ports/progress.ts';
import type { LandmarkRows } from '../../../functions/core/risk/landmark-rows.ts';
import type { ScorePorts } from '../../../functions/core/risk/score-clients.ts';
import { trainingPopulation } from '../../../functions/core/risk/training-population.ts';
import { MemoryConsentRecords } from '../../contract/consent-ledger/memory-consent-records.ts';
import { MemoryAuditLog } from '../audit/memory-audit-log.ts';
import { knownToSomeUnit } from '../cohort/small-county.ts';
import { clientMonths, programme } from './judged-model.ts';
import { quickSettings } from './simulated-study.ts';

/** A quick model of invented client-months, and homes in memory where it scores others. */
export async function trainedModel() {
  const network = await TensorflowRiskNetwork.start({ training: quickSettings });
  const training = clientMonths(3000, 1);
  const { served } = await network.train({
    ...training,
    groups: Object.fromEntries(programme.predictors.map((name) => [name, name])),
    horizons: programme.horizonsMonths,
    seed: 1,
  });
  const { description, weights } = served.artefact();
  const population = trainingPopulation(training, await served.probabilities(training.predictors));
  return { network, description, weights, population };
}

const bytes = (content: unknown) => new TextEncoder().encode(JSON.stringify(content));

export interface HomeChoice {
  readonly rows: LandmarkRows;
  readonly scoringLandmark: string;
  /** As a version of the service left it that noted neither age nor population. */
  readonly isOldModel?: boolean;
}

export async function homeToScore(
  { network, description, weights, population }: Awaited<ReturnType<typeof trainedModel>>,
  { rows, scoringLandmark, isOldModel }: HomeChoice,
): Promise<ScorePorts> {
  const publications = new ObjectPublicationStore(new MemoryObjects());
  const files: Record<string, Uint8Array> = {
    'model.json': bytes(description),
    'weights.bin': weights,
    ...(!isOldModel && { 'training-population.json': bytes(population) }),
  };
  for (const [name, content] of Object.entries(files))
    await publications.write('models/older-people', 'm1', name, content);
  const noted = { newestLandmarkOn: '2022-07-01', learntUntil: '2023-01-01' };
  const draft = { run: 'm1', fingerprint: 'model', origin: 'simulated' as const };
  await publications.publish(
    {
      ...draft,
      station: 'models/older-people',
      summary: { averageProbability: [0.1, 0.2], ...(!isOldModel && noted) },
      fileNames: Object.keys(files),
    },
    undefined,
  );
  const landmarks = [{ landmarkOn: scoringLandmark, rows: rows.clients.length }];
  await publications.publish(
    {
      ...draft,
      run: 'c1',
      station: 'client-months/older-people',
      summary: { scoringLandmark, landmarks },
      fileNames: [],
    },
    undefined,
  );
  return {
    ...gateInMemory(),
    serviceStatusRules,
    publications,
    network,
    clientMonths: {
      sqlHash: '',
      build: async () => ({ recording: [], implausible: [], silent: [] }),
      silentIn: async () => [],
      count: async () => 0,
      read: readerOf(rows),
    },
    scores: {
      write: async (location, batches) => {
        let written = 0;
        for await (const batch of batches) written += batch.length;
        const [station, run, file] = /^memory:(.+)\/([^/]+)\/([^/]+)$/.exec(location)!.slice(1) as [
          string,
          string,
          string,
        ];
        await publications.write(station, run, file, bytes(written));
        return written;
      },
    },
    progress: silentProgress,
  };
}

/** A gate that lets everybody be scored whom nothing is known of, by the shipped laws. */
export const gateInMemory = () => ({
  audit: new MemoryAuditLog(),
  clock: { now: () => '2026-01-15T09:00:00Z' },
  newId: () => 'r-1',
  legalBases,
  consentLedger: new MemoryConsentRecords(),
  relationships: knownToSomeUnit,
});

/** Client-months in the order of their pseudonyms, 100 at a time. */
function readerOf({ clients, predictors, audit }: LandmarkRows): ScorePorts['clientMonths']['read'] {
  const inOrder = clients.map((_, row) => row).sort((a, b) => (clients[a]! < clients[b]! ? -1 : 1));
  return async function* (
    _publication,
    _landmark,
    { fromClient = '', beforeClient = 'g' }: ReadingChoice = {},
  ) {
    const asked = inOrder.filter((row) => clients[row]! >= fromClient && clients[row]! < beforeClient);
    for (let from = 0; from < asked.length; from += 100) {
      const some = asked.slice(from, from + 100);
      const texts = { ...audit, client: clients, sources_used: clients.map(() => 'primary-care') };
      yield {
        rows: some.length,
        texts: Object.fromEntries(
          Object.entries(texts).map(([name, column]) => [name, some.map((row) => column[row]!)]),
        ) as Record<keyof typeof texts, string[]>,
        numbers: Object.fromEntries(
          Object.keys(features).map((name) => {
            const column = predictors.columns[predictors.names.indexOf(name)];
            return [name, Float64Array.from(some, (row) => column?.[row] ?? Number.NaN)];
          }),
        ),
      };
    }
  };
}
