import { createHash } from 'node:crypto';

/** Which names are in a set, as a digest that says none of them; their order does not matter. */
export const digestOfSet = (names: Iterable<string>): string =>
  createHash('sha256')
    .update([...names].sort().join('\n'))
    .digest('hex');
