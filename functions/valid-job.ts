import type { MiddlewareObj } from '@middy/core';
import type { z } from 'zod';
import { fieldOfFault } from './core/field-of-fault.ts';

/** The job a Lambda was asked to do is not of its form. Names fields and rules, never values. */
export class InvalidJob extends Error {
  readonly code = 'invalid-job';
}

/** Middleware: the event must be what the job's contract says, and becomes it. */
export function validJob<Job>(contract: z.ZodType<Job>): MiddlewareObj<Job> {
  return {
    before: (request) => {
      const parsed = contract.safeParse(request.event);
      if (!parsed.success) {
        const faults = parsed.error.issues.map(
          ({ path, code, message }) =>
            `${fieldOfFault(path) || 'job'}: ${code === 'custom' ? message : code}`,
        );
        throw new InvalidJob(`invalid job: ${faults.join('; ')}`);
      }
      request.event = parsed.data;
    },
  };
}
