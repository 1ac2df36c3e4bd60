import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { ConsentEventKind } from '../../../data-contracts/schemas/consent-event.ts';
import { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import { type FhirConsent, FhirConsents, fhirSystems } from '../../../data-contracts/schemas/fhir-consent.ts';
import { Purpose } from '../../../data-contracts/schemas/purpose.ts';
import type { ConsentNotice } from '../../../data-contracts/schemas/recorded-consent.ts';
import { dayAfter } from '../calendar.ts';
import { startOfDayInFinland } from '../release/instant-order.ts';

/** A FHIR `Consent` cannot be taken. Names entry, field and rule, never a person's data. */
export class UnusableFhirConsent extends Error {
  readonly code = 'unusable-fhir-consent';
}

export type FhirNotice = Omit<ConsentNotice, 'recordedBy'>;

/**
 * FHIR R4 consents as notices for the ledger, all or none. `permit` gives consent and must name its purposes and
 * sources, as nobody consents to what is not said; `deny` prohibits, and all of what it does not name. Where the
 * consent is not in force any more (`inactive`, `rejected`, `entered-in-error`) the same is taken back. The end
 * of a period takes it back from the instant after. The same resource and version give the same ids.
 * @param content parsed JSON: a `Consent`, or a `Bundle` of them
 * @throws UnusableFhirConsent
 */
export function noticesOfFhir(
  content: unknown,
  channel: ConsentNotice['channel'],
  pseudonymOf: (identifier: string) => string,
): FhirNotice[] {
  const parsed = FhirConsents.safeParse(content);
  if (!parsed.success) throw new UnusableFhirConsent(faultOf(content, parsed.error));
  return parsed.data.flatMap((consent, place) => {
    try {
      return noticesOf(consent, channel, pseudonymOf(consent.patient.identifier.value));
    } catch (error) {
      throw new UnusableFhirConsent(`entry ${place + 1}: ${(error as Error).message}`);
    }
  });
}

function noticesOf(consent: FhirConsent, channel: ConsentNotice['channel'], client: string): FhirNotice[] {
  const { status, provision, dateTime } = consent;
  if (status === 'draft' || status === 'proposed')
    throw new UnusableFhirConsent(`status: ${status} is not yet a consent`);
  const isPermit = provision.type === 'permit';
  const [given, takenBack] = isPermit
    ? (['consent-given', 'consent-withdrawn'] as const)
    : (['prohibition', 'prohibition-lifted'] as const);
  const purposes = named(provision.purpose, fhirSystems.purpose, Purpose.options, isPermit, 'purpose');
  const sources = named(provision.class, fhirSystems.dataSource, DataSource.options, isPermit, 'class');
  const from = provision.period?.start ?? dateTime;
  const until = provision.period?.end;
  const isInForce = status === 'active';
  return purposes.flatMap((purpose) =>
    sources.flatMap((coveredSource) => {
      const notice = (kind: ConsentEventKind, effectiveAt: string | undefined): FhirNotice => ({
        client,
        consentEventId: noticeId(consent, kind, purpose, coveredSource),
        kind,
        purpose,
        coveredSource,
        channel,
        ...(effectiveAt && { effectiveAt }),
      });
      if (!isInForce) return [notice(takenBack, undefined)];
      const begins = notice(given, from && instantOf(from));
      return until === undefined ? [begins] : [begins, notice(takenBack, instantAfter(until))];
    }),
  );
}

/** What the codings name; nothing named is everything, unless something must be named. */
function named<Code extends string>(
  codings: readonly { system: string; code: string }[] | undefined,
  system: string,
  known: readonly Code[],
  mustName: boolean,
  field: string,
): (Code | 'all')[] {
  if (codings === undefined || codings.length === 0) {
    if (mustName) throw new UnusableFhirConsent(`provision.${field}: a permit must name them`);
    return ['all'];
  }
  return codings.map((coding) => {
    const code = known.find((option) => option === coding.code);
    if (coding.system === system && code) return code;
    throw new UnusableFhirConsent(`provision.${field}: expected codes of ${system}`);
  });
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

/** A day begins as it begins in Finland. */
const instantOf = (text: string) => (isDay(text) ? startOfDayInFinland(text) : new Date(text).toISOString());

/** A period's last day is in it, and so is its last instant. */
const instantAfter = (text: string) =>
  isDay(text) ? startOfDayInFinland(dayAfter(text)) : new Date(Date.parse(text) + 1).toISOString();

function noticeId({ id, meta, status }: FhirConsent, ...what: readonly string[]): string {
  const text = JSON.stringify([id, meta?.versionId ?? status, ...what]);
  return `fhir-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
}

/** The first fault of the form; a bundle's are told by entry. */
function faultOf(content: unknown, error: z.ZodError): string {
  const isBundle = (content as { resourceType?: unknown } | null)?.resourceType === 'Bundle';
  const [issue] = error.issues;
  const options = issue?.code === 'invalid_union' ? issue.errors : [];
  const [first] = options[isBundle ? 1 : 0] ?? error.issues;
  const path = first?.path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join('.');
  return `FHIR Consent: ${path || 'content'}: ${first?.code ?? 'not a Consent'}`;
}
