import middy from '@middy/core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { validJob } from '../../functions/valid-job.ts';
import { invoke } from '../../runner/invoke.ts';

const Job = z.object({ seed: z.int(), places: z.record(z.string(), z.int()) });
const handler = middy()
  .use(validJob<z.infer<typeof Job>>(Job))
  .handler(async (job) => job.seed);

describe('a job that is not of its form', () => {
  it('is refused by field and rule, without anything that the sender wrote, keys included', async () => {
    const job = { seed: 'x', places: { '131052-308T': 'Aino Virtanen' } };
    const refusal = invoke(handler, job as never);
    await expect(refusal).rejects.toMatchObject({
      code: 'invalid-job',
      message: 'invalid job: seed: invalid_type; places.…: invalid_type',
    });
  });
});
