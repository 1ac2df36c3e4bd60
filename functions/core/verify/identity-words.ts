import type { Identity } from '../identity/sealed-identity.ts';

/** How often names and telephone numbers stand in a text. */
export interface NamesFound {
  names: number;
  telephones: number;
}

/** So many words apart, a family name and a given name are one person's. */
const wordsApart = 3;
/** Shorter than this, digits are nobody's telephone number. */
const fewestDigits = 7;

const word = /\p{L}[\p{L}'’-]*/gu;
/** Decimals of a number are nobody's. */
const telephone = /(?<![\p{L}\d]|\d\.)\+?\d[\d() -]{5,18}\d(?![\p{L}\d])/gu;

/**
 * The names and telephone numbers of people, to be looked for in texts: a family name and the first of the same
 * person's given names beside each other in either order, whatever stands between them and however they are written;
 * and a number however it is spaced, with the country's prefix or without.
 */
export class IdentityWords {
  readonly #givenNamesOf = new Map<string, Set<string>>();
  readonly #familyNamesOf = new Map<string, Set<string>>();
  readonly #telephones = new Set<string>();

  add({ familyName, givenNames, telephone: number }: Omit<Identity, 'clientIdentifier' | 'validFrom'>): void {
    const given = wordsIn(givenNames)[0];
    for (const family of given ? wordsIn(familyName) : []) {
      addTo(this.#givenNamesOf, family, given!);
      addTo(this.#familyNamesOf, given!, family);
    }
    const digits = digitsOf(number ?? '');
    if (digits.length >= fewestDigits) this.#telephones.add(digits);
  }

  /** Whether a word is part of anybody's name: a text without such words holds no name. */
  isPartOfName = (text: string): boolean => {
    const small = text.toLowerCase();
    return this.#givenNamesOf.has(small) || this.#familyNamesOf.has(small);
  };

  isTelephone = (text: string): boolean => this.#telephones.has(digitsOf(text));

  /** @param from counts nothing that begins before, as it was counted in an earlier text */
  countIn(text: string, from = 0, until = text.length): NamesFound {
    const found = { names: 0, telephones: 0 };
    let before: string[] = [];
    for (const { 0: each, index } of text.matchAll(word)) {
      const small = each.toLowerCase();
      if (index >= from && index < until && before.some((other) => this.#isName(other, small)))
        found.names += 1;
      before = [small, ...before.slice(0, wordsApart - 1)];
    }
    for (const { 0: each, index } of text.matchAll(telephone))
      if (index >= from && index < until && this.isTelephone(each)) found.telephones += 1;
    return found;
  }

  #isName(one: string, other: string): boolean {
    return (
      (this.#givenNamesOf.get(one)?.has(other) ?? false) ||
      (this.#familyNamesOf.get(one)?.has(other) ?? false)
    );
  }
}

/** Longer than any name with what stands within it, and than any number. */
const overlap = 200;

/** How often names and numbers stand in content in UTF-8. */
export async function countNames(
  content: AsyncIterable<Uint8Array>,
  words: IdentityWords,
): Promise<NamesFound> {
  const found = { names: 0, telephones: 0 };
  const decoder = new TextDecoder();
  let text = '';
  let counted = 0;
  const count = (until: number) => {
    const { names, telephones } = words.countIn(text, counted, until);
    found.names += names;
    found.telephones += telephones;
  };
  for await (const piece of content) {
    text += decoder.decode(piece, { stream: true });
    const until = Math.max(counted, text.length - overlap);
    count(until);
    const kept = Math.max(0, until - overlap);
    text = text.slice(kept);
    counted = until - kept;
  }
  count(text.length);
  return found;
}

/** Of a name: without what stands in brackets, and without particles such as `af`. */
const wordsIn = (name = '') => {
  const all = name.replace(/\(.*?\)/g, '').match(word) ?? [];
  const long = all.filter((each) => each.length > 2);
  return (long.length > 0 ? long : all).map((each) => each.toLowerCase());
};

/** A number's own digits: without the country's prefix and the zero that stands in its place at home. */
const digitsOf = (text: string) => text.replace(/\D/g, '').replace(/^(00358|358|0)/, '');

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}
