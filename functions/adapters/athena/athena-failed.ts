import type { QueryExecution } from '@aws-sdk/client-athena';

type Reason =
  | 'query-failed'
  | 'query-cancelled'
  | 'query-too-large'
  | 'too-slow'
  | 'athena-unavailable'
  | 'credentials-expired';

/**
 * Athena gave no answer. Names the query and the kind of error: what Athena says of it beyond that may quote
 * rows or values, and goes no further.
 */
export class AthenaFailed extends Error {
  readonly code: Reason;

  constructor(code: Reason, query: string, what: string) {
    super(`athena: ${query}: ${what}`);
    this.code = code;
  }

  static ofExecution(query: string, { Status = {}, QueryExecutionId }: QueryExecution): AthenaFailed {
    const { State = 'unknown', StateChangeReason = '', AthenaError } = Status;
    const kind = /^[A-Z][A-Z_]+(?=:)/.exec(StateChangeReason)?.[0];
    const numbers =
      AthenaError && `category ${AthenaError.ErrorCategory ?? '?'}, type ${AthenaError.ErrorType ?? '?'}`;
    const what = [State, kind, numbers, `execution ${QueryExecutionId}`].filter(Boolean).join(', ');
    return new AthenaFailed(State === 'CANCELLED' ? 'query-cancelled' : 'query-failed', query, what);
  }

  static ofService(query: string, cause: unknown): AthenaFailed {
    const { name = 'unknown' } = (cause ?? {}) as { name?: string };
    return new AthenaFailed(codeOf(name), query, name);
  }
}

function codeOf(name: string): Reason {
  if (name === 'AbortError') return 'query-cancelled';
  return /^(Expired|TokenRefresh|RequestExpired|UnrecognizedClient)/.test(name)
    ? 'credentials-expired'
    : 'athena-unavailable';
}
