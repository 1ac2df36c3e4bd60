import type { ProblemDocument } from '../../data-contracts/api/operation.ts';
import type { Language } from '../../data-contracts/schemas/fields.ts';
import { inLanguage, ruleInLanguage } from '../../data-contracts/vocabularies/messages/in-language.ts';
import { type ProblemCode, problems } from '../../data-contracts/vocabularies/problems.ts';
import { UnusableFhirConsent } from '../core/consent/fhir-fault.ts';

/** Where a request is not what it must be, and the rule that it breaks. */
export interface FaultOfForm {
  readonly field: string;
  readonly rule: string;
}

/** A request cannot be answered as asked. Carries nothing of a person. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FaultOfForm[] | undefined;
  /** More about it in a language, where there is more to say. */
  readonly detailIn: ((language: Language) => string) | undefined;

  constructor(
    code: ProblemCode,
    more: { errors?: readonly FaultOfForm[]; detailIn?: (language: Language) => string } = {},
  ) {
    super(code);
    this.code = code;
    this.errors = more.errors;
    this.detailIn = more.detailIn;
  }
}

/** The codes of the core's and the adapters' errors that a sender can do something about, or must know of. */
const problemOfCode: Readonly<Record<string, ProblemCode>> = {
  'invalid-job': 'invalid-request',
  'wrong-horizon': 'cannot-be-answered',
  'plan-fault': 'cannot-be-answered',
  'unknown-programme': 'not-found',
  'unusable-fhir-consent': 'cannot-be-answered',
  'unusable-recording': 'invalid-request',
  'consent-out-of-time': 'cannot-be-answered',
  'consent-superseded': 'already-otherwise',
  'not-a-person-identifier': 'cannot-be-answered',
  'identity-code-as-requester': 'identity-code-not-allowed',
  'identity-code-in-words': 'identity-code-not-allowed',
  'token-refused': 'not-signed-in',
  'token-used-before': 'exported-already',
  'token-keys-unavailable': 'not-available',
  'worker-ended': 'not-available',
  'access-refused': 'access-refused',
  'training-refused': 'access-refused',
  'release-refused': 'access-refused',
  'outreach-list-not-found': 'not-found',
  'no-such-row': 'not-found',
  'nothing-to-undo': 'not-found',
  'too-late-to-undo': 'too-late-to-undo',
  'consent-id-taken': 'already-otherwise',
  'job-id-taken': 'already-otherwise',
  'no-erasure-request': 'no-erasure-request',
  'not-erased': 'not-found',
  'erasure-under-way': 'under-way',
  'home-busy': 'not-available',
  'keys-from-outside': 'not-changed-here',
  'already-erased': 'already-done',
  'model-without-card': 'not-ready',
  'outreach-event-id-taken': 'already-otherwise',
  'outreach-list-closed': 'list-closed',
  'nothing-published': 'not-ready',
  'publication-conflict': 'changed-meanwhile',
  'clock-set-back': 'stopped-for-safety',
  'audit-log-damaged': 'stopped-for-safety',
  'outreach-damaged': 'stopped-for-safety',
};

/** Those whose message tells the sender what to mend: a field and a rule, never a value. */
const toldInWords = new Set([
  'plan-fault',
  'unusable-fhir-consent',
  'consent-out-of-time',
  'not-a-person-identifier',
  'unknown-programme',
]);

/** Any error as the problem that its sender is told of; what is not known is a failure, and nothing of it is told. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code = '', statusCode } = error as { code?: unknown; statusCode?: unknown };
  const errors = error instanceof UnusableFhirConsent ? error.errors : undefined;
  if (statusCode === 404) return new Problem('not-found');
  const known =
    typeof code === 'string' && Object.hasOwn(problemOfCode, code) ? problemOfCode[code]! : undefined;
  if (known === undefined) return new Problem('failed');
  return new Problem(known, {
    ...(toldInWords.has(code as string) && {
      detailIn: (language: Language) => inLanguage((error as Error).message, language),
    }),
    ...(errors && { errors: [...errors] }),
  });
}

export function problemDocument(problem: Problem, language: Language, instance: string): ProblemDocument {
  const { code, errors, detailIn } = problem;
  return {
    type: `/problems/${code}`,
    title: problems[code][language],
    status: problems[code].status,
    ...(detailIn && { detail: detailIn(language) }),
    instance,
    ...(errors && {
      errors: errors.map(({ field, rule }) => ({ field, rule, message: ruleInLanguage(rule, language) })),
    }),
  };
}
