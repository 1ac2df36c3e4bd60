import type { z } from 'zod';
import type { QuarantineRule } from '../../../data-contracts/vocabularies/quarantine-rules.ts';
import type { FieldPresence } from './column-layout.ts';
import { quarantineRuleOf } from './quarantine-rule-of.ts';

/** What a delivered text is as a value of its field. */
export type CheckedField = { readonly value: unknown } | { readonly rule: QuarantineRule };

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
    this.#absent = this.isRequired ? { rule: 'missing-field' } : { value: undefined };
    this.#lastChecked = this.#absent;
  }

  /** An empty text is an absent field. */
  check(text: string | null | undefined): CheckedField {
    if (!text) return this.#absent;
    if (text === this.#lastText) return this.#lastChecked;
    this.#lastText = text;
    this.#lastChecked = this.#remembered.get(text) ?? this.#checkAnew(text);
    return this.#lastChecked;
  }

  #checkAnew(text: string): CheckedField {
    const parsed = this.#schema.safeParse(text);
    const checked = parsed.success ? this.#furtherChecked(parsed.data) : this.#refused(parsed.error);
    if (this.#remembered.size < rememberedTexts) this.#remembered.set(text, checked);
    return checked;
  }

  #furtherChecked(value: unknown): CheckedField {
    const rule = this.#furtherRule(value);
    return rule ? { rule } : { value };
  }

  #refused(error: z.ZodError): CheckedField {
    const isIdentifier = this.name === 'clientIdentifier';
    return { rule: isIdentifier ? 'not-a-person-identifier' : quarantineRuleOf(error.issues[0]!) };
  }
}
