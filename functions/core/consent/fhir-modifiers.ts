import { elementAt, refuse } from './fhir-fault.ts';

/** Whose primitive extensions say nothing but how a text reads in another language. */
const harmless = new Set(['_display', '_text']);

/** What is not read, and so cannot be modified: narratives, what is contained, and extensions that modify nothing. */
const passedOver = new Set(['text', 'contained', 'extension']);

/** No resource of R4 that is taken goes deeper. */
const deepest = 30;

/**
 * Refuses a resource that says anywhere that it means something else than it says: an extension that modifies, rules
 * that are implied, or something in the place of a plain value.
 * @throws FhirRefused
 */
export function refuseModifiers(resource: object): void {
  const rest: [path: readonly PropertyKey[], part: unknown][] = [[[], resource]];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const [path, part] = next;
    if (typeof part !== 'object' || part === null) continue;
    if (path.length > deepest) refuse(elementAt(path.slice(0, 3)), 'unreadable');
    const isList = Array.isArray(part);
    for (const [name, value] of Object.entries(part)) {
      const at = [...path, isList ? Number(name) : name];
      if (!isList) refuseModifier(name, at);
      if (isList || !passedOver.has(name)) rest.push([at, value]);
    }
  }
}

function refuseModifier(name: string, at: readonly PropertyKey[]): void {
  if (name === 'modifierExtension' || name === 'implicitRules') refuse(elementAt(at), 'unknown-modifier');
  if (name.startsWith('_') && !harmless.has(name)) refuse(elementAt(at), 'primitive-extension');
}
