/** Stands for a pseudonym that must not be told: of its form, and nobody's. */
export const untoldPseudonym = '0'.repeat(32);

/**
 * An answer for whoever named the person by an identity code: nothing in it leads from the code to the pseudonym under
 * which the service keeps the person's data. Whose answer it is, is left out; within the answer the pseudonym is
 * replaced wherever it stands, also in words.
 * @param answer JSON, or what becomes it
 */
export function withoutPseudonym<Answer extends object>(
  answer: Answer,
  client: string,
): Omit<Answer, 'client'> {
  const { client: _client, ...rest } = answer as Answer & { readonly client?: unknown };
  return replaced(rest, client) as Omit<Answer, 'client'>;
}

function replaced(part: unknown, client: string): unknown {
  if (typeof part === 'string') return part.replaceAll(client, untoldPseudonym);
  if (Array.isArray(part)) return part.map((one) => replaced(one, client));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [
      name.replaceAll(client, untoldPseudonym),
      replaced(value, client),
    ]),
  );
}
