import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AskedToday } from '../ports/question-meter.ts';

/** What is kept of the questions of one requester and day: digests, and no question itself. */
export const QuestionTally = z.object({
  all: z.number().int().min(0),
  /** For the rest of a question, without one of its parts: the values that this part has had. */
  valuesByRest: z.record(z.string(), z.array(z.string())),
});
export type QuestionTally = z.infer<typeof QuestionTally>;

export const nothingAsked: QuestionTally = { all: 0, valuesByRest: {} };

/** The tally with one more question. */
export function withQuestion(
  tally: QuestionTally,
  question: Readonly<Record<string, unknown>>,
): QuestionTally {
  const valuesByRest = { ...tally.valuesByRest };
  const names = Object.keys(question).sort();
  for (const name of names) {
    const rest = digestOf([
      name,
      ...names.filter((other) => other !== name).map((other) => [other, question[other]]),
    ]);
    const value = digestOf(question[name] ?? null);
    const before = valuesByRest[rest] ?? [];
    if (!before.includes(value)) valuesByRest[rest] = [...before, value];
  }
  return { all: tally.all + 1, valuesByRest };
}

export const askedToday = ({ all, valuesByRest }: QuestionTally): AskedToday => ({
  all,
  alike: Math.max(0, ...Object.values(valuesByRest).map((values) => values.length)),
});

const digestOf = (content: unknown) =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
