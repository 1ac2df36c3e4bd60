import { faultIdOf } from '../audit/log-scan.ts';
import type { AuditLog, SetAsideBy } from '../ports/audit-log.ts';

/** As much as one machine's clock is ahead of another's without anything being wrong. */
const toleratedMilliseconds = 5_000;

export const isAhead = (instant: string, now: string) =>
  Date.parse(instant) > Date.parse(now) + toleratedMilliseconds;

/** Lines one after the other that were written by a clock that was ahead. Until then nothing would be released. */
export interface InstantsAhead {
  readonly id: string;
  readonly line: number;
  readonly through: number;
  readonly setAside?: SetAsideBy | undefined;
}

/**
 * Lines of the log whose instants have not come yet, those that were set aside too. Questions as of another instant
 * are none of them.
 * @param now by a clock that is right
 */
export async function instantsAhead(audit: Pick<AuditLog, 'lines'>, now: string): Promise<InstantsAhead[]> {
  const ahead: number[] = [];
  const setAside: InstantsAhead[] = [];
  for await (const { line, entry } of audit.lines()) {
    if (entry.kind === 'fault-set-aside' && entry.fault.of === 'audit-instants') {
      const by = { line, at: entry.at, by: entry.requester.id };
      setAside.push({
        id: entry.faultId,
        line: entry.fault.line,
        through: entry.fault.through,
        setAside: by,
      });
    }
    if (!('isAsOf' in entry && entry.isAsOf) && isAhead(entry.at, now)) ahead.push(line);
  }
  const runs: { line: number; through: number }[] = [];
  for (const line of ahead) {
    if (setAside.some((range) => range.line <= line && line <= range.through)) continue;
    const last = runs.at(-1);
    if (last?.through === line - 1) last.through = line;
    else runs.push({ line, through: line });
  }
  return [...setAside, ...runs.map((run) => ({ id: faultIdOf('instant', run.line, run.through), ...run }))];
}
