import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { JobIdTaken, type JobRequests } from '../../core/ports/job-requests.ts';

/** Step Functions did not begin the job. Names what went wrong, never with what. */
export class StateMachineFailed extends Error {
  readonly code = 'state-machine-failed';
}

/**
 * A job is asked for by beginning an execution of the state machine that does it, under the request's id. Step
 * Functions keeps name and input for months: neither may hold more of anybody than a pseudonym.
 */
export class StateMachineRequests<Job> implements JobRequests<Job> {
  readonly #machine: string;
  readonly #client: Pick<SFNClient, 'send'>;

  constructor(machine: string, client: Pick<SFNClient, 'send'> = new SFNClient({ maxAttempts: 8 })) {
    this.#machine = machine;
    this.#client = client;
  }

  /**
   * An execution that is running the same request is begun once. One that has ended, or has another request's
   * input, keeps its name: the id is taken.
   */
  async request(id: string, job: Job): Promise<boolean> {
    const input = JSON.stringify(job);
    try {
      await this.#client.send(new StartExecutionCommand({ stateMachineArn: this.#machine, name: id, input }));
      return true;
    } catch (error) {
      if (error instanceof ExecutionAlreadyExists)
        throw new JobIdTaken('job: the id is another request’s, or of one that has ended');
      throw new StateMachineFailed(`job: not begun: ${(error as Error).name}`);
    }
  }
}
