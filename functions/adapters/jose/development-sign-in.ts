import { type CryptoKey, exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { usualClaimNames } from '../../core/sign-in/requester-of-claims.ts';
import type { ExpectedToken } from './jose-token-verifier.ts';

/** As long as a working day is busy. */
const lifetimeSeconds = 4 * 60 * 60;

/**
 * Signs in whoever says who they are, for trying the service on one machine. Its key lives in this process and
 * no longer, and its issuer is an address of this machine, which no service elsewhere takes.
 */
export class DevelopmentSignIn {
  readonly expected: ExpectedToken;
  /** The public part. */
  readonly keys: JSONWebKeySet;
  readonly #privateKey: CryptoKey;
  readonly #clock: Clock;
  readonly #newId: () => string;

  private constructor(
    expected: ExpectedToken,
    keys: JSONWebKeySet,
    privateKey: CryptoKey,
    ports: { readonly clock: Clock; readonly newId: () => string },
  ) {
    this.expected = expected;
    this.keys = keys;
    this.#privateKey = privateKey;
    this.#clock = ports.clock;
    this.#newId = ports.newId;
  }

  static async start(
    issuer: string,
    ports: { readonly clock: Clock; readonly newId: () => string },
  ): Promise<DevelopmentSignIn> {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const key = { ...(await exportJWK(publicKey)), kid: ports.newId(), alg: 'ES256', use: 'sig' };
    return new DevelopmentSignIn({ issuer, audience: 'ennakko' }, { keys: [key] }, privateKey, ports);
  }

  /** A token for the requester. */
  token({ id, role, unit, represents }: Requester): Promise<string> {
    const names = usualClaimNames;
    const now = Math.floor(Date.parse(this.#clock.now()) / 1000);
    const { issuer, audience } = this.expected;
    return new SignJWT({
      [names.role]: role,
      [names.unit]: unit,
      ...(represents && { [names.represents]: represents }),
    })
      .setProtectedHeader({ alg: 'ES256', kid: this.keys.keys[0]!.kid!, typ: 'JWT' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(id)
      .setJti(this.#newId())
      .setIssuedAt(now)
      .setExpirationTime(now + lifetimeSeconds)
      .sign(this.#privateKey);
  }
}
