import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import type { Clock } from '../../core/ports/clock.ts';
import {
  type TokenFault,
  TokenKeysUnavailable,
  TokenRefused,
  type TokenVerifier,
  type VerifiedClaims,
} from '../../core/ports/token-verifier.ts';

export interface ExpectedToken {
  readonly issuer: string;
  readonly audience: string;
}

/** Signatures by a private key alone: with none of these can a public key be taken for a shared secret. */
const algorithms = ['ES256', 'ES384', 'PS256', 'RS256', 'EdDSA'];
/** Tokens that say they are something else, such as a logout token, sign nobody in. */
const types = new Set(['jwt', 'at+jwt', 'application/at+jwt', undefined]);
const toleratedSeconds = 5;
const oldestSeconds = 24 * 60 * 60;
const longestToken = 8_192;

/**
 * Checks signed tokens (JWT): signature by a key of the issuer's set, algorithm, issuer, audience, times.
 * @source RFC 7519; RFC 8725 (best practice); RFC 9068
 */
export class JoseTokenVerifier implements TokenVerifier {
  readonly #expected: ExpectedToken;
  readonly #keys: JWTVerifyGetKey;
  readonly #clock: Clock;

  private constructor(expected: ExpectedToken, keys: JWTVerifyGetKey, clock: Clock) {
    this.#expected = expected;
    this.#keys = keys;
    this.#clock = clock;
  }

  static withKeys(expected: ExpectedToken, keys: JSONWebKeySet, clock: Clock): JoseTokenVerifier {
    return new JoseTokenVerifier(expected, createLocalJWKSet(keys), clock);
  }

  /** With keys fetched from the issuer, and fetched again when a token names one that is not known. */
  static withKeysAt(expected: ExpectedToken, url: string, clock: Clock): JoseTokenVerifier {
    const keys = createRemoteJWKSet(new URL(url), { timeoutDuration: 3_000, cooldownDuration: 30_000 });
    return new JoseTokenVerifier(expected, keys, clock);
  }

  async verify(token: string): Promise<VerifiedClaims> {
    if (token.length > longestToken) throw new TokenRefused('malformed');
    const payload = await this.#checked(token);
    const { sub, jti, iss } = payload;
    if (typeof sub !== 'string' || (jti !== undefined && typeof jti !== 'string'))
      throw new TokenRefused('claims');
    this.#refuseOtherAudience(payload);
    refuseOtherUse(payload);
    return { subject: sub, tokenId: jti, issuer: String(iss), claims: payload };
  }

  async #checked(token: string): Promise<JWTPayload> {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, this.#keys, {
        algorithms,
        issuer: this.#expected.issuer,
        requiredClaims: ['sub', 'exp', 'iat'],
        clockTolerance: toleratedSeconds,
        maxTokenAge: oldestSeconds,
        currentDate: new Date(this.#clock.now()),
      });
      if (!types.has(protectedHeader.typ?.toLowerCase())) throw new TokenRefused('claims');
      return payload;
    } catch (error) {
      throw faultOf(error);
    }
  }

  /** An access token of Cognito has no audience and names the client it was given to. */
  #refuseOtherAudience({ aud, client_id: client }: JWTPayload): void {
    const audiences = aud === undefined ? [client] : [aud].flat();
    if (!audiences.includes(this.#expected.audience)) throw new TokenRefused('audience');
  }
}

/** A token of Cognito says what it is for; who somebody is, an ID token tells a page and no service. */
function refuseOtherUse({ token_use: use }: JWTPayload): void {
  if (use !== undefined && use !== 'access') throw new TokenRefused('claims');
}

const faults: Readonly<Record<string, TokenFault>> = {
  ERR_JWT_EXPIRED: 'expired',
  ERR_JOSE_ALG_NOT_ALLOWED: 'algorithm',
  ERR_JOSE_NOT_SUPPORTED: 'algorithm',
  ERR_JWKS_NO_MATCHING_KEY: 'unknown-key',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'unknown-key',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'signature',
  ERR_JWS_INVALID: 'malformed',
  ERR_JWT_INVALID: 'malformed',
};

const faultsOfClaims: Readonly<Record<string, TokenFault>> = {
  iss: 'issuer',
  nbf: 'not-yet-valid',
  iat: 'claims',
};

function faultOf(error: unknown): Error {
  if (error instanceof TokenRefused) return error;
  if (error instanceof errors.JWTExpired && error.claim === 'iat') return new TokenRefused('too-old');
  if (error instanceof errors.JWTClaimValidationFailed)
    return new TokenRefused(faultsOfClaims[error.claim] ?? 'claims');
  const fault = faults[(error as { code?: string }).code ?? ''];
  if (fault) return new TokenRefused(fault);
  return new TokenKeysUnavailable('token: the keys of its issuer could not be had');
}
