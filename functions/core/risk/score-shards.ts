import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import { ServiceStatusRules } from '../../../data-contracts/schemas/service-status-rule.ts';
import type { PublicationStore } from '../ports/publication-store.ts';
import { publishOnce, runOf } from '../publish-once.ts';
import { publishMonitoring, type ScoredClients } from './model-monitoring.ts';
import {
  populationLearntFrom,
  type ScorePorts,
  scoreSummary,
  scoringInputs,
  scoringStation,
  writeScores,
} from './score-clients.ts';
import { nobodyScored, ScoredPopulation, together } from './training-population.ts';
import { type ClientRange, whoMayBeScored } from './who-may-be-scored.ts';

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
const ShardReceipt = z.object({
  clients: z.number().int().min(0),
  population: ScoredPopulation.optional(),
  /** Its scores are named after the rules and after who of the shard was withheld. */
  serviceStatusRules: ServiceStatusRules,
  withheldSha256: z.string().regex(/^[0-9a-f]{64}$/),
  withheldByReason: z.record(z.string(), z.number().int().min(0)),
});
type ShardReceipt = z.infer<typeof ShardReceipt>;

/**
 * Scores those of one shard of a programme's clients who may be profiled, out of sight until all are published.
 * Told again, a shard that is whole is left as it is, unless somebody has said something since.
 */
export async function scoreShard(
  ports: ScorePorts,
  programme: Programme,
  { shard, shards }: Shard,
): Promise<{ readonly run: string; readonly clients: number; readonly wasReused: boolean }> {
  const { publications, serviceStatusRules } = ports;
  const inputs = await scoringInputs(publications, programme);
  const station = scoringStation(programme, inputs, { shards });
  const run = runOf(station);
  const range = rangeOf({ shard, shards });
  const mayBe = await whoMayBeScored(ports, inputs.months, range);
  const { withheldSha256, withheldByReason } = mayBe;
  const known = await receiptOf(publications, station.station, run, shard);
  const file = shardFile(shard, { withheldSha256, serviceStatusRules });
  if (known && shardFile(shard, known) === file) return { run, clients: known.clients, wasReused: true };
  const material = { programme, ...inputs, run, mayBe };
  const scored = await writeScores(ports, material, file, range);
  await publications.settle(station.station, run, file);
  const receipt: ShardReceipt = { ...scored, serviceStatusRules, withheldSha256, withheldByReason };
  const text = new TextEncoder().encode(`${JSON.stringify(receipt)}\n`);
  await publications.write(station.station, run, receiptFile(shard), text);
  return { run, clients: scored.clients, wasReused: false };
}

/**
 * Makes all shards of a programme its current scores, by one conditional write.
 * @throws ShardsMissing when one has not been scored from the client-months and the model that are current
 */
export async function publishShards(publications: PublicationStore, programme: Programme, shards: number) {
  const inputs = await scoringInputs(publications, programme);
  const unpublished = scoringStation(programme, inputs, { shards });
  const run = runOf(unpublished);
  const receipts = await receiptsOf(publications, unpublished.station, run, shards);
  const withheld = receipts.map(({ withheldSha256 }) => withheldSha256);
  const serviceStatusRules = rulesOfAll(receipts);
  const station = scoringStation(programme, inputs, { shards, withheld, serviceStatusRules });
  const make = async () => {
    const learntFrom = await populationLearntFrom(publications, inputs.model);
    let scored: ScoredClients = { clients: 0, population: learntFrom && nobodyScored(learntFrom) };
    for (const { clients, population } of receipts) {
      scored = {
        clients: scored.clients + clients,
        population: scored.population && population && together(scored.population, population),
      };
    }
    return {
      fileNames: receipts.flatMap((receipt, shard) => [shardFile(shard, receipt), receiptFile(shard)]),
      summary: {
        ...scoreSummary({ programme, ...inputs, learntFrom, scored }),
        withheldFromScoring: summed(receipts.map(({ withheldByReason }) => withheldByReason)),
        serviceStatusRules,
      },
    };
  };
  const published = await publishOnce(publications, station, make, run);
  await publishMonitoring(publications, published.publication);
  return published;
}

/** @throws ShardsMissing where the county's rules have changed between two shards */
function rulesOfAll(receipts: readonly ShardReceipt[]): ServiceStatusRules {
  const [rules, ...others] = new Set(receipts.map((receipt) => JSON.stringify(receipt.serviceStatusRules)));
  if (rules === undefined || others.length > 0)
    throw new ShardsMissing('scores: shards are scored by different rules of service status');
  return JSON.parse(rules);
}

function summed(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const each of counts)
    for (const [name, count] of Object.entries(each)) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}

async function receiptsOf(publications: PublicationStore, station: string, run: string, shards: number) {
  const receipts: ShardReceipt[] = [];
  for (let shard = 0; shard < shards; shard += 1) {
    const receipt = await receiptOf(publications, station, run, shard);
    if (!receipt) throw new ShardsMissing(`${station}: shard ${shard} of ${shards} is not scored`);
    receipts.push(receipt);
  }
  return receipts;
}

async function receiptOf(publications: PublicationStore, station: string, run: string, shard: number) {
  const content = await publications.readUnpublished(station, run, receiptFile(shard));
  return content && ShardReceipt.parse(JSON.parse(new TextDecoder().decode(content)));
}

const nameOf = (shard: number) => `scores-${String(shard).padStart(4, '0')}`;
const shardFile = (
  shard: number,
  { withheldSha256, serviceStatusRules }: Pick<ShardReceipt, 'withheldSha256' | 'serviceStatusRules'>,
) => {
  const digest = createHash('sha256').update(JSON.stringify([withheldSha256, serviceStatusRules]));
  return `${nameOf(shard)}-${digest.digest('hex').slice(0, 16)}.parquet`;
};
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
