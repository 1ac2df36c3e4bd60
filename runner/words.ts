import { InvalidArgumentError } from 'commander';
import { Instant } from '../data-contracts/schemas/fields.ts';

/** An instant in a command's words. */
export function instant(given: string): string {
  if (Instant.safeParse(given).success) return given;
  throw new InvalidArgumentError('expected an instant such as 2026-01-15T09:00:00Z.');
}
