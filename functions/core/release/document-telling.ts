import type { ToldDocument } from '../../../data-contracts/schemas/recorded-consent.ts';
import { instantKey } from './instant-order.ts';

/**
 * How one telling of a document stands to another of the same document: `conflicting` where both bear one version and
 * say different things, `unordered` where nothing says which came later.
 */
export type TellingOrder = 'same' | 'older' | 'newer' | 'conflicting' | 'unordered';

/** What the first is to the second. The instant of change decides; without it, a version that is a number. */
export function compareTellings(one: ToldDocument, other: ToldDocument): TellingOrder {
  const saysTheSame = one.says === other.says;
  if (one.version !== undefined && one.version === other.version) return saysTheSame ? 'same' : 'conflicting';
  const order = inOrder(changedAt(one), changedAt(other)) ?? inOrder(numberOf(one), numberOf(other));
  if (order === undefined) return saysTheSame && !isOrdered(one) && !isOrdered(other) ? 'same' : 'unordered';
  if (order === 0) return saysTheSame ? 'same' : 'conflicting';
  return order < 0 ? 'older' : 'newer';
}

const changedAt = ({ updatedAt }: ToldDocument) => updatedAt && instantKey(updatedAt);
const numberOf = ({ version }: ToldDocument) =>
  version !== undefined && /^\d+$/.test(version) ? Number(version) : undefined;
const isOrdered = ({ version, updatedAt }: ToldDocument) => version !== undefined || updatedAt !== undefined;

function inOrder<T extends string | number>(a: T | undefined, b: T | undefined): number | undefined {
  if (a === undefined || b === undefined) return undefined;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The telling that counts of each document, by its id: the last one told that was not older than the one before it. */
export function newestTellings(
  told: readonly { readonly document?: ToldDocument | undefined; readonly sequence?: number | undefined }[],
): ReadonlyMap<string, ToldDocument> {
  const newest = new Map<string, ToldDocument>();
  for (const { document } of [...told].sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0))) {
    if (document === undefined) continue;
    const known = newest.get(document.id);
    if (known === undefined || compareTellings(document, known) !== 'older')
      newest.set(document.id, document);
  }
  return newest;
}

/** Whether two are one telling: whoever tells it again has told it once. */
export const isSameTelling = (one: ToldDocument, other: ToldDocument) =>
  one.says === other.says && one.version === other.version && one.updatedAt === other.updatedAt;
