import { createHash } from 'node:crypto';
import type { SafeCount } from '../../../data-contracts/schemas/cohort.ts';
import type { RefusalReason } from '../../../data-contracts/schemas/refusal-reason.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import { refusalReasons } from '../../../data-contracts/vocabularies/refusal-reasons.ts';
import { digestOfSet } from '../digest-of-set.ts';
import type { ClientMonthSource } from '../ports/client-month-source.ts';
import type { Publication } from '../ports/publication-store.ts';
import type { AskedClient } from '../release/gate-question.ts';
import { askGate, type GatePorts } from '../release/release-gate.ts';
import { releasedInTurn } from '../release/released-in-turn.ts';
import type { RowChoice } from './landmark-rows.ts';

export interface WhoMayTrainPorts extends Omit<GatePorts, 'clock' | 'newId'> {
  readonly clientMonths: ClientMonthSource;
}

/** Who asks for people's data to be trained on, and when. */
export interface TrainingOccasion {
  readonly requester: Requester;
  readonly at: string;
}

/** Nobody's data may be trained on, for this requester or by any law in force. */
export class TrainingRefused extends Error {
  readonly code = 'training-refused';
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(`training: ${refusalReasons[reason].en}`);
    this.reason = reason;
  }
}

/** What the release gate said of the people whom a training would learn from. */
export interface MayTrain {
  /** The choice without the client-months that are withheld. */
  ofThose(choice: RowChoice): RowChoice;
  /** How many people are withheld, by the first reason of each, in numbers that reveal nobody. */
  readonly withheld: {
    readonly total: SafeCount;
    readonly byReason: ReadonlyArray<{ readonly reason: string; readonly count: SafeCount }>;
  };
  /** Digest of who is withheld from what: another set, another model. */
  readonly withheldSha256: string;
}

/**
 * Asks the release gate, for model development, about everyone whose client-months a training or its test would
 * use, with the data sources behind each month. Every decision is in the audit log before anything is learnt.
 * @throws TrainingRefused when nobody can be released
 */
export async function whoMayTrain(
  ports: WhoMayTrainPorts,
  months: Publication,
  choices: readonly RowChoice[],
  { requester, at }: TrainingOccasion,
): Promise<MayTrain> {
  const useCase = 'train-model';
  const requestId = requestIdOf(requester, at, months);
  const gate = { ...ports, clock: { now: () => at }, newId: () => requestId };
  const originOf = async () => months.origin;
  const session = await askGate(gate, { useCase, requester, originOf, occasion: { at, requestId } });
  if (session.status === 'refused') throw new TrainingRefused(session.reason);
  const asked = await whoseMonths(ports.clientMonths, months, choices);
  const mayBe = new Set(await releasedInTurn(session, asked));
  const refused = new Set(asked.filter((one) => !mayBe.has(one)).map(keyOf));
  await session.close([], (closing) => ({ kind: 'question-closed', ...closing, requester, useCase }));
  const { total, cells } = session.withheld();
  return {
    ofThose: (choice) => ({
      ...choice,
      keeps: (client, group, sourcesUsed, landmarkOn) =>
        choice.keeps(client, group, sourcesUsed, landmarkOn) && !refused.has(keyOf({ client, sourcesUsed })),
    }),
    withheld: { total, byReason: cells.map(({ name, count }) => ({ reason: name, count })) },
    withheldSha256: digestOfSet(refused),
  };
}

const keyOf = ({ client, sourcesUsed }: AskedClient) => `${client} ${sourcesUsed}`;

/** Everyone with a client-month in one of the choices, once for every set of sources behind their months. */
async function whoseMonths(
  source: ClientMonthSource,
  months: Publication,
  choices: readonly RowChoice[],
): Promise<AskedClient[]> {
  const asked = new Map<string, AskedClient>();
  for (const { landmarks, keeps } of choices) {
    for (const landmark of landmarks) {
      for await (const { rows, texts } of source.read(months, landmark, { numbers: [] })) {
        for (let row = 0; row < rows; row += 1) {
          const one = { client: texts.client[row]!, sourcesUsed: texts.sources_used[row]! };
          if (keeps(one.client, texts.study_group[row]!, one.sourcesUsed, landmark))
            asked.set(keyOf(one), one);
        }
      }
    }
  }
  return [...asked.values()];
}

const requestIdOf = (requester: Requester, at: string, { fingerprint }: Publication) =>
  createHash('sha256').update(JSON.stringify({ at, requester, fingerprint })).digest('hex').slice(0, 16);
