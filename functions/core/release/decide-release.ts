import { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import type { Purpose } from '../../../data-contracts/schemas/purpose.ts';
import type { RefusalReason } from '../../../data-contracts/schemas/refusal-reason.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import { type UseCase, useCases } from '../../../data-contracts/schemas/use-case.ts';
import type { LedgerEvent } from '../ports/consent-ledger.ts';
import type { UnitRelationship } from '../ports/relationship-register.ts';
import { permits, type Subject } from './access.ts';
import { type ConsentState, consentAsOf } from './consent-as-of.ts';
import type { IntendedUse, Occasion } from './gate-question.ts';
import { dayInFinland, instantKey } from './instant-order.ts';
import { relationshipsInForce } from './related-clients.ts';

/** What is asked of the gate about one person. */
export interface ReleaseQuestion {
  /** What would be done; it settles whether names are shown. */
  readonly useCase: UseCase;
  /** What it would be done to, where that belongs to a unit. */
  readonly subject?: Subject | undefined;
  /** For what the requester says it is done; another purpose than the use case's is refused. */
  readonly purpose: Purpose;
  readonly requester: Requester;
  /** Data sources behind what would be shown. */
  readonly sourcesUsed: readonly string[];
  /** The instant of release, ISO 8601 UTC. */
  readonly at: string;
  /**
   * Whether it is asked what held at `at`, and not what holds now. Now is never before the last event that the
   * service itself has recorded of a person, whatever the clock says.
   */
  readonly isAsOf?: true | undefined;
}

/** A question before anybody is named. */
export type Asked = Omit<ReleaseQuestion, 'sourcesUsed'>;

/** An intended use as a question. @throws RangeError where the use case has no purpose */
export function askedFor(
  { useCase, requester, subject, purpose }: IntendedUse,
  { at, isAsOf }: Occasion,
): Asked {
  const forWhat = purpose ?? useCases[useCase].purpose;
  if (forWhat === undefined) throw new RangeError(`use case: expected one with a purpose, got ${useCase}`);
  return { useCase, requester, subject, purpose: forWhat, at, isAsOf };
}

/** What is known of the person; undefined is not known. Relationships are asked only where one is needed. */
export interface Standing {
  readonly legalBases: readonly LegalBasis[];
  readonly consentEvents: readonly LedgerEvent[] | undefined;
  readonly relationships: readonly UnitRelationship[] | undefined;
}

/** Released, or every reason that holds the person back, in the order of the checks. */
export type ReleaseDecision = 'released' | readonly [RefusalReason, ...RefusalReason[]];

/**
 * The release gate for one person: role → legal basis for the purpose and each source → relationship with the
 * unit where names are shown, with the county where it is profiling → no objection, prohibition, restriction or
 * erasure. Anything unknown is a refusal.
 */
export function decideRelease(question: ReleaseQuestion, standing: Standing): ReleaseDecision {
  const { consentEvents } = standing;
  const consent = consentEvents && consentAsOf(consentEvents, instantFor(question, consentEvents));
  const reasons = [
    ...roleReasons(question),
    ...basisReasons(question, standing.legalBases, consent),
    ...relationshipReasons(question, standing, consent),
    ...standpointReasons(question, consent),
  ];
  const [first, ...rest] = new Set(reasons);
  return first === undefined ? 'released' : [first, ...rest];
}

/** The instant whose ledger answers: now is never before the last event that the service itself recorded. */
export function instantFor(
  { at, isAsOf }: Pick<Asked, 'at' | 'isAsOf'>,
  events: readonly LedgerEvent[],
): string {
  if (isAsOf) return at;
  return events.reduce(
    (latest, { sequence, recordedAt }) =>
      sequence !== undefined && instantKey(recordedAt) > instantKey(latest) ? recordedAt : latest,
    at,
  );
}

/** The reason for which nobody at all can be released for the question, if there is one. */
export function refusalOfEveryone(
  question: Asked,
  legalBases: readonly LegalBasis[],
): RefusalReason | undefined {
  return (
    roleRefusal(question) ?? (basesInForce(question, legalBases).length === 0 ? 'no-legal-basis' : undefined)
  );
}

/** Refused where the role may not do this, not to this, or for another purpose than its own. */
export function roleRefusal({ requester, useCase, subject, purpose }: Asked): RefusalReason | undefined {
  const isPermitted = useCases[useCase].purpose === purpose && permits(requester, useCase, subject);
  return isPermitted ? undefined : 'role-not-permitted';
}

function roleReasons(question: Asked): RefusalReason[] {
  const reason = roleRefusal(question);
  return reason ? [reason] : [];
}

function basisReasons(
  question: ReleaseQuestion,
  legalBases: readonly LegalBasis[],
  consent: ConsentState | undefined,
): RefusalReason[] {
  const { sourcesUsed } = question;
  const inForce = basesInForce(question, legalBases);
  const reasons: RefusalReason[] = [];
  if (!areKnown(sourcesUsed)) reasons.push('sources-unknown');
  if (inForce.length === 0) return [...reasons, 'no-legal-basis'];
  for (const source of sourcesUsed.filter(isKnown)) {
    if (carrying(question, source, inForce, consent).length > 0) continue;
    const isThere = inForce.some((basis) => basis.dataSource === source);
    reasons.push(isThere ? 'no-consent' : 'no-legal-basis-for-source');
  }
  return reasons;
}

/** Of the bases in force, those that let a source's data of this person be used. */
const carrying = (
  { purpose }: Asked,
  source: DataSource,
  inForce: readonly LegalBasis[],
  consent: ConsentState | undefined,
): LegalBasis[] =>
  inForce.filter(
    ({ dataSource, kind }) =>
      dataSource === source && (kind === 'statute' || consent?.holds('consent', purpose, source)),
  );

/** By set of bases: the gate is asked about thousands of people in a row, for the same purpose on the same day. */
const inForceOn = new WeakMap<readonly LegalBasis[], Map<string, readonly LegalBasis[]>>();

function basesInForce({ purpose, at }: Asked, legalBases: readonly LegalBasis[]): readonly LegalBasis[] {
  const day = dayInFinland(at);
  const known = inForceOn.get(legalBases) ?? new Map<string, readonly LegalBasis[]>();
  inForceOn.set(legalBases, known);
  const inForce =
    known.get(`${purpose} ${day}`) ??
    legalBases.filter(
      (basis) =>
        basis.purpose === purpose &&
        basis.inForceFrom <= day &&
        (basis.inForceTo === undefined || day <= basis.inForceTo),
    );
  known.set(`${purpose} ${day}`, inForce);
  return inForce;
}

const knownSources: ReadonlySet<string> = new Set(DataSource.options);
const isKnown = (source: string): source is DataSource => knownSources.has(source);
const areKnown = (sources: readonly string[]) => sources.length > 0 && sources.every(isKnown);

/** Names are for the unit that knows the person; a profile, for a county of which they are a client or patient. */
function relationshipReasons(
  question: ReleaseQuestion,
  { relationships, legalBases }: Standing,
  consent: ConsentState | undefined,
): RefusalReason[] {
  const { useCase, requester } = question;
  const { needsRelationship } = useCases[useCase];
  if (needsRelationship === undefined || isForAnybody(question, legalBases, consent)) return [];
  if (relationships === undefined) return ['standing-unknown'];
  const inForce = relationshipsInForce(relationships, question.at);
  if (needsRelationship === 'any-unit') return inForce.length > 0 ? [] : ['no-relationship-with-county'];
  return inForce.some(({ unit }) => unit === requester.unit) ? [] : ['no-client-relationship'];
}

/** Whether, for each source, a basis carries it that reaches people without any relationship with the county. */
function isForAnybody(
  question: ReleaseQuestion,
  legalBases: readonly LegalBasis[],
  consent: ConsentState | undefined,
): boolean {
  if (useCases[question.useCase].needsRelationship !== 'any-unit') return false;
  const inForce = basesInForce(question, legalBases);
  return question.sourcesUsed
    .filter(isKnown)
    .every((source) =>
      carrying(question, source, inForce, consent).some(({ reachesEverybody }) => reachesEverybody),
    );
}

/** What somebody may have said against a use of their data. */
export const standpoints = ['objection', 'prohibition', 'restriction', 'erasure'] as const;

/** What the person has said against the purpose, for any of the sources; an unknown source is taken as any. */
function standpointReasons(
  { purpose, sourcesUsed }: ReleaseQuestion,
  consent: ConsentState | undefined,
): RefusalReason[] {
  if (consent === undefined) return ['standing-unknown'];
  const sources = areKnown(sourcesUsed) ? sourcesUsed.filter(isKnown) : DataSource.options;
  return standpoints.filter((standpoint) =>
    sources.some((source) => consent.holds(standpoint, purpose, source)),
  );
}
