import { JoseTokenVerifier } from '../../functions/adapters/jose/jose-token-verifier.ts';
import type { Journal } from '../../functions/core/ports/journal.ts';
import { systemClock } from '../../functions/homes/system.ts';
import type { ApiResult } from '../../functions/http/api-event.ts';
import type { FromWorker, ToldError, ToWorker, WorkerSettings, WorkerTask } from './worker-words.ts';

const tell = (said: FromWorker, then: () => void = () => {}) =>
  process.send?.(said, undefined, undefined, then);

/** Answers what the server asks, one question after the other, until the server is gone. */
export async function answerParent(): Promise<void> {
  let answer: ((task: WorkerTask) => Promise<ApiResult | null>) | undefined;
  process.on('disconnect', () => process.exit());
  const hear = async (said: ToWorker) => {
    if ('settings' in said) answer = answerer(said.settings);
    else tell({ result: await answer!(said.task), residentBytes: process.memoryUsage.rss() });
  };
  process.on('message', (said: ToWorker) => {
    hear(said).catch((error) => tell(faultOf('worker failed', error), () => process.exit(1)));
  });
}

/** Another command has the home. */
const homeBusy: ApiResult = { statusCode: 423 };

/** For jobs or for requests, and nothing of the other is loaded. */
function answerer({ folder, expected, keys, isForJobs }: WorkerSettings) {
  if (isForJobs)
    return async () => {
      const { doWaitingJobs } = await import('./local-jobs.ts');
      return (await doWaitingJobs(folder, journal)) ? homeBusy : null;
    };
  const verifier = JoseTokenVerifier.withKeys(expected, keys, systemClock);
  const loading = import('./local-apis.ts').then(({ localApis }) => localApis(folder, { verifier, journal }));
  // Whoever asks is told.
  loading.catch(() => {});
  return async (task: WorkerTask) =>
    task === 'jobs' ? null : (await loading)[task.api](task.event, {} as never);
}

/** The server keeps the journal of requests; faults are seen here. */
const journal: Journal = {
  note: () => {},
  fault: (fault, error, details) => void tell(faultOf(fault, error, details)),
  count: () => {},
  measure: () => {},
  flush: () => {},
};

const faultOf = (fault: string, error: unknown, details = {}): FromWorker => ({
  fault,
  error: told(error),
  details,
});

function told(error: unknown): ToldError {
  if (!(error instanceof Error)) return { name: 'unknown', message: '' };
  const { name, message, stack, code } = error as Error & { code?: unknown };
  return { name, message, stack, code: typeof code === 'string' ? code : undefined };
}
