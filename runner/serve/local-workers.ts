import type { Journal } from '../../functions/core/ports/journal.ts';
import type { ApiResult } from '../../functions/http/api-event.ts';
import { Lane } from './lane.ts';
import { type LaneName, lanes } from './lanes.ts';
import { WorkerProcess } from './worker-process.ts';
import type { WorkerSettings, WorkerTask } from './worker-words.ts';

/** What is asked most; the others get ready when they are asked. */
const readyFromTheStart: readonly LaneName[] = ['light', 'people'];

/** The processes behind the server: one a lane, and one for jobs. */
export function localWorkers(settings: WorkerSettings, journal: Journal) {
  const running = new Set<WorkerProcess>();
  const start = (isBehind = false) => {
    const worker = new WorkerProcess(settings, journal, { isBehind });
    running.add(worker);
    void worker.ended().then(() => running.delete(worker));
    return worker;
  };
  const lane = (name: LaneName) =>
    new Lane<WorkerTask, ApiResult | null>(lanes[name], () => start('isBehind' in lanes[name]));
  const byName = Object.fromEntries(
    (Object.keys(lanes) as LaneName[]).map((name) => [name, lane(name)]),
  ) as Record<LaneName, ReturnType<typeof lane>>;
  const jobs = oneAfterTheOther(async () => {
    const worker = start(true);
    try {
      await worker.answer('jobs');
    } catch (error) {
      journal.fault('job failed', error, {});
    } finally {
      worker.end();
    }
  });
  for (const name of readyFromTheStart) byName[name].ask('ready', 'server').catch(() => {});
  return {
    byName,
    /** Does the jobs that wait; what fails waits on, for the next time. */
    carryOut: jobs.run,
    /** Ends every process; jobs that are under way are done first. */
    close: async () => {
      for (const one of Object.values(byName)) one.close();
      await jobs.settled();
      await Promise.all([...running].map((worker) => worker.ended()));
    },
  };
}

/** Runs a piece of work again when it is asked for while it runs, once however often. */
function oneAfterTheOther(work: () => Promise<void>) {
  let underWay: Promise<void> | undefined;
  let isAskedAgain = false;
  const run = async () => {
    do {
      isAskedAgain = false;
      await work();
    } while (isAskedAgain);
    underWay = undefined;
  };
  return {
    run: () => {
      isAskedAgain = true;
      underWay ??= run();
    },
    settled: async () => underWay,
  };
}
