import type { Journal } from '../../functions/core/ports/journal.ts';
import type { ApiResult } from '../../functions/http/api-event.ts';
import { Lane } from './lane.ts';
import { jobsProcess, type LaneName, lanes } from './lanes.ts';
import { areJobsWaiting } from './waiting-jobs.ts';
import { type ProcessSpec, WorkerProcess } from './worker-process.ts';
import type { WorkerSettings, WorkerTask } from './worker-words.ts';

/** Another command has the home: what was asked for is tried again so soon. */
const busyPauseMilliseconds = 2_000;

/** The processes behind the server: one a lane, and one for jobs. */
export function localWorkers(settings: Omit<WorkerSettings, 'isForJobs'>, journal: Journal) {
  const running = new Set<WorkerProcess>();
  const start = (spec: ProcessSpec, isForJobs = false) => {
    const worker = new WorkerProcess({ ...settings, isForJobs }, journal, spec);
    running.add(worker);
    void worker.ended().then(() => running.delete(worker));
    return worker;
  };
  const lane = (name: LaneName) =>
    new Lane<WorkerTask, ApiResult | null>(lanes[name], () => start(lanes[name]));
  const byName = Object.fromEntries(
    (Object.keys(lanes) as LaneName[]).map((name) => [name, lane(name)]),
  ) as Record<LaneName, ReturnType<typeof lane>>;
  let again: NodeJS.Timeout | undefined;
  const tryAgain = () => {
    again = undefined;
    jobs.run();
  };
  const jobs = oneAfterTheOther(async () => {
    if (!(await areJobsWaiting(settings.folder))) return;
    const worker = start(jobsProcess, true);
    try {
      const isHomeBusy = (await worker.answer('jobs')) !== null;
      if (isHomeBusy) again ??= setTimeout(tryAgain, busyPauseMilliseconds).unref();
    } catch (error) {
      journal.fault('job failed', error, {});
    } finally {
      worker.end();
    }
  });
  return {
    byName,
    /** Does the jobs that wait; what fails waits on, for the next time. */
    carryOut: jobs.run,
    /** Ends every process; jobs that are under way are done first. */
    close: async () => {
      clearTimeout(again);
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
