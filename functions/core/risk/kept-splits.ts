import { createHash } from 'node:crypto';
import type { KeptParts } from '../ports/kept-parts.ts';
import type { CrossFitModel, CrossFitOrder, Split } from './cross-fit-order.ts';
import { trainingVersion } from './training-version.ts';

/** Probability of the outcome: for each horizon one value a test row. */
export type SplitPredictions = Readonly<Record<CrossFitModel, readonly (readonly number[])[]>>;

/** Names splits after all that decides what is predicted in them, so that what is kept under a name is of no other. */
export function splitKeys(
  { table, horizons, seed }: CrossFitOrder,
  numerics: string,
): (split: Pick<Split, 'training' | 'test'>) => string {
  const common = createHash('sha256').update(JSON.stringify([trainingVersion, numerics, horizons, seed]));
  const names = table.columns.map(({ name, texts }) => ({ name, texts }));
  common.update(JSON.stringify([table.people, names]));
  for (const { numbers, textOfRow } of table.columns) common.update(numbers).update(textOfRow);
  common.update(table.followUp.time).update(table.followUp.event);
  return ({ training, test }) => {
    const digest = common.copy().update(`${training.length} of ${training.length + test.length}\n`);
    return digest.update(training).update(test).digest('hex').slice(0, 32);
  };
}

/** What is predicted in a split: as kept, or made now and kept. */
export async function keptOrMade(
  kept: KeptParts | undefined,
  key: string,
  make: (key: string) => Promise<SplitPredictions>,
): Promise<SplitPredictions> {
  const part = `${key}/predicted.json`;
  const before = await kept?.read(part);
  if (before) return JSON.parse(new TextDecoder().decode(before));
  const made = await make(key);
  await kept?.write(part, new TextEncoder().encode(JSON.stringify(made)));
  return made;
}
