import type { DeliveredRows } from '../delivered-files/delivered-rows.ts';
import type { MappedJob } from './mapped-job.ts';
import { openMappedRows } from './mapped-rows.ts';
import { openVersions } from './mapped-versions.ts';
import type { NativePorts } from './native-rows.ts';

/**
 * Opens a native file as rows of its table: in front of the door, which sees them as it would see delivered ones. Why a
 * row is turned away is told in the words of the native file: its line, and `COLUMN > field`.
 */
export function openMapped(ports: NativePorts, job: MappedJob): Promise<DeliveredRows> {
  const { mapped } = job.mapping.inUse;
  return 'versions' in mapped ? openVersions(ports, job, mapped) : openMappedRows(ports, job, mapped);
}
