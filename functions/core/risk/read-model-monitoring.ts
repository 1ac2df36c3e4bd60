import {
  ModelMonitoring,
  type MonitoringStatement,
  type WordedMonitoring,
} from '../../../data-contracts/schemas/model-monitoring.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { PublicationStore } from '../ports/publication-store.ts';
import { type AccessPorts, accessInLog } from '../release/access-in-log.ts';
import { requireCurrent } from '../require-current.ts';
import { requireProgramme } from '../require-programme.ts';
import { monitoringStation } from './model-monitoring.ts';

/** Says in words how a model stands. */
export type WordMonitoring = (monitoring: ModelMonitoring) => MonitoringStatement[];

export interface MonitoringPorts extends AccessPorts {
  readonly publications: PublicationStore;
  readonly wordMonitoring: WordMonitoring;
}

/**
 * How old the model behind a programme's current scores is, and what has drifted, in figures and words.
 * @throws AccessRefused, UnknownProgramme, NothingPublished
 */
export async function readModelMonitoring(
  ports: MonitoringPorts,
  { programme, requester }: { readonly programme: string; readonly requester: Requester },
): Promise<WordedMonitoring> {
  await accessInLog(ports, requester, 'read-model-card');
  const station = monitoringStation(requireProgramme(programme).id);
  const { summary } = await requireCurrent(ports.publications, station);
  const monitoring = ModelMonitoring.parse(summary);
  return { ...monitoring, statements: ports.wordMonitoring(monitoring) };
}
