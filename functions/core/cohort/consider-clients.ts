import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import { RefusalReason } from '../../../data-contracts/schemas/refusal-reason.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { RankedClient } from '../ports/score-store.ts';
import { decisionsEntry } from '../release/audit-decisions.ts';
import type { ReleaseQuestion } from '../release/decide-release.ts';
import { type DecidedClient, releaseInOrder, type StandingSources } from '../release/release-in-order.ts';

export interface ClientsConsidered {
  readonly considered: number;
  /** Pseudonyms in the order they came. */
  readonly released: readonly string[];
  /** By the first reason that held each person back, in the order in which the gate asks. */
  readonly withheld: ReadonlyMap<RefusalReason, number>;
}

/** What is asked of each client, and when to stop. */
export interface Consideration {
  readonly question: Omit<ReleaseQuestion, 'sourcesUsed'>;
  readonly legalBases: readonly LegalBasis[];
  readonly requestId: string;
  /** At most this many are released. */
  readonly limit: number;
  /** Nobody less likely than this is considered. */
  readonly thresholdProbability: number;
}

/**
 * Takes clients as they come, likeliest first, through the gate until enough are released. Every decision is
 * in the audit log before the next batch is asked for.
 */
export async function considerClients(
  sources: StandingSources & { readonly audit: AuditLog },
  likeliestFirst: AsyncIterable<readonly RankedClient[]>,
  consideration: Consideration,
): Promise<ClientsConsidered> {
  const { question, legalBases, requestId, limit, thresholdProbability } = consideration;
  const released: string[] = [];
  const withheld = new Map<RefusalReason, number>(RefusalReason.options.map((reason) => [reason, 0]));
  let considered = 0;
  for await (const batch of growingBatches(likeliestFirst)) {
    const likely = batch.filter(({ probability }) => probability >= thresholdProbability);
    const decided = untilReleased(
      await releaseInOrder(sources, legalBases, question, likely),
      limit - released.length,
    );
    if (decided.length > 0) await sources.audit.append([decisionsEntry(question, requestId, decided)]);
    for (const { client, decision } of decided) {
      if (decision === 'released') released.push(client);
      else withheld.set(decision[0], (withheld.get(decision[0]) ?? 0) + 1);
    }
    considered += decided.length;
    if (released.length === limit || likely.length < batch.length) break;
  }
  return { considered, released, withheld };
}

const largestBatch = 65_536;

/** The same clients in the same order, in batches that grow: few are asked about for a short list, many at once for a long one. */
async function* growingBatches(
  batches: AsyncIterable<readonly RankedClient[]>,
): AsyncGenerator<readonly RankedClient[]> {
  let gathered: RankedClient[] = [];
  let wanted = 0;
  for await (const batch of batches) {
    for (const client of batch) gathered.push(client);
    if (gathered.length < wanted) continue;
    wanted = Math.min(largestBatch, Math.max(wanted, gathered.length) * 2);
    yield gathered;
    gathered = [];
  }
  if (gathered.length > 0) yield gathered;
}

/** The decisions up to and with the one by which `places` have been released. */
function untilReleased(decided: readonly DecidedClient[], places: number): readonly DecidedClient[] {
  let taken = 0;
  const last = decided.findIndex(({ decision }) => decision === 'released' && ++taken === places);
  return last === -1 ? decided : decided.slice(0, last + 1);
}
