import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { DrawnPlace } from '../data-contracts/schemas/drawn-place.ts';
import { Pseudonym, ThingId } from '../data-contracts/schemas/fields.ts';

/** The file of people to list, or the list itself, cannot be used as it is. */
export class UnusableChoice extends Error {
  readonly code = 'unusable-choice';
}

const Choice = z.object({
  rows: z.array(z.object({ client: Pseudonym, intervention: ThingId.nullish() })),
  lots: z.array(DrawnPlace).optional(),
});

/** Whom a cohort or a plan is of, in its order. @throws UnusableChoice */
export async function chosen(path: string, intervention: string | undefined) {
  const parsed = Choice.safeParse(await jsonOf(path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UnusableChoice(`${path}: ${issue?.path.join('.') || 'content'}: ${issue?.code}`);
  }
  const { rows, lots = [] } = parsed.data;
  const clients = rows.map((row) => ({
    client: row.client,
    intervention: row.intervention ?? intervention ?? null,
  }));
  return { clients, lots };
}

async function jsonOf(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
