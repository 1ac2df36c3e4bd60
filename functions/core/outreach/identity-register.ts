import { type Identity, IdentitySealer } from '../ingest/sealed-identity.ts';
import type { IdentityVault } from '../ports/identity-vault.ts';
import type { Keys } from '../ports/keys.ts';

/**
 * Looks up who people are, in the vault and with its key. The one place in the service that opens an identity:
 * the outreach release alone holds it.
 */
export class IdentityRegister {
  readonly #vault: IdentityVault;
  readonly #keys: Keys;

  constructor(vault: IdentityVault, keys: Keys) {
    this.#vault = vault;
    this.#keys = keys;
  }

  /**
   * Finds the sealed identities of some people, and gives a way to open one person's: the version in force
   * last, or undefined where the vault has none. Nothing is opened before it is asked for.
   */
  async lookUp(clients: ReadonlySet<string>): Promise<(client: string) => Identity | undefined> {
    const sealed = new Map<string, string[]>();
    for await (const one of this.#vault.find(clients)) {
      const ofClient = sealed.get(one.pseudonym);
      if (ofClient) ofClient.push(one.sealed);
      else sealed.set(one.pseudonym, [one.sealed]);
    }
    const sealer = new IdentitySealer(await this.#keys.vaultKey());
    return (client) => {
      const versions = (sealed.get(client) ?? []).map((text) => sealer.open(client, text));
      return versions.reduce<Identity | undefined>(
        (latest, version) => (latest && latest.validFrom > version.validFrom ? latest : version),
        undefined,
      );
    };
  }
}
