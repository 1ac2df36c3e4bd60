import type { NotRecorded } from '../../../data-contracts/schemas/not-recorded.ts';
import type { FeatureId } from '../../../data-contracts/vocabularies/features.ts';
import type { ClientMonthSummary } from './build-client-months.ts';
import { fewRows, tableOf } from './told-findings.ts';

/** Of fewer client-months something seldom may well be nobody's. */
const fewClientMonths = 1_000;

/**
 * Predictors that are 0 or missing for everybody though rows of their table were delivered, and that the county does
 * not say it does not record: something is wrong with the codes, the mapping or the days of recording. A table of which
 * nothing was delivered explains its predictors.
 */
export function unexplainedSilence(
  { rows, findings }: Pick<ClientMonthSummary, 'rows' | 'findings'>,
  notRecorded: NotRecorded,
): FeatureId[] {
  if (!findings || rows < fewClientMonths) return [];
  const isDelivered = (table: string) =>
    findings.recording.some((one) => one.table === table && one.rows >= fewRows);
  const isDeclared = (name: string) => notRecorded.some((one) => one === name);
  return findings.silent.filter(
    (name) => isDelivered(tableOf(name)) && !isDeclared(name) && !isDeclared(tableOf(name)),
  );
}
