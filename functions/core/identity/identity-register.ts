import type { IdentityVault } from '../ports/identity-vault.ts';
import type { Keys } from '../ports/keys.ts';
import { type JoinedPeople, nobodyJoined } from './joined-people.ts';
import { type Identity, IdentitySealer } from './sealed-identity.ts';

/**
 * Looks up who people are, in the vault and with its key. The one place in the service that opens an identity:
 * the outreach release alone holds it.
 */
export class IdentityRegister {
  readonly #vault: Pick<IdentityVault, 'find'>;
  readonly #keys: Keys;
  readonly #peopleNow: () => Promise<JoinedPeople>;

  /** @param peopleNow who is who by now: whoever is asked for by a former pseudonym is found under the present one */
  constructor(
    vault: Pick<IdentityVault, 'find'>,
    keys: Keys,
    peopleNow: () => Promise<JoinedPeople> = async () => nobodyJoined,
  ) {
    this.#vault = vault;
    this.#keys = keys;
    this.#peopleNow = peopleNow;
  }

  /**
   * Finds the sealed identities of some people, and gives a way to open one person's: the version in force
   * last, or undefined where the vault has none. Nothing is opened before it is asked for.
   */
  async lookUp(clients: ReadonlySet<string>): Promise<(client: string) => Identity | undefined> {
    const people = await this.#peopleNow();
    const { sealed, sealer } = await this.#readVault(
      new Set([...clients].map((one) => people.personOf(one))),
    );
    return (client) => {
      const person = people.personOf(client);
      const versions = (sealed.get(person) ?? []).map((text) => sealer.open(person, text));
      return versions.reduce<Identity | undefined>(
        (latest, version) => (latest && latest.validFrom > version.validFrom ? latest : version),
        undefined,
      );
    };
  }

  /** The keys are read after what they open; where one was destroyed in between, it is all read again. */
  async #readVault(
    clients: ReadonlySet<string>,
    isLastTry = false,
  ): Promise<{ readonly sealed: ReadonlyMap<string, string[]>; readonly sealer: IdentitySealer }> {
    const sealed = new Map<string, string[]>();
    for await (const one of this.#vault.find(clients)) {
      const ofClient = sealed.get(one.pseudonym);
      if (ofClient) ofClient.push(one.sealed);
      else sealed.set(one.pseudonym, [one.sealed]);
    }
    const sealer = new IdentitySealer(await this.#keys.vaultKeys());
    const isAllKnown = [...sealed.values()].flat().every((text) => sealer.knows(text));
    return isAllKnown || isLastTry ? { sealed, sealer } : this.#readVault(clients, true);
  }
}
