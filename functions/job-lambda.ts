import type { ServiceMeasure } from '../data-contracts/vocabularies/service-metrics.ts';
import { withoutIdentityCodes } from './core/identity/personal-identity-code.ts';
import type { Journal } from './core/ports/journal.ts';

/** A job as Lambda runs it: its event in, what a state machine carries on out. */
export type JobLambda = (event: unknown) => Promise<Record<string, unknown>>;

/** What Step Functions sees of an error: a name that it can be told to catch or to try again, and a message. */
export class JobFailed extends Error {
  constructor(code: string, message: string) {
    super(message);
    this.name = code;
  }
}

interface JobParts<Done> {
  readonly name: string;
  readonly journal: Journal;
  readonly job: (event: never, context: never) => Promise<Done>;
  /** What was done, in little: 256 KB at most are handed on. */
  readonly receiptOf: (done: Done) => Record<string, unknown>;
  /** What is measured of what was done; nothing unless told. */
  readonly measuresOf?: (done: Done) => Partial<Record<ServiceMeasure, number>>;
}

/**
 * A Lambda that does a job. An error is thrown under the name of its code, so that a state machine can tell one
 * that passes from one that stays; of an error that nobody foresaw no words are told.
 */
export function jobLambda<Done>({ name, journal, job, receiptOf, measuresOf }: JobParts<Done>): JobLambda {
  return async (event) => {
    try {
      const done = await job(event as never, {} as never);
      journal.count('jobs-done');
      for (const [what, value] of Object.entries(measuresOf?.(done) ?? {}))
        journal.measure(what as ServiceMeasure, value);
      journal.note('job done', { job: name });
      return receiptOf(done);
    } catch (error) {
      journal.count('jobs-failed');
      journal.fault('job failed', error, { job: name });
      throw failed(error);
    } finally {
      journal.flush();
    }
  };
}

function failed(error: unknown): JobFailed {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return typeof code === 'string' && /^[a-z]+(-[a-z]+)+$/.test(code)
    ? new JobFailed(code, withoutIdentityCodes(String(message)))
    : new JobFailed('unforeseen', 'the job failed for a reason that nobody foresaw');
}
