import type { KeptAnswers } from '../../core/ports/kept-answers.ts';
import type { ObjectStore } from './object-store.ts';
import { type Form, ReadableObjects } from './readable-objects.ts';

/** An answer is JSON, as whoever asked for it is given it again. */
const anyJson: Form<string> = {
  write: (text) => text,
  read: (text) => {
    JSON.parse(text);
    return text;
  },
};

const idForm = /^[0-9a-f]{64}$/;

/** Answers as objects of their ids, that come into being whole or not at all. */
export class ObjectKeptAnswers implements KeptAnswers {
  readonly #answers: ReadableObjects<string>;

  constructor(objects: ObjectStore) {
    this.#answers = new ReadableObjects(objects, anyJson);
  }

  async find(id: string): Promise<string | undefined> {
    return this.#answers.find(checked(id));
  }

  async keep(id: string, answer: string): Promise<boolean> {
    return this.#answers.keepOnce(checked(id), answer);
  }
}

function checked(id: string): string {
  if (!idForm.test(id)) throw new RangeError('id: expected 64 hexadecimal digits');
  return id;
}
