import { lakeColumnOf } from '../../../data-contracts/schemas/lake-columns.ts';
import type { DistinctTexts } from '../ports/lake-table-writer.ts';
import { noTextSign, unitSeparator } from '../ports/parquet-rows.ts';
import type { CheckedField } from './field-check.ts';
import type { RowCheck } from './row-check.ts';

const rememberedPeople = 100_000;

/**
 * The check of rows, asked about each distinct text and each distinct combination of related ones. What it lets pass
 * the check of rows lets pass too, with the same values; whatever is in doubt is left to that.
 */
export class DistinctCheck implements DistinctTexts {
  readonly fields: DistinctTexts['fields'];
  readonly personField = 'clientIdentifier';
  readonly relations: RowCheck['relations'];
  readonly #check: RowCheck;
  readonly #clients = new Map<string, string>();
  readonly #clientOf: (identifier: string) => string | undefined;

  /** @param clientOf the pseudonym of whoever has an identifier; undefined: nobody may be taken under it */
  constructor(check: RowCheck, clientOf: (identifier: string) => string | undefined) {
    this.fields = check.fields.map(({ name, isRequired }) => ({
      name,
      isRequired,
      column: lakeColumnOf(name),
    }));
    this.relations = check.relations;
    this.#check = check;
    this.#clientOf = clientOf;
  }

  clientOf(text: string): string | undefined {
    const remembered = this.#clients.get(text);
    if (remembered !== undefined) return remembered;
    const identifier = this.valueOf(this.personField, text)?.value;
    const client = identifier === undefined ? undefined : this.#clientOf(identifier as string);
    if (client !== undefined && this.#clients.size < rememberedPeople) this.#clients.set(text, client);
    return client;
  }

  valueOf(field: string, text: string) {
    const checked = this.#checked(field, text);
    return checked.rule ? undefined : { value: checked.value as string | number | undefined };
  }

  holds(relation: number, texts: readonly (string | null)[]): boolean {
    const { of, holds } = this.relations[relation]!;
    const row: Record<string, unknown> = {};
    for (const [place, field] of of.entries()) {
      const checked = this.#checked(field, texts[place] ?? '');
      if (checked.rule) return true;
      row[field] = checked.value;
    }
    return holds(row);
  }

  #checked(field: string, text: string): CheckedField {
    if (text.includes(unitSeparator) || text === noTextSign) return inDoubt;
    return this.#check.fieldOf(field).check(text);
  }
}

const inDoubt: CheckedField = { value: undefined, rule: 'wrong-form' };
