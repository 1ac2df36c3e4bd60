/** KMS did not do what it was asked, after all attempts. Carries nothing of a key. */
export class KmsFailed extends Error {
  readonly code = 'kms-failed';

  constructor(what: string, cause: unknown) {
    super(`kms: ${what}: ${(cause as { name?: string } | undefined)?.name ?? 'unknown'}`);
  }
}
