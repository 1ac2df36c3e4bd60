import type { z } from 'zod';
import { fieldOfFault } from '../core/field-of-fault.ts';
import type { FaultOfForm } from './problem.ts';

const most = 20;

/** Where something given is not of its contract's form: field and rule, never a value; a field too many by its name. */
export const faultsOfForm = ({ issues }: z.ZodError, place: string): FaultOfForm[] =>
  issues.flatMap((issue) => faultsOf(issue, place)).slice(0, most);

function faultsOf(issue: z.core.$ZodIssue, place: string): FaultOfForm[] {
  const { path, code, message } = issue;
  const paths = code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
  return paths.map((one) => ({
    field: `${place}${fieldOfFault(one)}`.replace(/\.$/, '') || 'body',
    rule: code === 'custom' ? message : code,
  }));
}
