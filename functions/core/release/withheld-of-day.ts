import { createHash } from 'node:crypto';
import { SafeTable } from '../../../data-contracts/schemas/cohort.ts';
import { RefusalReason } from '../../../data-contracts/schemas/refusal-reason.ts';
import type { KeptAnswers } from '../ports/kept-answers.ts';
import type { ScoreSet } from '../ports/score-store.ts';
import { countsInSteps } from './counts-in-steps.ts';
import type { AskedClient } from './gate-question.ts';
import { dayInFinland, startOfDayInFinland } from './instant-order.ts';
import type { ReleaseSession } from './release-session.ts';

/**
 * Who is withheld of everybody in the programme, by reason, as it was when the day began in Finland: the same for
 * every question of the day, whatever it asks about and whoever has said something since. Counted once and kept.
 * @param everybody everyone scored
 */
export async function withheldOfDay(
  answers: KeptAnswers,
  session: ReleaseSession,
  scoreSet: Pick<ScoreSet, 'modelVersion' | 'landmarkOn' | 'withheldFromScoring'>,
  everybody: AsyncIterable<readonly AskedClient[]>,
): Promise<SafeTable> {
  const day = dayInFinland(session.at);
  const id = createHash('sha256')
    .update(
      JSON.stringify([
        'withheld of the day',
        day,
        scoreSet.modelVersion,
        scoreSet.landmarkOn,
        session.basesSha256,
      ]),
    )
    .digest('hex');
  const kept = await answers.find(id);
  if (kept !== undefined) return SafeTable.parse(JSON.parse(kept));
  const counts = await session.countWithheld(startOfDayInFinland(day), manyAtOnce(everybody));
  for (const [reason, count] of Object.entries(scoreSet.withheldFromScoring ?? {})) {
    const known = RefusalReason.parse(reason);
    counts.set(known, (counts.get(known) ?? 0) + count);
  }
  const table = countsInSteps(counts);
  const text = JSON.stringify(SafeTable.parse(table));
  if (await answers.keep(id, text)) return table;
  return SafeTable.parse(JSON.parse((await answers.find(id)) ?? text));
}

/** Each batch that the gate is asked about is a question to the ledger and to the register. */
const peopleAtOnce = 20_000;

async function* manyAtOnce(batches: AsyncIterable<readonly AskedClient[]>): AsyncGenerator<AskedClient[]> {
  let people: AskedClient[] = [];
  for await (const batch of batches) {
    people = people.concat(batch);
    if (people.length < peopleAtOnce) continue;
    yield people;
    people = [];
  }
  if (people.length > 0) yield people;
}
