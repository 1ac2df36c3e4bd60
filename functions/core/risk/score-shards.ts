import { z } from 'zod';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { PublicationStore } from '../ports/publication-store.ts';
import { publishOnce, runOf } from '../publish-once.ts';
import { publishMonitoring, type ScoredClients } from './model-monitoring.ts';
import {
  type ClientRange,
  populationLearntFrom,
  type ScorePorts,
  scoreSummary,
  scoringRun,
  writeScores,
} from './score-clients.ts';
import { nobodyScored, ScoredPopulation, together } from './training-population.ts';

/** One of so many equal ranges of pseudonyms, numbered from 0 in their order. */
export interface Shard {
  readonly shard: number;
  readonly shards: number;
}

/** Not every shard has been scored from what is current now. */
export class ShardsMissing extends Error {
  readonly code = 'shards-missing';
}

/** What a shard leaves beside its scores once they are whole. */
const ShardReceipt = z.object({ clients: z.number().int().min(0), population: ScoredPopulation.optional() });

/**
 * Scores one shard of a programme's clients, out of sight until all are published. Told again, a shard that is
 * whole is left as it is.
 */
export async function scoreShard(
  ports: ScorePorts,
  programme: Programme,
  { shard, shards }: Shard,
): Promise<{ readonly run: string; readonly clients: number; readonly wasReused: boolean }> {
  const { station, months, model } = await scoringRun(ports.publications, programme, shards);
  const run = runOf(station);
  const known = await receiptOf(ports.publications, station.station, run, shard);
  if (known) return { run, clients: known.clients, wasReused: true };
  const material = { programme, months, model, run };
  const scored = await writeScores(ports, material, shardFile(shard), rangeOf({ shard, shards }));
  await ports.publications.settle(station.station, run, shardFile(shard));
  const receipt = new TextEncoder().encode(`${JSON.stringify(scored)}\n`);
  await ports.publications.write(station.station, run, receiptFile(shard), receipt);
  return { run, clients: scored.clients, wasReused: false };
}

/**
 * Makes all shards of a programme its current scores, by one conditional write.
 * @throws ShardsMissing when one has not been scored from the client-months and the model that are current
 */
export async function publishShards(publications: PublicationStore, programme: Programme, shards: number) {
  const { station, months, model } = await scoringRun(publications, programme, shards);
  const published = await publishOnce(publications, station, async (run) => {
    const places = [...Array(shards).keys()];
    const learntFrom = await populationLearntFrom(publications, model);
    let scored: ScoredClients = { clients: 0, population: learntFrom && nobodyScored(learntFrom) };
    for (const shard of places) {
      const receipt = await receiptOf(publications, station.station, run, shard);
      if (!receipt) throw new ShardsMissing(`${station.station}: shard ${shard} of ${shards} is not scored`);
      scored = {
        clients: scored.clients + receipt.clients,
        population:
          scored.population && receipt.population && together(scored.population, receipt.population),
      };
    }
    return {
      fileNames: places.flatMap((shard) => [shardFile(shard), receiptFile(shard)]),
      summary: scoreSummary({ programme, months, model, learntFrom, scored }),
    };
  });
  await publishMonitoring(publications, published.publication);
  return published;
}

async function receiptOf(publications: PublicationStore, station: string, run: string, shard: number) {
  const content = await publications.readUnpublished(station, run, receiptFile(shard));
  return content && ShardReceipt.parse(JSON.parse(new TextDecoder().decode(content)));
}

const nameOf = (shard: number) => `scores-${String(shard).padStart(4, '0')}`;
const shardFile = (shard: number) => `${nameOf(shard)}.parquet`;
const receiptFile = (shard: number) => `${nameOf(shard)}.json`;

/** Pseudonyms are spread evenly, being made by a keyed hash: their first eight digits divide them. */
function rangeOf({ shard, shards }: Shard): ClientRange {
  const border = (place: number) =>
    Math.ceil((place * 2 ** 32) / shards)
      .toString(16)
      .padStart(8, '0');
  return {
    ...(shard > 0 && { fromClient: border(shard) }),
    ...(shard < shards - 1 && { beforeClient: border(shard + 1) }),
  };
}
