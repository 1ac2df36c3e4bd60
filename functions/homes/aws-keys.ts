import { KmsKeys, openKms } from '../adapters/kms/kms-keys.ts';
import type { AnchorKey } from '../core/ports/anchor-store.ts';
import type { RotatingKeys } from '../core/ports/keys.ts';
import { type AwsSettings, BadEnvironment } from './environment.ts';
import type { Home } from './home.ts';

/** The secrets of a county on AWS, each in the store of its name, encrypted by KMS and bound to what it is for. */
export function awsKeys({ kmsKey }: AwsSettings, { objects }: Home): RotatingKeys & AnchorKey {
  if (kmsKey === undefined) throw new BadEnvironment('environment: no key of KMS');
  const client = openKms();
  const pseudonym = new KmsKeys({ client, keyId: kmsKey, objects: objects('pseudonym-key') });
  const answers = new KmsKeys({ client, keyId: kmsKey, objects: objects('answers-key') });
  const vault = new KmsKeys({ client, keyId: kmsKey, objects: objects('vault-key') });
  const anchor = new KmsKeys({ client, keyId: kmsKey, objects: objects('anchor-key') });
  return {
    anchorKey: () => anchor.anchorKey(),
    pseudonymKey: () => pseudonym.pseudonymKey(),
    answersKey: () => answers.answersKey(),
    vaultKeys: () => vault.vaultKeys(),
    renewVaultKey: () => vault.renewVaultKey(),
    destroyVaultKeys: (retired) => vault.destroyVaultKeys(retired),
  };
}
