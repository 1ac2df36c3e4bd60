import type { z } from 'zod';
import type { QuarantineRule } from '../../../data-contracts/vocabularies/quarantine-rules.ts';
import type { FieldPresence } from '../delivered-files/column-layout.ts';
import { noTextSign } from '../ports/parquet-rows.ts';
import { quarantineRuleOf } from './quarantine-rule-of.ts';

/** What a delivered text is as a value of its field; or the rule it breaks. */
export interface CheckedField {
  readonly value: unknown;
  readonly rule: QuarantineRule | undefined;
}

/** A further rule on a value that its contract accepts. */
export type FurtherRule = (value: unknown) => QuarantineRule | undefined;

/** A code set or the days of twenty years are remembered whole; identifiers never come again. */
const rememberedTexts = 8192;

/** Checks one field of a contract by itself, remembering the answers to its first texts and to the last one. */
export class FieldCheck implements FieldPresence {
  readonly name: string;
  readonly isRequired: boolean;
  readonly #schema: z.ZodType;
  readonly #furtherRule: FurtherRule;
  readonly #absent: CheckedField;
  readonly #remembered = new Map<string, CheckedField>();
  #lastText = '';
  #lastChecked: CheckedField;

  constructor(name: string, schema: z.ZodType, furtherRule: FurtherRule) {
    this.name = name;
    this.isRequired = !schema.safeParse(undefined).success;
    this.#schema = schema;
    this.#furtherRule = furtherRule;
    this.#absent = { value: undefined, rule: this.isRequired ? 'missing-field' : undefined };
    this.#lastChecked = this.#absent;
  }

  /** An empty text is an absent field. */
  check(text: string | undefined): CheckedField {
    if (!text) return this.#absent;
    if (text === this.#lastText) return this.#lastChecked;
    this.#lastText = text;
    this.#lastChecked = this.#remembered.get(text) ?? this.#checkAnew(text);
    return this.#lastChecked;
  }

  #checkAnew(text: string): CheckedField {
    if (text === noTextSign) return { value: undefined, rule: 'not-utf-8' };
    const { success, data: value, error } = this.#schema.safeParse(text);
    const rule = success ? this.#furtherRule(value) : this.#ruleOf(error.issues[0]!);
    const checked = { value, rule };
    if (this.#remembered.size < rememberedTexts) this.#remembered.set(text, checked);
    return checked;
  }

  #ruleOf(issue: z.core.$ZodIssue): QuarantineRule {
    if (this.name.endsWith('Identifier')) return 'not-a-person-identifier';
    const rule = quarantineRuleOf(issue);
    return rule === 'not-a-number' && this.name.endsWith('Cents') ? 'not-whole-cents' : rule;
  }
}
