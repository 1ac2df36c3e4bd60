import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DevelopmentSignIn } from '../../../functions/adapters/jose/development-sign-in.ts';
import { JoseTokenVerifier } from '../../../functions/adapters/jose/jose-token-verifier.ts';
import { requesterOfClaims, usualClaimNames } from '../../../functions/core/sign-in/requester-of-claims.ts';

const issuer = 'https://issuer.example/county';
const audience = 'ennakko';
const at = '2026-05-05T09:00:00Z';
const now = Date.parse(at) / 1000;
const clock = { now: () => at };

const [first, second, stranger] = await Promise.all(
  ['RS256', 'ES256', 'RS256'].map((alg) => generateKeyPair(alg, { extractable: true })),
);
const publicKeys = {
  keys: [
    { ...(await exportJWK(first!.publicKey)), kid: 'first', alg: 'RS256' },
    { ...(await exportJWK(second!.publicKey)), kid: 'second', alg: 'ES256' },
  ],
};
const verifier = JoseTokenVerifier.withKeys({ issuer, audience }, publicKeys, clock);

const claims = {
  iss: issuer,
  aud: audience,
  sub: 'w-17',
  jti: 't-1',
  iat: now - 60,
  nbf: now - 60,
  exp: now + 3_600,
  ennakko_role: 'prevention-worker',
  ennakko_unit: 'unit-4',
};

const signed = (
  changes: JWTPayload = {},
  header: JWTHeaderParameters = { alg: 'RS256', kid: 'first' },
  key: Parameters<SignJWT['sign']>[0] = first!.privateKey,
) => new SignJWT({ ...claims, ...changes }).setProtectedHeader(header).sign(key, { crit: { x: true } });

const part = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
const faultOf = (token: string) =>
  verifier.verify(token).then(
    () => 'taken',
    ({ fault }: { fault: string }) => fault,
  );

describe('a token', () => {
  it('that is right says who asks, whichever of the issuer’s keys signed it', async () => {
    const asES256 = await signed({}, { alg: 'ES256', kid: 'second' }, second!.privateKey);
    for (const token of [await signed(), asES256]) {
      const verified = await verifier.verify(token);
      expect(verified).toMatchObject({ subject: 'w-17', tokenId: 't-1', issuer });
      expect(requesterOfClaims(verified, usualClaimNames)).toEqual({
        id: 'w-17',
        role: 'prevention-worker',
        unit: 'unit-4',
      });
    }
  });

  it.each<[string, JWTPayload]>([
    ['expired', { exp: now - 6 }],
    ['not-yet-valid', { nbf: now + 6 }],
    ['issuer', { iss: 'https://issuer.example/other' }],
    ['issuer', { iss: `${issuer}/` }],
    ['audience', { aud: 'another-service' }],
    ['audience', { aud: ['another-service'] }],
    ['audience', { aud: undefined }],
    ['audience', { aud: 'another-service', client_id: audience }],
    ['too-old', { iat: now - 86_406 }],
    ['claims', { iat: now + 60, nbf: now - 60 }],
    ['claims', { exp: undefined }],
    ['claims', { iat: undefined }],
    ['claims', { sub: undefined }],
    ['claims', { exp: 'never' as never }],
  ])('is refused: %s %o', async (fault, changes) => {
    expect(await faultOf(await signed(changes))).toBe(fault);
  });

  it('without an audience is taken for the client it names', async () => {
    expect(await faultOf(await signed({ aud: undefined, client_id: audience }))).toBe('taken');
  });

  it('is taken within five seconds of its bounds, as clocks differ', async () => {
    expect(await faultOf(await signed({ exp: now - 4, nbf: now + 4 }))).toBe('taken');
  });

  it('without a signature is refused', async () => {
    for (const alg of ['none', 'None', 'NONE', 'nOnE'])
      expect(await faultOf(`${part({ alg })}.${part(claims)}.`)).not.toBe('taken');
    const [header, payload] = (await signed()).split('.');
    expect(await faultOf(`${header}.${payload}.`)).toBe('signature');
  });

  it('signed with the issuer’s public key as if it were a shared secret is refused', async () => {
    const pem = new TextEncoder().encode(await exportSPKI(first!.publicKey));
    const jwk = new TextEncoder().encode(JSON.stringify(publicKeys.keys[0]));
    for (const secret of [pem, jwk])
      expect(await faultOf(await signed({}, { alg: 'HS256', kid: 'first' }, secret))).toBe('algorithm');
  });

  it('signed by a stranger is refused, whatever key it brings or names', async () => {
    const own = await exportJWK(stranger!.publicKey);
    const headers: JWTHeaderParameters[] = [
      { alg: 'RS256', kid: 'first' },
      { alg: 'RS256', kid: 'first', jwk: own },
      { alg: 'RS256', kid: 'first', jku: 'https://stranger.example/keys' },
    ];
    for (const header of headers)
      expect(await faultOf(await signed({}, header, stranger!.privateKey))).toBe('signature');
    for (const kid of ['third', '../keys', "' or 1=1", '__proto__'])
      expect(await faultOf(await signed({}, { alg: 'RS256', kid }, stranger!.privateKey))).toBe(
        'unknown-key',
      );
  });

  it('with another role, unit or id in its payload than was signed is refused', async () => {
    const [header, , signature] = (await signed()).split('.');
    for (const change of [
      { ennakko_role: 'data-protection-officer' },
      { ennakko_unit: 'unit-5' },
      { sub: 'w-1' },
    ])
      expect(await faultOf(`${header}.${part({ ...claims, ...change })}.${signature}`)).toBe('signature');
  });

  it('with another algorithm in its header than was signed is refused', async () => {
    const [, payload, signature] = (await signed()).split('.');
    for (const alg of ['PS256', 'RS512', 'ES256', 'HS256', 'none'])
      expect(await faultOf(`${part({ alg, kid: 'first' })}.${payload}.${signature}`)).not.toBe('taken');
  });

  it('of another kind is refused', async () => {
    const logout = await signed({}, { alg: 'RS256', kid: 'first', typ: 'logout+jwt' });
    expect(await faultOf(logout)).toBe('claims');
    expect(await faultOf(await signed({}, { alg: 'RS256', kid: 'first', crit: ['x'], x: 1 }))).not.toBe(
      'taken',
    );
  });

  it.each([
    '',
    '.',
    '..',
    'a.b.c',
    'a'.repeat(100_000),
    `${part({})}.${part({})}.`,
    '{"alg":"none"}',
    '\u0000',
  ])('that is none is refused: %.20j', async (text) => {
    expect(await faultOf(text)).toMatch(/malformed|algorithm/);
  });

  it('says nothing of itself where it is refused', async () => {
    const token = await signed({ sub: '010190-999X' as string, exp: now - 60 });
    const error = await verifier.verify(token).catch((refused: Error) => refused);
    expect(String((error as Error).stack) + JSON.stringify(error)).not.toMatch(/010190|unit-4|eyJ/);
  });
});

describe('who asks', () => {
  const asks = (changes: Record<string, unknown>) =>
    requesterOfClaims(
      { subject: 'w-17', tokenId: 't', issuer, claims: { ...claims, ...changes } },
      usualClaimNames,
    );

  it.each([
    { ennakko_role: undefined },
    { ennakko_role: 'administrator' },
    { ennakko_role: 'constructor' },
    { ennakko_role: ['planner', 'data-protection-officer'] },
    { ennakko_role: 'planner ' },
    { ennakko_unit: undefined },
    { ennakko_unit: ['unit-4', 'unit-5'] },
    { ennakko_unit: '../unit-5' },
    { ennakko_unit: "unit' or '1'='1" },
    { ennakko_represents: 'everybody' },
  ])('is nobody with %o', (changes) => {
    expect(() => asks(changes)).toThrow('token: claims');
  });

  it('is nobody whose id or unit is a personal identity code', () => {
    expect(() => asks({ ennakko_unit: '140238-900F' })).toThrow(
      'requester.unit: holds a personal identity code',
    );
  });

  it('is as the claims that the county’s issuer has say', () => {
    const names = { role: 'custom:role', unit: 'custom:unit', represents: 'custom:represents' };
    const own = { 'custom:role': 'planner', 'custom:unit': 'unit-9' };
    expect(requesterOfClaims({ subject: 'w-2', tokenId: 't', issuer, claims: own }, names)).toEqual({
      id: 'w-2',
      role: 'planner',
      unit: 'unit-9',
    });
    const usual = { subject: 'w-2', tokenId: 't', issuer, claims };
    expect(() => requesterOfClaims(usual, names)).toThrow('token: claims');
  });
});

describe('keys at an address', () => {
  let served: unknown = publicKeys;
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    if (served === undefined) response.writeHead(503).end();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(served));
  });
  let url: string;
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
  });
  afterAll(() => server.close());

  it('are fetched once for many tokens, and of an unknown key not at every token', async () => {
    const remote = JoseTokenVerifier.withKeysAt({ issuer, audience }, url, clock);
    for (let count = 0; count < 5; count += 1) await remote.verify(await signed());
    const unknown = await signed({}, { alg: 'RS256', kid: 'third' });
    for (let count = 0; count < 5; count += 1)
      await expect(remote.verify(unknown)).rejects.toMatchObject({ fault: 'unknown-key' });
    expect(asked).toBe(1);
  });

  it('that cannot be had are no fault of the token', async () => {
    served = undefined;
    const remote = JoseTokenVerifier.withKeysAt({ issuer, audience }, url, clock);
    await expect(remote.verify(await signed())).rejects.toMatchObject({ code: 'token-keys-unavailable' });
  });
});

describe('the development sign-in', () => {
  it('gives a token that says who asks, and no other process’s service takes it', async () => {
    const ids = ['k-1', 't-1', 'k-2', 't-2'];
    const ports = { clock, newId: () => ids.shift()! };
    const here = await DevelopmentSignIn.start('http://localhost:8787', ports);
    const requester = { id: 'w-3', role: 'client-representative', unit: 'guardians' } as const;
    const represents = 'a'.repeat(32);
    const token = await here.token({ ...requester, represents });
    const own = JoseTokenVerifier.withKeys(here.expected, here.keys, clock);
    expect(requesterOfClaims(await own.verify(token), usualClaimNames)).toEqual({ ...requester, represents });
    const there = await DevelopmentSignIn.start('http://localhost:8787', ports);
    const other = JoseTokenVerifier.withKeys(there.expected, there.keys, clock);
    await expect(other.verify(token)).rejects.toMatchObject({ fault: 'unknown-key' });
  });
});
