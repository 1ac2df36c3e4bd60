import { setTimeout as wait } from 'node:timers/promises';
import type { ServedHome } from './served-home.ts';

/** A figure with the bound that it must keep. */
export interface Figure {
  readonly what: string;
  readonly told: string;
  readonly isKept: boolean;
}

export const figure = (what: string, told: string, isKept = true): Figure => ({ what, told, isKept });

/** A number at most so large. */
export const atMost = (what: string, value: number, bound: number, unit: string): Figure =>
  figure(what, `${round(value)} ${unit} (at most ${bound})`, value <= bound);

export const round = (value: number) => Math.round(value * 100) / 100;

/** The value that a share of the values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Does some work, and tells the largest memory meanwhile and a quarter of a second each time. */
export async function withMemory<Done>(home: ServedHome, work: () => Promise<Done>) {
  const megabytes = [home.residentMegabytes()];
  let isDone = false;
  const watching = (async () => {
    while (!isDone) {
      await wait(250);
      megabytes.push(home.residentMegabytes());
    }
  })();
  try {
    return { done: await work(), megabytes };
  } finally {
    isDone = true;
    await watching;
  }
}

/** Statuses by how often, such as `200 × 33, 503 × 167`. */
export function counted(statuses: readonly number[]): string {
  const times = new Map<number, number>();
  for (const status of statuses) times.set(status, (times.get(status) ?? 0) + 1);
  return [...times]
    .sort(([one], [other]) => one - other)
    .map(([status, count]) => `${status} × ${count}`)
    .join(', ');
}

/**
 * How many seconds of the clock a processor second takes here, at least 1: of a machine that others use as well,
 * bounds in seconds are for that much more.
 */
export function slowdown(): number {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  let spent = 0;
  while (spent < 300) {
    for (let at = 0; at < 1e6; at += 1) Math.sqrt(at);
    const { user, system } = process.cpuUsage(used);
    spent = (user + system) / 1000;
  }
  return Math.max(1, (performance.now() - begun) / spent);
}
