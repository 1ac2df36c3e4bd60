import type { z } from 'zod';
import { type FhirRule, fhirRules } from '../../../data-contracts/schemas/fhir-element.ts';

/** What is wrong with which element. Never a value. */
export interface FhirFault {
  /** Names of FHIR joined by dots, places of lists from 1. */
  readonly element: string;
  readonly rule: FhirRule;
}

/** Elements of a resource that cannot be taken. */
export class FhirRefused extends Error {
  readonly faults: readonly FhirFault[];

  constructor(...faults: readonly FhirFault[]) {
    super(faults.map(({ element, rule }) => `${element}: ${rule}`).join('; '));
    this.faults = faults;
  }
}

/** @throws FhirRefused */
export function refuse(element: string, rule: FhirRule): never {
  throw new FhirRefused({ element, rule });
}

/**
 * A FHIR `Consent` cannot be taken, and so nothing that came with it. Names entry, element and rule, never a person's
 * data.
 */
export class UnusableFhirConsent extends Error {
  readonly code = 'unusable-fhir-consent';
  /** For machines: `entry.2.provision.actor`, and the rule. */
  readonly errors: ReadonlyArray<{ readonly field: string; readonly rule: FhirRule }>;

  /** @param entry place in the bundle, from 1; absent where there is none */
  constructor(faults: readonly FhirFault[], entry?: number) {
    const told = faults.map(({ element, rule }) => `${element}: ${rule}`).join('; ');
    super(entry === undefined ? told : `entry ${entry}: ${told}`);
    this.errors = faults.map(({ element, rule }) => ({
      field: entry === undefined ? element : `entry.${entry}.${element}`,
      rule,
    }));
  }
}

const mostTold = 10;

/** The content by its contract. @throws FhirRefused, what nobody knows first */
export function readBy<Content>(contract: z.ZodType<Content>, content: unknown): Content {
  const parsed = contract.safeParse(content);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.flatMap(faultsOf);
  const isUnknown = ({ rule }: FhirFault) => rule === 'unknown-element' || rule === 'primitive-extension';
  const told = [...faults.filter(isUnknown), ...faults.filter((fault) => !isUnknown(fault))];
  throw new FhirRefused(...told.slice(0, mostTold));
}

function faultsOf(issue: z.core.$ZodIssue): FhirFault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      element: elementAt([...issue.path, key]),
      rule: key.startsWith('_') ? 'primitive-extension' : 'unknown-element',
    }));
  return [{ element: elementAt(issue.path), rule: ruleOf(issue) }];
}

function ruleOf({ code, message }: z.core.$ZodIssue): FhirRule {
  const told = fhirRules.find((rule) => rule === message);
  if (told) return told;
  // that nothing was given, Zod tells in words alone
  if (message.endsWith('received undefined')) return 'missing';
  return code === 'invalid_value' || code === 'invalid_format' ? 'not-understood' : 'unreadable';
}

/** Where an element is: names of FHIR joined by dots, places of lists from 1. */
export const elementAt = (path: readonly PropertyKey[]) => path.map(nameOf).join('.') || 'content';

/** A name that the sender chose may say anything. */
const nameOf = (part: PropertyKey) =>
  typeof part === 'number'
    ? `${part + 1}`
    : /^_?[a-z][A-Za-z]{0,39}$/.test(String(part))
      ? String(part)
      : '…';
