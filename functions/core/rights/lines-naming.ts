import { checkPersonalIdentityCode } from '../identity/personal-identity-code.ts';
import type { PersonNames } from './person-names.ts';

/** A code in any case, with anything around it. */
const codes = /\d{6}[-+YXWVUA-Fyxwvua-f]\d{3}[0-9A-Ya-y]/g;
const locals = /local:[a-z0-9-]{1,32}:[A-Za-z0-9-]{1,64}/gi;
const hexadecimal = /[0-9a-f]/;

/** Longer lines are searched in pieces that overlap by more than any identifier is long. */
const pieceLength = 1 << 20;
const overlap = 256;

/**
 * Which lines of a text name a person, numbered from 1: by identity code, `local:` identifier or pseudonym, in
 * whatever column and however broken the line. In UTF-16 too; not by name, nor by a code that is spelled apart.
 */
export async function linesNaming(
  content: AsyncIterable<Uint8Array>,
  person: PersonNames,
): Promise<ReadonlySet<number>> {
  const decoder = new TextDecoder('latin1');
  const found = new Set<number>();
  let line = 1;
  let held = '';
  const search = (text: string) => {
    let from = 0;
    let at = line;
    for (const place of placesNaming(text, person)) {
      for (let next = text.indexOf('\n', from); next >= 0 && next < place; next = text.indexOf('\n', from)) {
        at += 1;
        from = next + 1;
      }
      found.add(at);
    }
  };
  for await (const chunk of content) {
    held += decoder.decode(chunk, { stream: true }).replaceAll('\0', '');
    const end = held.lastIndexOf('\n');
    const until = end >= 0 ? end + 1 : held.length > pieceLength ? held.length - overlap : 0;
    if (until === 0) continue;
    search(end >= 0 ? held.slice(0, until) : held);
    line += countOf('\n', held.slice(0, until));
    held = held.slice(until);
  }
  search(held);
  return found;
}

/** Whether a text names a person. */
export const isNaming = (text: string, person: PersonNames): boolean => placesNaming(text, person).length > 0;

/** Where, rising. Three searches for one thing each are several times faster than one for all of them. */
function placesNaming(text: string, { pseudonyms, isTheirs }: PersonNames): number[] {
  const small = text.toLowerCase();
  const places = pseudonyms.flatMap((pseudonym) => placesOfPseudonym(small, pseudonym));
  for (const { index, 0: local } of text.matchAll(locals)) if (isTheirs(local)) places.push(index);
  codes.lastIndex = 0;
  for (let found = codes.exec(text); found; found = codes.exec(text)) {
    const code = found[0].toUpperCase();
    if ('code' in checkPersonalIdentityCode(code) && isTheirs(code)) places.push(found.index);
    // another may begin within what looks like one
    codes.lastIndex = found.index + 1;
  }
  return places.sort((one, other) => one - other);
}

/** Where a pseudonym stands alone, not within more hexadecimal digits. */
function placesOfPseudonym(text: string, client: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(client); at >= 0; at = text.indexOf(client, at + 1))
    if (!hexadecimal.test(text[at - 1] ?? '') && !hexadecimal.test(text[at + client.length] ?? ''))
      places.push(at);
  return places;
}

function countOf(sign: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}
