import type { KeptAnswers } from '../../core/ports/kept-answers.ts';
import { type ObjectStore, textOf } from './object-store.ts';

const idForm = /^[0-9a-f]{64}$/;

/** Answers as objects of their ids, that come into being whole or not at all. */
export class ObjectKeptAnswers implements KeptAnswers {
  readonly #objects: ObjectStore;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
  }

  async find(id: string): Promise<string | undefined> {
    return textOf(this.#objects, checked(id));
  }

  async keep(id: string, answer: string): Promise<boolean> {
    return this.#objects.putIfAbsent(checked(id), Buffer.from(answer));
  }
}

function checked(id: string): string {
  if (!idForm.test(id)) throw new RangeError('id: expected 64 hexadecimal digits');
  return id;
}
