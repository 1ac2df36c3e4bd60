/** That one pseudonym is of the person whom another is of. */
export interface StatedIdentity {
  readonly former: string;
  readonly client: string;
}

/** Why what is stated of an identifier joins nobody. */
export type JoiningFault = 'claimed-by-two' | 'in-a-circle';

/** Pseudonyms by person: several that deliveries have made of one person are one, and any other is a person's own. */
export class JoinedPeople {
  readonly #personOf: ReadonlyMap<string, string>;
  readonly #formerOf = new Map<string, string[]>();

  /** @param pairs of a pseudonym and the one that its person has now */
  constructor(pairs: Iterable<readonly [string, string]>) {
    this.#personOf = new Map([...pairs].sort());
    for (const [former, person] of this.#personOf) {
      const known = this.#formerOf.get(person);
      if (known) known.push(former);
      else this.#formerOf.set(person, [former]);
    }
  }

  /** By former pseudonym; the same people give the same pairs. */
  get pairs(): readonly (readonly [string, string])[] {
    return [...this.#personOf];
  }

  /** The pseudonym that somebody has now. */
  personOf(pseudonym: string): string {
    return this.#personOf.get(pseudonym) ?? pseudonym;
  }

  /** Every pseudonym of the person whom one of them is of, the present one first. */
  pseudonymsOf(pseudonym: string): readonly string[] {
    const person = this.personOf(pseudonym);
    return [person, ...(this.#formerOf.get(person) ?? [])];
  }

  /** Some people by every pseudonym that they have or have had. */
  allOf(pseudonyms: Iterable<string>): ReadonlySet<string> {
    return new Set([...pseudonyms].flatMap((one) => this.pseudonymsOf(one)));
  }
}

export const nobodyJoined = new JoinedPeople([]);

/**
 * Who is who, of everything that is stated, in whatever order: what is stated one of another is followed to its end.
 * What does not lead to one end joins nobody: neither of two people who are said to have had one identifier, nor
 * anybody whose identifiers lead in a circle.
 */
export function joinPeople(stated: readonly StatedIdentity[]): {
  readonly people: JoinedPeople;
  readonly faults: ReadonlyMap<string, JoiningFault>;
} {
  const clientsOf = gathered(stated.map(({ former, client }) => [former, client]));
  const formerOf = gathered(stated.map(({ former, client }) => [client, former]));
  const ends = new Map<string, string>();
  const faults = new Map<string, JoiningFault>();
  const endOf = (one: string) => (clientsOf.has(one) ? ends.get(one) : one);
  const isReady = (former: string) =>
    !ends.has(former) && [...clientsOf.get(former)!].every((client) => endOf(client) !== undefined);
  const ready = [...clientsOf.keys()].filter(isReady);
  for (let former = ready.pop(); former !== undefined; former = ready.pop()) {
    if (ends.has(former)) continue;
    const [end, ...others] = new Set([...clientsOf.get(former)!].map((client) => endOf(client)!));
    if (others.length > 0) faults.set(former, 'claimed-by-two');
    ends.set(former, others.length > 0 ? former : end!);
    for (const one of formerOf.get(former) ?? []) if (isReady(one)) ready.push(one);
  }
  for (const former of clientsOf.keys()) if (!ends.has(former)) faults.set(former, 'in-a-circle');
  return { people: new JoinedPeople([...ends].filter(([former, end]) => former !== end)), faults };
}

function gathered(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const sets = new Map<string, Set<string>>();
  for (const [key, value] of pairs) {
    const known = sets.get(key);
    if (known) known.add(value);
    else sets.set(key, new Set([value]));
  }
  return sets;
}
