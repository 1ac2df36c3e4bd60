import type { z } from 'zod';
import type { QuarantineRule } from '../../../data-contracts/vocabularies/quarantine-rules.ts';
import type { FieldPresence } from './column-layout.ts';
import { quarantineRuleOf } from './quarantine-rule-of.ts';

/** What a delivered text is as a value of its field. */
export type CheckedField = { readonly value: unknown } | { readonly rule: QuarantineRule };

/** A further rule on a value that its contract accepts. */
export type FurtherRule = (value: unknown) => QuarantineRule | undefined;

const rememberedTexts = 4096;

/** Checks one field of a contract by itself, remembering the answers to texts that come again. */
export class FieldCheck implements FieldPresence {
  readonly name: string;
  readonly isRequired: boolean;
  readonly #schema: z.ZodType;
  readonly #furtherRule: FurtherRule;
  readonly #absent: CheckedField;
  readonly #remembered = new Map<string, CheckedField>();

  constructor(name: string, schema: z.ZodType, furtherRule: FurtherRule) {
    this.name = name;
    this.isRequired = !schema.safeParse(undefined).success;
    this.#schema = schema;
    this.#furtherRule = furtherRule;
    this.#absent = this.isRequired ? { rule: 'missing-field' } : { value: undefined };
  }

  /** An empty text is an absent field. */
  check(text: string | null | undefined): CheckedField {
    if (!text) return this.#absent;
    const remembered = this.#remembered.get(text);
    if (remembered) return remembered;
    const checked = this.#checkAnew(text);
    if (this.#remembered.size >= rememberedTexts) this.#remembered.clear();
    this.#remembered.set(text, checked);
    return checked;
  }

  #checkAnew(text: string): CheckedField {
    const parsed = this.#schema.safeParse(text);
    if (!parsed.success) return { rule: this.#ruleOf(parsed.error.issues[0]!) };
    const rule = this.#furtherRule(parsed.data);
    return rule ? { rule } : { value: parsed.data };
  }

  #ruleOf(issue: z.core.$ZodIssue): QuarantineRule {
    return this.name === 'clientIdentifier' ? 'not-a-person-identifier' : quarantineRuleOf(issue);
  }
}
