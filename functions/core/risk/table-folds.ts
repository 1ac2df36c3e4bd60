import { createHash } from 'node:crypto';

/** One way to part a table's rows: each predicted fold is predicted by a model of all the other folds. */
export interface Repetition {
  readonly rep: string;
  readonly foldOfRow: readonly string[];
  readonly predicted: readonly string[];
}

/** Folds of about equal numbers of ids, dealt by seed. Rows of one id stay together; their order is no matter. */
export function seededFolds(ids: readonly string[], folds: number, seed: number): Repetition {
  const dealt = new Map(shuffledIds(ids, seed).map((id, at) => [id, String((at % folds) + 1)]));
  const predicted = Array.from({ length: folds }, (_, at) => String(at + 1));
  return { rep: '1', foldOfRow: ids.map((id) => dealt.get(id)!), predicted };
}

/** A share of the ids, drawn by seed, is predicted; the rest is trained on. */
export function seededTest(ids: readonly string[], testShare: number, seed: number): Repetition {
  const shuffled = shuffledIds(ids, seed);
  const tested = new Set(shuffled.slice(0, Math.round(testShare * shuffled.length)));
  return rowsForTest(ids.map((id) => tested.has(id)));
}

/** Some rows are predicted; the rest is trained on. */
export const rowsForTest = (isTest: readonly boolean[]): Repetition => ({
  rep: '1',
  foldOfRow: isTest.map((own) => (own ? 'test' : 'training')),
  predicted: ['test'],
});

/** Different ids in the order of their hash with the seed. */
function shuffledIds(ids: readonly string[], seed: number): string[] {
  const hashed = [...new Set(ids)].map((id) => ({
    id,
    hash: createHash('sha256').update(`${seed} ${id}`).digest('hex'),
  }));
  return hashed.sort((a, b) => (a.hash < b.hash ? -1 : 1)).map(({ id }) => id);
}
