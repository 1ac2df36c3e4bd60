import type { ConsentEventKind } from '../../../data-contracts/schemas/consent-event.ts';
import { Instant, isNoEnd } from '../../../data-contracts/schemas/fields.ts';
import { RecordedConsent } from '../../../data-contracts/schemas/recorded-consent.ts';
import type { KeptConsent } from '../ports/consent-records.ts';
import { instantKey } from '../release/instant-order.ts';

/** What a person may say that allows less than before. */
const restrictive = new Set<ConsentEventKind>([
  'consent-withdrawn',
  'objection',
  'prohibition',
  'restriction',
  'erasure-request',
]);

/** Who sets an event aside, and when. */
export interface Occasion {
  readonly client: string;
  readonly now: string;
  readonly officer: string;
}

/**
 * What counts in the place of an event that is not as it was written, once it is set aside: what the audit log says
 * was recorded; else what is there, as far as it takes a permission away; else, where nobody can tell what was
 * said, a restriction of everything, which is lifted when the person has been asked. Nothing becomes permitted by
 * damage.
 * @returns null: nothing, as what was said would never take effect, or would permit what nobody has logged
 */
export function whatCountsInstead(
  kept: KeptConsent,
  logged: RecordedConsent | undefined,
  { client, now, officer }: Occasion,
): RecordedConsent | null {
  const { sequence } = kept;
  if (logged) return datedWithin({ ...logged, sequence }, now);
  const found = RecordedConsent.safeParse(datedAsCanBe(kept.given, now)).data;
  if (found?.client === client && found.sequence === sequence)
    return restrictive.has(found.kind) && !neverTakesEffect(kept.given) ? datedWithin(found, now) : null;
  return {
    client,
    consentEventId: restrictedAs(sequence),
    kind: 'restriction',
    purpose: 'all',
    coveredSource: 'all',
    channel: 'letter',
    recordedBy: officer,
    effectiveAt: now,
    recordedAt: now,
    sequence,
  };
}

/** The id of the restriction that stands where nobody can tell what was said. */
export const restrictedAs = (sequence: number) => `set-aside-${sequence}`;

const earliest = '1850-01-01T00:00:00Z';

/** An event of its contract but for its instants, with instants of the contract. */
function datedAsCanBe(given: unknown, now: string): unknown {
  if (typeof given !== 'object' || given === null) return undefined;
  const { effectiveAt, recordedAt } = given as Record<string, unknown>;
  return {
    ...given,
    effectiveAt:
      Instant.safeParse(effectiveAt).success || typeof effectiveAt !== 'string' ? effectiveAt : earliest,
    recordedAt: Instant.safeParse(recordedAt).success ? recordedAt : now,
  };
}

function neverTakesEffect(given: unknown): boolean {
  const { effectiveAt } = given as { effectiveAt?: unknown };
  return typeof effectiveAt === 'string' && isNoEnd(effectiveAt);
}

/** As it was recorded by a clock that was ahead, and so recorded now at the latest. */
function datedWithin(event: RecordedConsent, now: string): RecordedConsent {
  if (instantKey(event.recordedAt) <= instantKey(now)) return event;
  const effectiveAt = event.effectiveAt === event.recordedAt ? now : event.effectiveAt;
  return { ...event, effectiveAt, recordedAt: now };
}
