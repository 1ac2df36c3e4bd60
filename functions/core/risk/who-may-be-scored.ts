import type { RefusalReason } from '../../../data-contracts/schemas/refusal-reason.ts';
import { refusalReasons } from '../../../data-contracts/vocabularies/refusal-reasons.ts';
import type { ClientMonthSummary } from '../client-months/build-client-months.ts';
import { digestOfSet } from '../digest-of-set.ts';
import type { ClientMonthSource, ReadingChoice } from '../ports/client-month-source.ts';
import type { Publication } from '../ports/publication-store.ts';
import type { AskedClient, GateQuestion } from '../release/gate-question.ts';
import { profiling } from '../release/profiling.ts';
import { askGate, type GatePorts } from '../release/release-gate.ts';
import type { ReleaseSession } from '../release/release-session.ts';

export interface WhoMayBeScoredPorts extends GatePorts {
  readonly clientMonths: ClientMonthSource;
}

/** From which pseudonym on, and before which. */
export type ClientRange = Pick<ReadingChoice, 'fromClient' | 'beforeClient'>;

/** Nobody may be profiled: no law in force lets it be done. */
export class ScoringRefused extends Error {
  readonly code = 'scoring-refused';
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(`scoring: ${refusalReasons[reason].en}`);
    this.reason = reason;
  }
}

/** What the gate said of those who would be scored. */
export interface MayBeScored {
  /** Who is withheld: no score, explanation or curve is made of them. */
  readonly withheld: ReadonlySet<string>;
  /** Digest of who they are: another set, other scores. */
  readonly withheldSha256: string;
  /** How many, by the first reason of each. */
  readonly withheldByReason: Readonly<Record<string, number>>;
  /** Whether everybody else may be profiled still, as of now: somebody may have said no meanwhile. */
  readonly isStillSo: () => Promise<boolean>;
}

/**
 * Asks the release gate about everyone of the latest landmark whether they may be profiled: by which law for each
 * source behind their client-month, with which relationship, and whether they have said no. Every decision is in
 * the audit log before anybody is scored.
 * @param use as what they would be scored; profiling unless told
 * @throws ScoringRefused when nobody may be
 */
export async function whoMayBeScored(
  ports: WhoMayBeScoredPorts,
  months: Publication,
  range: ClientRange,
  use: Pick<GateQuestion, 'requester' | 'useCase' | 'further'> = profiling,
): Promise<MayBeScored> {
  const { requester, useCase } = use;
  const session = await askGate(ports, { ...use, originOf: async () => months.origin });
  if (session.status === 'refused') throw new ScoringRefused(session.reason);
  const withheld = new Set<string>();
  for await (const batch of scoringRows(ports.clientMonths, months, range)) {
    const released = new Set(await session.release(batch));
    for (const one of batch) if (!released.has(one)) withheld.add(one.client);
  }
  await session.close([], (closing) => ({ kind: 'question-closed', ...closing, requester, useCase }));
  return {
    withheld,
    withheldSha256: digestOfSet(withheld),
    withheldByReason: session.withheldByReason,
    isStillSo: () => areReleasedStill(session, scoringRows(ports.clientMonths, months, range), withheld),
  };
}

async function areReleasedStill(
  session: ReleaseSession,
  rows: AsyncIterable<readonly AskedClient[]>,
  withheld: ReadonlySet<string>,
): Promise<boolean> {
  for await (const batch of rows) {
    const others = batch.filter(({ client }) => !withheld.has(client));
    if ((await session.confirm(others)).length < others.length) return false;
  }
  return true;
}

async function* scoringRows(
  source: ClientMonthSource,
  months: Publication,
  range: ClientRange,
): AsyncGenerator<AskedClient[]> {
  const { scoringLandmark } = months.summary as unknown as ClientMonthSummary;
  for await (const { rows, texts } of source.read(months, scoringLandmark, { ...range, numbers: [] }))
    yield Array.from({ length: rows }, (_, row) => ({
      client: texts.client[row]!,
      sourcesUsed: texts.sources_used[row]!,
    }));
}
