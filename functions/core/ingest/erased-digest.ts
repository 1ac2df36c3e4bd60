import { createHash } from 'node:crypto';

/** Which people have been erased, as a digest that says of nobody who. */
export const erasedDigest = (clients: ReadonlySet<string>) =>
  createHash('sha256')
    .update([...clients].sort().join('\n'))
    .digest('hex');
