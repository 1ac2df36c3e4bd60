import { finiteNumber } from './finite-number.ts';

/** Beyond these, ratios of two numbers leave the range of numbers. */
const [least, most] = [1e-100, 1e100];
const groupSpaces = /[ \u00a0\u202f\u2009']/g;
const grouped = /^[+-]?\d{1,3}([ \u00a0\u202f\u2009']\d{3})+([.,]\d+)?$/;
const withComma = /^[+-]?\d*,\d+(e[+-]?\d+)?$/i;
/** As much one and a bit as a thousand and more. */
const eitherWay = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** Why a cell is no number that can be used. */
export class NoNumber extends Error {}

/**
 * Reads numbers as one file writes them: a decimal point or a decimal comma, one of them throughout, and spaces between
 * thousands. Whether `1,000` is one or a thousand is not guessed where commas also part cells.
 */
export class WrittenNumbers {
  readonly #isCommaDecimal: boolean;
  #decimalSign: string | undefined;

  /** @param separator between cells; at `;` a comma is decimal */
  constructor(separator: string) {
    this.#isCommaDecimal = separator === ';';
  }

  /** @throws NoNumber with a sentence */
  read(cell: string): number {
    const plain = finiteNumber(cell);
    if (!Number.isNaN(plain) && this.#decimalSign !== ',') {
      if (cell.includes('.')) this.#decimalSign = '.';
      return withinRange(plain);
    }
    return withinRange(this.#unusual(cell.replace('\u2212', '-')));
  }

  #unusual(cell: string): number {
    const text = grouped.test(cell) ? cell.replace(groupSpaces, '') : cell;
    if (text.includes(',') && text.includes('.')) throw new NoNumber('expected one decimal sign, got two');
    if (!withComma.test(text)) return this.#signed(text, '.');
    if (!this.#isCommaDecimal && eitherWay.test(text)) {
      throw new NoNumber(
        'expected a number, got one that may be a thousand or a fraction; write it without a comma, or part cells by ;',
      );
    }
    return this.#signed(text.replace(',', '.'), ',');
  }

  #signed(text: string, sign: string): number {
    const number = finiteNumber(text);
    if (Number.isNaN(number)) throw new NoNumber('expected a finite number');
    if (!text.includes('.')) return number;
    if (this.#decimalSign !== undefined && this.#decimalSign !== sign) {
      const [before, now] = sign === ',' ? ['a point', 'a comma'] : ['a comma', 'a point'];
      throw new NoNumber(`expected ${before} for decimals as in the cells before, got ${now}`);
    }
    this.#decimalSign = sign;
    return number;
  }
}

function withinRange(number: number): number {
  const size = Math.abs(number);
  if (size !== 0 && (size < least || size > most)) {
    throw new NoNumber('expected 0 or a number of a size from 1e-100 to 1e100');
  }
  return number;
}
