import { CreateKeyCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { KmsKeys, openKms } from '../../functions/adapters/kms/kms-keys.ts';
import { keysUnder, type ObjectStore, textOf } from '../../functions/adapters/objects/object-store.ts';
import { vaultKeyId } from '../../functions/core/identity/vault-key-id.ts';
import { examKeys } from '../contract/ingest/keys-exam.ts';
import { endpoint, newPlace } from './moto.ts';

const kms = () => openKms({ endpoint: endpoint! });

async function newKeys() {
  const { KeyMetadata } = await kms().send(new CreateKeyCommand({}));
  const [objects] = await newPlace('keys/');
  return { keyId: KeyMetadata!.KeyId!, objects };
}

const open = (place: { keyId: string; objects: ObjectStore }) => new KmsKeys({ client: kms(), ...place });

describe.skipIf(!endpoint)('keys by KMS', () => {
  examKeys('KMS', async () => {
    const place = await newKeys();
    return () => open(place);
  });

  it('are kept as KMS encrypted them, each bound to what it is for', async () => {
    const place = await newKeys();
    const pseudonymKey = await open(place).pseudonymKey();
    await open(place).vaultKeys();
    expect(await keysUnder(place.objects, '')).toEqual(['pseudonym.key', 'vault.key']);
    const kept = (await textOf(place.objects, 'pseudonym.key'))!;
    expect(Buffer.from(kept, 'base64').includes(Buffer.from(pseudonymKey))).toBe(false);
    await place.objects.put('vault.key', Buffer.from(kept));
    await expect(open(place).vaultKeys()).rejects.toMatchObject({ code: 'kms-failed' });
  });

  it('of the vault are renewed once, where the renewal before was cut off at any step', async () => {
    const place = await newKeys();
    const [first] = await open(place).vaultKeys();
    const retired = `vault-retired-${vaultKeyId(first)}.key`;
    await place.objects.put(retired, Buffer.from((await textOf(place.objects, 'vault.key'))!));
    expect((await open(place).vaultKeys()).length).toBe(1);
    await open(place).renewVaultKey();
    const [second] = await open(place).vaultKeys();
    await place.objects.put('vault-next.key', Buffer.from((await textOf(place.objects, 'vault.key'))!));
    await open(place).renewVaultKey();
    const ids = (await open(place).vaultKeys()).map(vaultKeyId);
    expect(new Set(ids).size).toBe(3);
    expect(ids).toEqual(expect.arrayContaining([vaultKeyId(first), vaultKeyId(second)]));
  });

  it('say what could not be opened, and nothing of it', async () => {
    const place = await newKeys();
    await open(place).pseudonymKey();
    const stranger = new KmsKeys({ client: kms(), objects: place.objects, keyId: (await newKeys()).keyId });
    await expect(stranger.pseudonymKey()).rejects.toThrow(/^kms: opening the pseudonym key: \w+$/);
  });
});
