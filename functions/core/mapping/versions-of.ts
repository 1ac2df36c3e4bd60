/** What one row of a file says of a client: fields in the contract’s order, undefined where it says nothing of one. */
export interface Change {
  readonly file: string;
  readonly line: number;
  /** Which of the mapping’s changes it is: of one day, a later one is the later word. */
  readonly order: number;
  readonly isSnapshot: boolean;
  readonly fields: readonly (string | undefined)[];
  readonly before: readonly (string | undefined)[];
}

/** A version of a client that a change begins; `isJoined`: it begins on the day of a later change, and is one with it. */
export interface ClientVersion {
  readonly change: Change;
  readonly texts: readonly string[];
  readonly isJoined: boolean;
}

/**
 * The versions of one client, in order. A field is as the latest change tells, else as the next one says it was before,
 * else as in the snapshot.
 * Two rows that tell the same kind of change of one day stay two: the door finds the key twice.
 * @param own places of the fields that are a version’s own, the day on which it begins first
 */
export function versionsOf(given: readonly Change[], own: readonly [number, ...number[]]): ClientVersion[] {
  const dayOf = (change: Change) => change.fields[own[0]] ?? '';
  const changes = [...given].sort(
    (one, other) =>
      compare(dayOf(one), dayOf(other)) ||
      Number(other.isSnapshot) - Number(one.isSnapshot) ||
      one.order - other.order,
  );
  const snapshot = changes.findLast(({ isSnapshot }) => isSnapshot);
  const told = changes.filter(({ isSnapshot }) => !isSnapshot);
  return changes.map((change, place) => {
    const next = changes[place + 1];
    const isJoined = next !== undefined && dayOf(next) === dayOf(change) && next.order !== change.order;
    const before = told.filter((one) => dayOf(one) <= dayOf(change));
    const after = told.filter((one) => dayOf(one) > dayOf(change));
    const texts = change.fields.map((text, field) => {
      if (own.includes(field) || (text !== undefined && !change.isSnapshot)) return text ?? '';
      const latest = before.findLast(({ fields }) => fields[field] !== undefined);
      if (latest) return latest.fields[field]!;
      const until = after.find(({ fields }) => fields[field] !== undefined)?.before[field];
      return until || (snapshot?.fields[field] ?? '');
    });
    return { change, texts, isJoined };
  });
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
