import { FhirConsent, FhirConsentNotInForce } from '../../../data-contracts/schemas/fhir-consent.ts';
import type { ConsentNotice, ToldDocument } from '../../../data-contracts/schemas/recorded-consent.ts';
import { NotAPersonIdentifier } from '../identity/person-to-pseudonym.ts';
import { compareTellings } from '../release/document-telling.ts';
import { entriesOf, type FhirEntry } from './fhir-entries.ts';
import { FhirRefused, readBy, refuse, UnusableFhirConsent } from './fhir-fault.ts';
import { refuseModifiers } from './fhir-modifiers.ts';
import { personOf } from './fhir-person.ts';
import { type FhirStatement, statementsOf } from './fhir-statements.ts';
import { statementId, tellingOf, withdrawal } from './fhir-telling.ts';

export interface FhirNotice extends Omit<ConsentNotice, 'recordedBy'> {
  /** Of a document that may never have been told: then there is nothing to record. */
  readonly isOnlyIfTold?: true;
}

/** How consents are told, whose they are, and when it is. */
export interface FhirTold {
  readonly channel: ConsentNotice['channel'];
  /** @throws NotAPersonIdentifier */
  readonly pseudonymOf: (identifier: string) => string;
  /** The instant of reading, ISO 8601 UTC. */
  readonly now: string;
}

/**
 * FHIR R4 consents as notices for the ledger, all or none. `permit` gives consent and must name its purposes and
 * sources; `deny` prohibits, and all of what it does not name. A resource that is not in force any more (`inactive`,
 * `rejected`, `entered-in-error`) takes back what that same resource gave, and the end of a period ends that alone. Of
 * the versions of a resource in a bundle the newest is taken, in whatever order they stand. The same resource and
 * version give the same ids.
 * @param content parsed JSON: a `Consent`, or a `Bundle` in which there are any
 * @throws UnusableFhirConsent
 */
export function noticesOfFhir(content: unknown, told: FhirTold): FhirNotice[] {
  const entries = entriesOf(content);
  const read = entries.consents.map((entry) =>
    inEntry(entry, () => readConsent(entry, entries.patients, told)),
  );
  return newestOfEach(read).flatMap(({ statements, document, client, untold }) => [
    ...statements.map((statement) => noticeOf(client, told, document, statement)),
    ...(untold ? [{ ...noticeOf(client, told, untold, withdrawn), isOnlyIfTold: true as const }] : []),
  ]);
}

const noticeOf = (
  client: string,
  { channel }: FhirTold,
  document: ToldDocument,
  statement: FhirStatement,
): FhirNotice => ({
  client,
  consentEventId: statementId(document, statement),
  ...statement,
  channel,
  document,
});

interface ReadConsent {
  readonly entry: FhirEntry;
  readonly client: string;
  readonly document: ToldDocument;
  readonly statements: readonly FhirStatement[];
  /** The same permit as it may have been sent before it had an id: withdrawn with it. */
  readonly untold?: ToldDocument | undefined;
}

function readConsent(entry: FhirEntry, patients: readonly FhirEntry[], told: FhirTold): ReadConsent {
  const { resource, fullUrl } = entry;
  refuseModifiers(resource);
  if (resource.status === 'draft' || resource.status === 'proposed') refuse('status', 'not-in-force-yet');
  const isInForce = resource.status === 'active';
  const consent = isInForce ? readBy(FhirConsent, resource) : readBy(FhirConsentNotInForce, resource);
  const statements = isInForce ? statementsOf(consent as FhirConsent, told.now) : takingBack(consent);
  const { contained = [], patient } = consent;
  const client = pseudonymOf(personOf(patient, { contained, patients, fullUrl }), told);
  const document = tellingOf(consent, statements, told.now);
  return { entry, client, document, statements, untold: isInForce ? undefined : untoldOf(resource, told) };
}

/**
 * A permit that was sent without an id is known by what it says; once it has an id and is withdrawn, what it said is
 * withdrawn. A denial is not: another may say the same.
 */
function untoldOf(resource: FhirEntry['resource'], { now }: FhirTold): ToldDocument | undefined {
  const asItWas = FhirConsent.safeParse({ ...resource, id: undefined, meta: undefined, status: 'active' });
  if (!asItWas.success) return undefined;
  try {
    const statements = statementsOf(asItWas.data, now);
    if (statements.some(({ kind }) => kind !== 'consent-given')) return undefined;
    return withdrawal(tellingOf(asItWas.data, statements, now));
  } catch (error) {
    if (error instanceof FhirRefused) return undefined;
    throw error;
  }
}

const everything = { purpose: 'all', coveredSource: 'all' } as const;
const withdrawn = { kind: 'consent-withdrawn', ...everything } as const;
const lifted = { kind: 'prohibition-lifted', ...everything } as const;

/** What ends whatever the resource gave, of the kind that it was; where it does not say which, of either. */
function takingBack({ provision }: Pick<FhirConsentNotInForce, 'provision'>): FhirStatement[] {
  if (provision?.type === undefined) return [withdrawn, lifted];
  return [provision.type === 'permit' ? withdrawn : lifted];
}

function pseudonymOf(identifier: string, told: FhirTold): string {
  try {
    return told.pseudonymOf(identifier);
  } catch (error) {
    if (error instanceof NotAPersonIdentifier) return refuse('patient', 'not-an-identity-code');
    throw error;
  }
}

/** Of each resource its newest version. @throws UnusableFhirConsent where nothing says which that is */
function newestOfEach(read: readonly ReadConsent[]): ReadConsent[] {
  const byDocument = new Map<string, ReadConsent[]>();
  for (const one of read) {
    const { entry, document, client } = one;
    // a resource with an id is one person's; what has none yet is known by what it says, whoever says it
    const name = entry.resource.id === undefined ? `${document.id} ${client}` : document.id;
    const versions = byDocument.get(name);
    if (versions) versions.push(one);
    else byDocument.set(name, [one]);
  }
  return [...byDocument.values()].map(newestOf);
}

function newestOf(versions: readonly ReadConsent[]): ReadConsent {
  const newest = versions.reduce((latest, one) =>
    compareTellings(one.document, latest.document) === 'newer' ? one : latest,
  );
  if (versions.every((other) => isNotBefore(newest, other))) return newest;
  return inEntry(versions[1]!.entry, () => refuse('id', 'told-twice'));
}

const isNotBefore = (one: ReadConsent, other: ReadConsent) =>
  one.client === other.client &&
  (one.document.says === other.document.says
    ? compareTellings(one.document, other.document) !== 'older'
    : compareTellings(one.document, other.document) === 'newer');

/** @throws UnusableFhirConsent naming the entry */
function inEntry<Read>({ place }: FhirEntry, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (error instanceof FhirRefused) throw new UnusableFhirConsent(error.faults, place);
    throw error;
  }
}
