import type { SettingFiles } from '../../core/county-settings.ts';
import { type ObjectStore, textOf } from './object-store.ts';

/** A county's own catalogues as objects. */
export class ObjectSettingFiles implements SettingFiles {
  readonly placeOf: (name: string) => string;
  readonly #objects: ObjectStore;

  /** @param placeOf where a file is, for messages; absent: its name alone is told */
  constructor(objects: ObjectStore, placeOf = (name: string) => name) {
    this.#objects = objects;
    this.placeOf = placeOf;
  }

  read(name: string): Promise<string | undefined> {
    return textOf(this.#objects, name);
  }
}
