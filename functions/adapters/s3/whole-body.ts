interface Answer {
  readonly Body?: unknown;
  readonly ContentLength?: number | undefined;
}

const attempts = 5;

/**
 * The whole of an object's body in chunks: where the connection ends before it, the rest is asked for from there
 * on, at most a few times in a row.
 * @param rest gives the body from a byte on, of the same object as it was
 * @param failed makes the error that ends it
 */
export async function* wholeBody(
  first: Answer,
  rest: (from: number) => Promise<Answer>,
  failed: (cause: unknown) => Error,
): AsyncGenerator<Uint8Array> {
  const bytes = first.ContentLength ?? 0;
  let answer = first;
  let given = 0;
  for (let left = attempts; given < bytes; ) {
    let cause: unknown = { name: 'body-cut-short' };
    try {
      for await (const chunk of answer.Body as AsyncIterable<Uint8Array>) {
        given += chunk.length;
        left = attempts;
        yield chunk;
      }
    } catch (error) {
      cause = error;
    }
    if (given >= bytes) return;
    left -= 1;
    if (left === 0) throw failed(cause);
    answer = await rest(given);
  }
}
