/** Why ingest stops. Never carries a value of a delivered row. */
export class IngestError extends Error {
  readonly code: 'bad-delivery' | 'mixed-origins' | 'other-pseudonym-key' | 'rows-unaccounted';

  constructor(code: IngestError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
