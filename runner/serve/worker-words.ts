import type { JSONWebKeySet } from 'jose';
import type { ApiName } from '../../data-contracts/api/index.ts';
import type { ExpectedToken } from '../../functions/adapters/jose/jose-token-verifier.ts';
import type { ApiResult, GatewayEvent } from '../../functions/http/api-event.ts';

/** What a process of the server stands on: the folder, and whose tokens hold. */
export interface WorkerSettings {
  readonly folder: string;
  readonly expected: ExpectedToken;
  readonly keys: JSONWebKeySet;
  /** Else it gets ready for requests at once. */
  readonly isForJobs: boolean;
}

/** A request for one of the APIs, or the jobs that were asked for over HTTP. */
export type WorkerTask = { readonly api: ApiName; readonly event: GatewayEvent } | 'jobs';

/** What the server says to its process. */
export type ToWorker = { readonly settings: WorkerSettings } | { readonly task: WorkerTask };

/** An error as it goes from one process to another. */
export interface ToldError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly code?: string | undefined;
}

/** What the process says: an answer with the memory that it takes then, or a fault for the journal. */
export type FromWorker =
  | { readonly result: ApiResult | null; readonly residentBytes: number }
  | {
      readonly fault: string;
      readonly error: ToldError;
      readonly details: Record<string, string | number | boolean>;
    };
