/** Where a job is asked for that is done later, elsewhere. */
export interface JobRequests<Job> {
  /**
   * Asks, durably and once; false where it is known that the same was asked before under the id.
   * @throws JobIdTaken
   */
  request(id: string, job: Job): Promise<boolean>;
}

/** Another request has the id, or one that is over. */
export class JobIdTaken extends Error {
  readonly code = 'job-id-taken';
}
