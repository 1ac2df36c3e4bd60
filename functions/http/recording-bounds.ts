import { Problem } from './problem.ts';

/**
 * Statements recorded for one request over HTTP. Each is written to the ledger and to the audit log by itself and
 * durably: 11 processor milliseconds in a folder, and some 100 milliseconds of waiting for S3, so 25 seconds.
 */
export const mostStatements = 250;

/** @throws Problem before anything is recorded, for what a gateway would not wait for and would record in part */
export function refuseLongRecording(statements: readonly unknown[]): void {
  if (statements.length <= mostStatements) return;
  const rule = `at most ${mostStatements} statements over HTTP, one for each purpose and data source`;
  throw new Problem('cannot-be-answered', { errors: [{ field: 'entry', rule }] });
}
