import { createHash } from 'node:crypto';
import type { SafeCount } from '../../../data-contracts/schemas/cohort.ts';
import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import { RefusalReason } from '../../../data-contracts/schemas/refusal-reason.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import { refusalReasons } from '../../../data-contracts/vocabularies/refusal-reasons.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { ClientMonthSource } from '../ports/client-month-source.ts';
import type { Publication } from '../ports/publication-store.ts';
import { decisionsEntry } from '../release/audit-decisions.ts';
import { refuseClockSetBack } from '../release/clock-set-back.ts';
import { type ReleaseQuestion, refusalOfEveryone } from '../release/decide-release.ts';
import { legalBasesInUse } from '../release/legal-bases-in-use.ts';
import { refuseIdentityCodeAsRequester } from '../release/no-identity-codes.ts';
import { type AskedClient, releaseInOrder, type StandingSources } from '../release/release-in-order.ts';
import { suppressSmallCells } from '../release/small-cells.ts';
import type { RowChoice } from './landmark-rows.ts';

export interface WhoMayTrainPorts extends StandingSources {
  readonly clientMonths: ClientMonthSource;
  readonly audit: AuditLog;
  readonly legalBases: readonly LegalBasis[];
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

const clientsAskedAtOnce = 8192;

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
  refuseIdentityCodeAsRequester(requester);
  await refuseClockSetBack(ports.audit, at);
  const question = { useCase: 'train-model', purpose: 'model-development', requester, at } as const;
  const legalBases = legalBasesInUse(ports.legalBases, months.origin);
  const reason = refusalOfEveryone(question, legalBases);
  if (reason) throw new TrainingRefused(reason);
  const refused = new Map<string, RefusalReason>();
  const asked = await whoseMonths(ports.clientMonths, months, choices);
  for (let from = 0; from < asked.length; from += clientsAskedAtOnce) {
    const batch = asked.slice(from, from + clientsAskedAtOnce);
    const decided = await releaseInOrder(ports, legalBases, question, batch);
    await ports.audit.append([decisionsEntry(question, requestIdOf(question, months), decided)]);
    decided.forEach(({ decision }, place) => {
      if (decision !== 'released') refused.set(keyOf(batch[place]!), decision[0]);
    });
  }
  return {
    ofThose: (choice) => ({
      ...choice,
      keeps: (client, group, sourcesUsed, landmarkOn) =>
        choice.keeps(client, group, sourcesUsed, landmarkOn) && !refused.has(keyOf({ client, sourcesUsed })),
    }),
    withheld: safeCounts(refused),
    withheldSha256: createHash('sha256')
      .update([...refused.keys()].sort().join('\n'))
      .digest('hex'),
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

const requestIdOf = ({ at, requester }: Omit<ReleaseQuestion, 'sourcesUsed'>, { fingerprint }: Publication) =>
  createHash('sha256').update(JSON.stringify({ at, requester, fingerprint })).digest('hex').slice(0, 16);

/** A person is counted once, under the first of the gate's reasons that held back any of their months. */
function safeCounts(refused: ReadonlyMap<string, RefusalReason>): MayTrain['withheld'] {
  const ofPerson = new Map<string, number>();
  for (const [key, reason] of refused) {
    const client = key.slice(0, key.indexOf(' '));
    const place = RefusalReason.options.indexOf(reason);
    ofPerson.set(client, Math.min(place, ofPerson.get(client) ?? place));
  }
  const counts = new Map<string, number>(RefusalReason.options.map((reason) => [reason, 0]));
  for (const place of ofPerson.values()) {
    const reason = RefusalReason.options[place]!;
    counts.set(reason, counts.get(reason)! + 1);
  }
  const { total, cells } = suppressSmallCells(counts);
  return { total, byReason: cells.map(({ name, count }) => ({ reason: name, count })) };
}
