/** S3 did not do what it was asked, after all attempts. Names what and where, never a key. */
export class S3Failed extends Error {
  readonly code: 's3-failed' | 'credentials-expired';

  constructor(what: string, bucket: string, cause: unknown) {
    const { name = 'unknown' } = (cause ?? {}) as { name?: string };
    super(`s3: ${what} in ${bucket}: ${name}`);
    this.code = expired.has(name) ? 'credentials-expired' : 's3-failed';
  }
}

const expired = new Set(['ExpiredToken', 'ExpiredTokenException', 'TokenRefreshRequired', 'RequestExpired']);

export const statusOf = (error: unknown): number | undefined =>
  (error as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode;
