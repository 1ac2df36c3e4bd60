/** Calls a handler as Lambda would, with the context that nobody here reads. */
export function invoke<Job, Answer>(
  handler: (job: Job, context: never) => Promise<Answer>,
  job: Job,
): Promise<Answer> {
  return handler(job, {} as never);
}
