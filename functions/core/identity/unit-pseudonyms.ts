import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { Pseudonym } from '../../../data-contracts/schemas/fields.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import { type JoinedPeople, nobodyJoined } from './joined-people.ts';

/** The pseudonyms that one asker is told, and by which the asker names people: the only ones that leave. */
export interface UnitPseudonyms {
  /** What the asker is told in the place of the lake's pseudonym. */
  outside(client: Pseudonym): string;
  /** Whom the asker means. Any 32 hexadecimal digits mean somebody; another unit's mean nobody that there is. */
  inside(told: string): Pseudonym;
}

/** Those of one asker, and those of one answer to somebody who must not be told even these. */
export interface AskerPseudonyms extends UnitPseudonyms {
  readonly ofThisAnswer: UnitPseudonyms;
}

type Asker = Pick<Requester, 'role' | 'unit'>;

/**
 * Pseudonyms made for who asks: a permutation of the 128 bits of the lake's pseudonyms, AES-256 on the one block
 * under a key of the asker's own, made of the answers key by HKDF-SHA-256. It keeps people apart and turns back; who
 * has no answers key can link neither a unit's pseudonyms to another's nor either to the lake's. Workers of one unit
 * share theirs. Those by which clients' representatives say whom they stand for are apart from any worker's, also in a unit of
 * the same name, so that no sign-in for a person tells who that is in a cohort.
 * @source NIST FIPS 197 (AES); RFC 5869 (HKDF)
 */
export class AnswerPseudonyms {
  readonly #answersKey: Uint8Array;
  readonly #people: JoinedPeople;
  readonly #made = new Map<string, UnitPseudonyms>();

  /**
   * @param answersKey 32 bytes
   * @param people who is who by now: whoever is named by what was told of a former pseudonym is the person of today
   */
  constructor(answersKey: Uint8Array, people: JoinedPeople = nobodyJoined) {
    this.#answersKey = answersKey;
    this.#people = people;
  }

  for({ role, unit }: Asker): UnitPseudonyms {
    return this.#under(role === 'client-representative' ? 'representatives' : 'workers', unit);
  }

  /** Of one answer alone: who is told of there is nobody anywhere else. */
  ofOneAnswer(requestId: string): UnitPseudonyms {
    return this.#permutation(this.#keyOf('one answer', requestId));
  }

  #under(whose: string, unit: string): UnitPseudonyms {
    const name = `${whose} ${unit}`;
    const known = this.#made.get(name) ?? this.#permutation(this.#keyOf(whose, unit));
    this.#made.set(name, known);
    return known;
  }

  #permutation(key: Uint8Array): UnitPseudonyms {
    const there = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
    const back = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
    return {
      outside: (client) => block(there, client),
      inside: (told) => this.#people.personOf(block(back, told)),
    };
  }

  /** What stands before the first line feed is ours, so that no unit's name makes another's key. */
  #keyOf(whose: string, name: string): Uint8Array {
    const info = `ennakko pseudonyms of ${whose}\n${name}`;
    return new Uint8Array(hkdfSync('sha256', this.#answersKey, '', info, 32));
  }
}

type Cipher = ReturnType<typeof createCipheriv> | ReturnType<typeof createDecipheriv>;

/** One block through a cipher in which no block depends on another. */
function block(cipher: Cipher, pseudonym: string): string {
  const bytes = Buffer.from(pseudonym, 'hex');
  if (bytes.length !== 16) throw new RangeError('pseudonym: expected 32 hexadecimal digits');
  return cipher.update(bytes).toString('hex');
}
