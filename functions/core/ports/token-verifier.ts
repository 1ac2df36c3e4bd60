/** What a token says, once its signature, issuer, audience and times have been found right. */
export interface VerifiedClaims {
  readonly subject: string;
  /** The token's own id, where its issuer gives one. */
  readonly tokenId: string | undefined;
  readonly issuer: string;
  /** Every claim as it stands. */
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface TokenVerifier {
  /**
   * @param token as it came: three parts of Base64url
   * @throws TokenRefused when it does not hold; TokenKeysUnavailable when nobody can tell
   */
  verify(token: string): Promise<VerifiedClaims>;
}

/** Why a token is not taken. */
export type TokenFault =
  | 'missing'
  | 'malformed'
  | 'algorithm'
  | 'unknown-key'
  | 'signature'
  | 'issuer'
  | 'audience'
  | 'expired'
  | 'not-yet-valid'
  | 'too-old'
  | 'claims';

/** A token is not taken. Carries nothing of the token. */
export class TokenRefused extends Error {
  readonly code = 'token-refused';
  readonly fault: TokenFault;

  constructor(fault: TokenFault) {
    super(`token: ${fault}`);
    this.fault = fault;
  }
}

/** The issuer's keys could not be had; the token may be right or not. */
export class TokenKeysUnavailable extends Error {
  readonly code = 'token-keys-unavailable';
}
