import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { AnchorContent, AuditAnchor } from '../../../data-contracts/schemas/audit-anchor.ts';

/** Stands before the first anchor of a home. */
export const noAnchor = '0'.repeat(64);

/**
 * Signs the end of an audit log.
 * @param seed 32 bytes; the same seed and content give the same anchor
 * @throws ZodError for a content that is not of its form
 */
export function signedAnchor(content: Omit<AnchorContent, 'home'>, seed: Uint8Array): AuditAnchor {
  const key = privateKeyOf(seed);
  const publicKey = hexOf(createPublicKey(key));
  const parsed = inOrder(AnchorContent.parse({ ...content, home: homeOf(publicKey) }));
  return AuditAnchor.parse({
    ...parsed,
    publicKey,
    signature: sign(null, signedText(parsed), key).toString('hex'),
  });
}

/** The name of the home that a key is of. */
export const homeOf = (publicKey: string) => sha256(Buffer.from(publicKey, 'hex')).slice(0, 32);

/** The name of the home that signs with a secret. */
export const homeOfSeed = (seed: Uint8Array) => homeOf(hexOf(createPublicKey(privateKeyOf(seed))));

/** An anchor as it is published: JSON of one line. */
export const anchorText = (anchor: AuditAnchor) => JSON.stringify(anchor);

/** What the next anchor calls this one. */
export const anchorHash = (anchor: AuditAnchor) => sha256(anchorText(anchor));

/** What a published text says; undefined where it is no anchor written as anchors are. */
export function readAnchor(text: string): AuditAnchor | undefined {
  try {
    const read = AuditAnchor.safeParse(JSON.parse(text));
    return read.success && anchorText(signedInOrder(read.data)) === text ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** Whether an anchor was signed by the home that it names. */
export function isSignedByItsHome({ publicKey, signature, ...content }: AuditAnchor): boolean {
  if (homeOf(publicKey) !== content.home) return false;
  try {
    return verify(null, signedText(inOrder(content)), publicKeyOf(publicKey), Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}

const signedText = (content: AnchorContent) =>
  Buffer.from(`ennakko audit anchor 1\n${JSON.stringify(content)}`);

/** Fields in one order, as the bytes are what is signed. */
function inOrder({ number, home, at, lines, headHash, previous, copiedAfter }: AnchorContent): AnchorContent {
  return {
    number,
    home,
    at,
    lines,
    headHash,
    previous,
    ...(copiedAfter && { copiedAfter: { number: copiedAfter.number, hash: copiedAfter.hash } }),
  };
}

const signedInOrder = (anchor: AuditAnchor): AuditAnchor => ({
  ...inOrder(anchor),
  publicKey: anchor.publicKey,
  signature: anchor.signature,
});

const sha256 = (of: string | Uint8Array) => createHash('sha256').update(of).digest('hex');

/** RFC 8410: how keys of Ed25519 begin as PKCS 8 and as SubjectPublicKeyInfo; the 32 bytes follow. */
const asPkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const asSpki = Buffer.from('302a300506032b6570032100', 'hex');

function privateKeyOf(seed: Uint8Array): KeyObject {
  if (seed.length !== 32) throw new RangeError(`anchor key: expected 32 bytes, got ${seed.length}`);
  return createPrivateKey({ key: Buffer.concat([asPkcs8, seed]), format: 'der', type: 'pkcs8' });
}

const publicKeyOf = (hex: string) =>
  createPublicKey({ key: Buffer.concat([asSpki, Buffer.from(hex, 'hex')]), format: 'der', type: 'spki' });

const hexOf = (publicKey: KeyObject) =>
  publicKey.export({ format: 'der', type: 'spki' }).subarray(asSpki.length).toString('hex');
