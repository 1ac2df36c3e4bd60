import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Where a process's number means something: the machine as it was last started and, in a container, the
 * container. Two containers on one volume each have a process 1, and neither sees the other's.
 */
export const processSpace: string = createHash('sha256')
  .update(
    [hostname(), textOf(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')), pidSpace()].join(),
  )
  .digest('hex')
  .slice(0, 12);

/** This process, all its threads alike, by a mark that none before it and none elsewhere has. */
export const processMark = `${processSpace}-${process.pid}-${startOf(process.pid) ?? startedSecond()}`;

const markForm = /^([0-9a-f]{12})-(\d{1,10})-(\d{1,20})$/;

/** Whether the process of a mark is still there; `elsewhere`: it cannot be seen from here. */
export function lifeOf(mark: string): 'alive' | 'gone' | 'elsewhere' {
  const [, space, pid, start] = markForm.exec(mark) ?? [];
  if (mark === processMark) return 'alive';
  if (space !== processSpace) return 'elsewhere';
  // our own number, and not our mark: the process that had the number before
  if (Number(pid) === process.pid || !isRunning(Number(pid))) return 'gone';
  const startNow = startOf(Number(pid));
  return startNow === undefined || startNow === start ? 'alive' : 'gone';
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process began, in the system's ticks: numbers come again. Undefined where the system does not say. */
function startOf(pid: number): string | undefined {
  const stat = textOf(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

function startedSecond(): string {
  return String(Math.round(Date.now() / 1000 - process.uptime()));
}

/** Which numbering of processes this is; where the system does not say, the machine's own. */
function pidSpace(): string {
  return textOf(() => readlinkSync('/proc/self/ns/pid'));
}

function textOf(read: () => string): string {
  try {
    return read().trim();
  } catch {
    return '';
  }
}
