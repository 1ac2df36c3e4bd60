import type { AuditLog } from '../ports/audit-log.ts';
import type { Clock } from '../ports/clock.ts';
import { instantKey } from './instant-order.ts';

/** The clock says less than the audit log has seen; a withdrawal recorded since would not be seen. */
export class ClockSetBack extends Error {
  readonly code = 'clock-set-back';
}

/** As much as a clock that is kept right by others may be put back while it runs. */
const toleratedMilliseconds = 5_000;

/**
 * Refuses to release anything while the clock is behind the last instant of the audit log.
 * @throws ClockSetBack
 */
export async function refuseClockSetBack(audit: AuditLog, now: string): Promise<void> {
  const last = await audit.lastInstant();
  if (last !== undefined && Date.parse(now) < Date.parse(last) - toleratedMilliseconds)
    throw new ClockSetBack('clock: it is behind the audit log; nothing is released until it is set right');
}

/** A clock that stands still where the given one is set back, as it may be while a long export runs. */
export function steadyClock(clock: Clock): Clock {
  let latest = clock.now();
  return {
    now: () => {
      const now = clock.now();
      if (instantKey(now) > instantKey(latest)) latest = now;
      return latest;
    },
  };
}
