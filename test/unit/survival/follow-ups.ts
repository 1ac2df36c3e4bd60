import fc from 'fast-check';
import type { FollowUp } from '../../../models/survival/follow-up.ts';

/** Random follow-up with many ties: whole months, `causes` causes of event. */
export const followUps = (causes: number, minLength = 1): fc.Arbitrary<FollowUp> =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: causes })), {
      minLength,
      maxLength: 60,
    })
    .map((rows) => ({
      time: Float64Array.from(rows, ([time]) => time),
      event: Uint8Array.from(rows, ([, event]) => event),
    }));
