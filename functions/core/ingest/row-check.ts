import { z } from 'zod';
import type { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';
import type { TableContract } from '../../../data-contracts/schemas/tables.ts';
import {
  checkPersonalIdentityCode,
  holdsIdentityCode,
  holdsRealIdentityCode,
} from '../identity/personal-identity-code.ts';
import type { QuarantineReason } from '../ports/quarantine-store.ts';
import { FieldCheck, type FurtherRule } from './field-check.ts';

/** A row that its contract accepts, by field; or why it does not. */
export type CheckedRow =
  | { readonly fields: Readonly<Record<string, unknown>> }
  | { readonly reasons: readonly Omit<QuarantineReason, 'line'>[] };

/**
 * Checks rows of one table: each field by its own schema first, then, where all of them hold, the
 * contract's refinements over the whole row. The same as parsing with the contract, but a repeated text is
 * checked once, and a breach is known to be of a field or between fields.
 */
export class RowCheck {
  readonly fields: readonly FieldCheck[];
  readonly #relations: z.ZodType;
  readonly #emptyRow: Readonly<Record<string, unknown>>;

  /** @param origin of the delivery: one of people who are made up may name nobody else */
  constructor(contract: TableContract, origin: DataOrigin) {
    const row = contract.row as z.ZodObject;
    this.fields = Object.entries(row.shape).map(
      ([name, schema]) => new FieldCheck(name, schema as z.ZodType, furtherRuleOf(name, contract, origin)),
    );
    this.#emptyRow = Object.fromEntries(this.fields.map(({ name }) => [name, undefined]));
    this.#relations = z.any().check(...((row.def.checks ?? []) as z.core.$ZodCheck<unknown>[]));
  }

  check(texts: readonly string[], positions: readonly number[]): CheckedRow {
    const row: Record<string, unknown> = { ...this.#emptyRow };
    const reasons: Omit<QuarantineReason, 'line'>[] = [];
    for (let index = 0; index < this.fields.length; index += 1) {
      const { name } = this.fields[index]!;
      const checked = this.fields[index]!.check(texts[positions[index]!]);
      if (checked.rule) reasons.push({ field: name, rule: checked.rule });
      else row[name] = checked.value;
    }
    if (reasons.length > 0) return { reasons };
    const inconsistent = this.#inconsistentFields(row);
    if (inconsistent.length === 0) return { fields: row };
    return { reasons: inconsistent.map((field) => ({ field, rule: 'contradicting-fields' })) };
  }

  #inconsistentFields(row: Record<string, unknown>): string[] {
    const parsed = this.#relations.safeParse(row);
    if (!parsed.success) return parsed.error.issues.map(({ path }) => path.join('.'));
    return contradictsIdentityCode(row) ? ['bornOn'] : [];
  }
}

/** A field may hold a person's code only if it is the person's identifier or goes to the vault. */
function furtherRuleOf(name: string, contract: TableContract, origin: DataOrigin): FurtherRule {
  const isOfRegister = origin === 'register';
  if (name === 'clientIdentifier') return isOfRegister ? identifierRule : madeUpIdentifierRule;
  if (contract.identityFields.includes(name)) return isOfRegister ? () => undefined : nobodyRealRule;
  return (value) =>
    typeof value === 'string' && holdsIdentityCode(value) ? 'identity-code-in-field' : undefined;
}

const identifierRule: FurtherRule = (identifier) => {
  if (typeof identifier !== 'string' || identifier.startsWith('local:')) return undefined;
  const checked = checkPersonalIdentityCode(identifier);
  return 'fault' in checked ? checked.fault : undefined;
};

/** Homes of made-up people have keys that everybody knows, under which nobody registered may be kept. */
const madeUpIdentifierRule: FurtherRule = (identifier) =>
  identifierRule(identifier) ?? nobodyRealRule(identifier);

const nobodyRealRule: FurtherRule = (value) =>
  typeof value === 'string' && holdsRealIdentityCode(value) ? 'not-a-simulated-code' : undefined;

function contradictsIdentityCode({ clientIdentifier, bornOn }: Record<string, unknown>): boolean {
  if (bornOn === undefined) return false;
  const checked = checkPersonalIdentityCode(String(clientIdentifier));
  return 'bornOn' in checked && checked.bornOn !== bornOn;
}
