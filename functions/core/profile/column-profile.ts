import type { DayForm } from '../../../data-contracts/schemas/mapping.ts';
import { DayForm as DayForms } from '../../../data-contracts/schemas/mapping.ts';
import { holdsIdentityCode } from '../identity/personal-identity-code.ts';
import { isoDay } from '../mapping/day-forms.ts';
import { isFitToShow } from './fit-to-show.ts';

/** What a column's values look like, all of them. */
export type ColumnForm =
  | 'identity-code'
  | 'day'
  | 'whole-number'
  | 'decimal-number'
  | 'diagnosis-code'
  | 'code'
  | 'text'
  | 'empty';

export interface ColumnProfile {
  readonly name: string;
  readonly form: ColumnForm;
  /** How its days are written. */
  readonly dayForm?: DayForm;
  readonly decimalMark?: '.' | ',';
  readonly empty: number;
  /** How many values there are; undefined: more than are counted. */
  readonly distinct: number | undefined;
  /** Values that may be shown, with how many rows have each, most first. */
  readonly values: readonly (readonly [value: string, rows: number])[];
  /** How many values are not shown. */
  readonly hidden: number;
}

/** A value of fewer rows is not shown: it may be of few people. */
export const smallestCount = 5;
const mostCounted = 2000;
const mostShown = 12;

const looksLikeIdentityCode = /^\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]$/i;
const diagnosisCode = /^[A-Z]\d\d(\.?[0-9A-Z]{1,4})?([*+&#][A-Z0-9.]+)?$/i;

type Test = (text: string) => boolean;
const isDayOf =
  (form: DayForm): Test =>
  (text) =>
    isoDay(text, [form]) !== text || (form === 'yyyy-MM-dd' && /^\d{4}-\d\d-\d\d$/.test(text));

/** Forms by how narrow they are; a column is of the first that nearly all of its values have. */
const tests: readonly { form: ColumnForm; dayForm?: DayForm; decimalMark?: '.' | ','; holds: Test }[] = [
  { form: 'identity-code', holds: (text) => looksLikeIdentityCode.test(text) },
  ...DayForms.options.map((dayForm) => ({ form: 'day' as const, dayForm, holds: isDayOf(dayForm) })),
  { form: 'whole-number', holds: (text) => /^-?\d{1,15}$/.test(text) },
  { form: 'decimal-number', decimalMark: ',', holds: (text) => /^-?[\d\s\u00a0]+(,\d+)?( ?€)?$/.test(text) },
  { form: 'decimal-number', decimalMark: '.', holds: (text) => /^-?\d+(\.\d+)?( ?€)?$/.test(text) },
  { form: 'code', holds: (text) => /^[RT]\d\d$/.test(text) },
  { form: 'diagnosis-code', holds: (text) => diagnosisCode.test(text) },
  { form: 'code', holds: (text) => /^[\p{L}\d][\p{L}\d._:/-]{0,11}$/u.test(text) && text.length <= 12 },
];

/** Looks at one column, a value at a time, and keeps of it no more than may be told. */
export class ColumnInspector {
  readonly #name: string;
  readonly #misfits = tests.map(() => 0);
  #tried = 0;
  #empty = 0;
  #given = 0;
  #holdsCode = false;
  #counts: Map<string, number> | undefined = new Map();

  constructor(name: string) {
    this.#name = name;
  }

  add(given: string): void {
    const text = given.trim();
    if (text === '') {
      this.#empty += 1;
      return;
    }
    this.#given += 1;
    const known = this.#counts?.get(text);
    if (known !== undefined) {
      this.#counts!.set(text, known + 1);
      return;
    }
    this.#tried += 1;
    for (const [place, { holds }] of tests.entries()) if (!holds(text)) this.#misfits[place]! += 1;
    this.#holdsCode ||= holdsIdentityCode(text);
    this.#counts?.set(text, 1);
    if ((this.#counts?.size ?? 0) > mostCounted) this.#counts = undefined;
  }

  /** One value in fifty may be a slip, and one of ten or more. */
  #found(): Pick<ColumnProfile, 'form' | 'dayForm' | 'decimalMark'> {
    if (this.#given === 0) return { form: 'empty' };
    const slips = Math.max(this.#tried >= 10 ? 1 : 0, this.#tried / 50);
    return tests.find((_, place) => this.#misfits[place]! <= slips) ?? { form: 'text' };
  }

  profile(): ColumnProfile {
    const { form, dayForm, decimalMark } = this.#found();
    const isPersonal = this.#holdsCode || form === 'identity-code' || form === 'day';
    const all = [...(this.#counts ?? [])].sort(([, one], [, other]) => other - one);
    const values = isPersonal
      ? []
      : all
          .filter(([value, rows]) => rows >= smallestCount && isFitToShow(value, this.#name))
          .slice(0, mostShown);
    return {
      name: this.#name,
      form: this.#holdsCode && form !== 'identity-code' ? 'text' : form,
      ...(dayForm && { dayForm }),
      ...(decimalMark && { decimalMark }),
      empty: this.#empty,
      distinct: this.#counts?.size,
      values,
      hidden: all.length - values.length,
    };
  }
}
