import type { z } from 'zod';
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
  | { readonly fields: Record<string, unknown> }
  | { readonly reasons: readonly Omit<QuarantineReason, 'line'>[] };

/**
 * Checks rows of one table: each field by its own schema first, then, where all of them hold, the
 * contract's refinements over the whole row. The same as parsing with the contract, but a repeated text is
 * checked once, and a breach is known to be of a field or between fields.
 */
export class RowCheck {
  readonly fields: readonly FieldCheck[];
  /** The rules between fields. */
  readonly relations: readonly Relation[];
  readonly #emptyRow: Readonly<Record<string, unknown>>;
  readonly #byName: ReadonlyMap<string, FieldCheck>;

  /** @param origin of the delivery: one of people who are made up may name nobody else */
  constructor(contract: TableContract, origin: DataOrigin) {
    const row = contract.row as z.ZodObject;
    this.fields = Object.entries(row.shape).map(
      ([name, schema]) => new FieldCheck(name, schema as z.ZodType, furtherRuleOf(name, contract, origin)),
    );
    this.#byName = new Map(this.fields.map((field) => [field.name, field]));
    this.#emptyRow = Object.fromEntries(this.fields.map(({ name }) => [name, undefined]));
    this.relations = [
      ...(row.def.checks ?? []).map(relationOf),
      ...('bornOn' in row.shape ? [agreesWithIdentityCode] : []),
    ];
  }

  fieldOf(name: string): FieldCheck {
    return this.#byName.get(name)!;
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
    const inconsistent = this.relations.filter(({ holds }) => !holds(row));
    if (inconsistent.length === 0) return { fields: row };
    return { reasons: inconsistent.map(({ of: [field] }) => ({ field, rule: 'contradicting-fields' })) };
  }
}

/** A field may hold a person's code only if it is the person's identifier or goes to the vault. */
function furtherRuleOf(name: string, contract: TableContract, origin: DataOrigin): FurtherRule {
  const isOfRegister = origin === 'register';
  if (namesPerson(name, contract)) return isOfRegister ? identifierRule : madeUpIdentifierRule;
  if (contract.identityFields.includes(name)) return isOfRegister ? () => undefined : nobodyRealRule;
  return (value) =>
    typeof value === 'string' && holdsIdentityCode(value) ? 'identity-code-in-field' : undefined;
}

const namesPerson = (name: string, { otherPeople = [] }: TableContract) =>
  name === 'clientIdentifier' || otherPeople.includes(name);

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

/** A rule between fields: which they are, the one that breaks it first. */
export interface Relation {
  readonly of: readonly [string, ...string[]];
  holds(row: Readonly<Record<string, unknown>>): boolean;
}

function relationOf(check: unknown): Relation {
  const { fn, params } = (check as z.core.$ZodCheck<unknown>)._zod.def as unknown as z.core.$ZodCustomDef;
  if (!params?.of) throw new Error('a rule between fields says which they are (data-contracts, relation.ts)');
  return { of: params.of, holds: (row) => Boolean(fn(row)) };
}

const agreesWithIdentityCode: Relation = {
  of: ['bornOn', 'clientIdentifier'],
  holds({ bornOn, clientIdentifier }) {
    const checked = checkPersonalIdentityCode(String(clientIdentifier));
    return !('bornOn' in checked) || checked.bornOn === bornOn;
  },
};
