/** Why an identity cannot be read. Carries nothing of it. */
export class IdentityError extends Error {
  readonly code: 'unopened-identity';

  constructor(code: IdentityError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
