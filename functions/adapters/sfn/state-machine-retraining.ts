import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { TrainJob } from '../../core/jobs.ts';
import { RetrainingIdTaken, type RetrainingRequests } from '../../core/ports/retraining-requests.ts';

/** Step Functions did not begin the training. Names what went wrong, never with what. */
export class StateMachineFailed extends Error {
  readonly code = 'state-machine-failed';
}

/** A new model is asked for by beginning an execution of the state machine that trains, under the request's id. */
export class StateMachineRetraining implements RetrainingRequests {
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
  async request(id: string, job: TrainJob): Promise<boolean> {
    const input = JSON.stringify(job);
    try {
      await this.#client.send(new StartExecutionCommand({ stateMachineArn: this.#machine, name: id, input }));
      return true;
    } catch (error) {
      if (error instanceof ExecutionAlreadyExists)
        throw new RetrainingIdTaken('retraining: the id is another request’s, or of one that has ended');
      throw new StateMachineFailed(`retraining: not begun: ${(error as Error).name}`);
    }
  }
}
