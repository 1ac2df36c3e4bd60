import { FhirBundle } from '../../../data-contracts/schemas/fhir-bundle.ts';
import { FhirRefused, readBy, refuse, UnusableFhirConsent } from './fhir-fault.ts';
import { refuseModifiers } from './fhir-modifiers.ts';

/** A resource with where it came. */
export interface FhirEntry {
  /** Place in the bundle, from 1; absent where the resource came by itself. */
  readonly place?: number;
  readonly fullUrl?: string | undefined;
  readonly resource: Readonly<Record<string, unknown>>;
}

/** What came: the consents, and the patients who came along with them. */
export interface FhirEntries {
  readonly consents: readonly FhirEntry[];
  readonly patients: readonly FhirEntry[];
}

/**
 * The consents of a `Consent`, a `Bundle` or a list of resources, with the patients beside them; other resources are
 * passed over.
 * @throws UnusableFhirConsent when it is none of these, or a bundle that is not whole
 */
export function entriesOf(content: unknown): FhirEntries {
  if (Array.isArray(content)) return entriesOf(bundleOf(content));
  const resource = (typeof content === 'object' && content !== null ? content : {}) as FhirEntry['resource'];
  if (resource.resourceType !== 'Bundle') return { consents: [{ resource }], patients: [] };
  try {
    return entriesOfBundle(readBy(FhirBundle, content));
  } catch (error) {
    if (error instanceof FhirRefused) throw new UnusableFhirConsent(error.faults);
    throw error;
  }
}

function entriesOfBundle(bundle: FhirBundle): FhirEntries {
  const { entry = [], link = [], total, ...about } = bundle;
  refuseModifiers(about);
  if (link.some(({ relation }) => relation === 'next')) refuse('link', 'more-pages');
  const matches = entry.filter(({ search }) => search?.mode === undefined || search.mode === 'match');
  if (total !== undefined && bundle.type === 'searchset' && total > matches.length)
    refuse('total', 'more-pages');
  entry.forEach(refuseMisnamed);
  const entries = entry.map(
    ({ fullUrl, resource }, place): FhirEntry => ({ place: place + 1, fullUrl, resource }),
  );
  const ofType = (type: string) => entries.filter(({ resource }) => resource.resourceType === type);
  const [nested] = ofType('Bundle');
  if (nested) refuse(`entry.${nested.place}.resource`, 'nested-bundle');
  return { consents: ofType('Consent'), patients: ofType('Patient') };
}

/** Resources that came one by one, as newline-delimited JSON has them: a line an entry. */
const bundleOf = (resources: readonly unknown[]) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});

/** What is nearly a consent must not be passed over, and what is put under an id must say which. */
function refuseMisnamed(
  { resource, request }: NonNullable<FhirBundle['entry']>[number],
  place: number,
): void {
  const type = resource.resourceType;
  if (type !== 'Consent' && type.trim().toLowerCase() === 'consent')
    refuse(`entry.${place + 1}.resource.resourceType`, 'not-a-consent');
  if (type === 'Consent' && request?.method === 'PUT' && resource.id === undefined)
    refuse(`entry.${place + 1}.resource.id`, 'missing');
}
