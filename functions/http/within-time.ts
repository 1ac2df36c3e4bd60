import type { Context } from 'aws-lambda';
import { Problem } from './problem.ts';

/** Left of a Lambda's time when it says that it has run out. */
const spareMilliseconds = 1_000;

/**
 * An answer, or that it took too long, told while there is time to tell it: Lambda ends what outlasts its time
 * without a word, and its gateway waits 30 seconds. Work that never waits is not cut short by it.
 * @throws Problem
 */
export async function withinTime<Answer>(
  context: Partial<Pick<Context, 'getRemainingTimeInMillis'>>,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  const left = context.getRemainingTimeInMillis?.();
  if (left === undefined) return answer();
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Problem('took-too-long')), Math.max(0, left - spareMilliseconds));
  });
  try {
    return await Promise.race([answer(), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
