import type { z } from 'zod';
import type { QuarantineRule } from '../../../data-contracts/vocabularies/quarantine-rules.ts';

const formRules: Readonly<Record<string, QuarantineRule>> = {
  date: 'not-a-day',
  datetime: 'not-an-instant',
};

/** The rule that a field broke, in the words of the quarantine; an issue's message and input are never used. */
export function quarantineRuleOf(issue: z.core.$ZodIssue): QuarantineRule {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int' ? 'not-a-number' : 'wrong-form';
    case 'invalid_format':
      return formRules[issue.format] ?? 'wrong-form';
    case 'too_small':
    case 'too_big':
      return issue.origin === 'string' ? 'too-long' : 'out-of-range';
    case 'invalid_value':
      return 'not-in-code-set';
    case 'invalid_union':
      return issue.errors.flat().some(({ code }) => code === 'invalid_value')
        ? 'not-in-code-set'
        : 'wrong-form';
    case 'custom':
      return 'out-of-range';
    default:
      return 'wrong-form';
  }
}
