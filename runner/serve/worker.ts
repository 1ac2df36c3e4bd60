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

/** Each part is loaded when it is first asked for: a process of one lane needs no other’s. */
function answerer({ folder, expected, keys }: WorkerSettings) {
  const verifier = JoseTokenVerifier.withKeys(expected, keys, systemClock);
  const apis = once(async () => (await import('./local-apis.ts')).localApis(folder, { verifier, journal }));
  return async (task: WorkerTask): Promise<ApiResult | null> => {
    if (typeof task === 'object') return (await apis())[task.api](task.event, {} as never);
    if (task === 'ready') await apis();
    else await (await import('./local-jobs.ts')).localJobs(folder, journal).carryOut();
    return null;
  };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
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
