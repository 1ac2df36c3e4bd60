import { createRequire } from 'node:module';

/**
 * Gives back to `node:util` the two old functions that tfjs-node 4.22 still calls and that Node 23 took away.
 * Does nothing where they exist.
 */
export function keepNativeAlive(): void {
  const util = createRequire(import.meta.url)('node:util') as Record<string, unknown>;
  util.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  util.isArray ??= Array.isArray;
}
