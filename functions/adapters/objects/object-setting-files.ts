import type { SettingFiles } from '../../core/county-settings.ts';
import { type ObjectStore, textOf } from './object-store.ts';

/** A county's own catalogues as objects. */
export class ObjectSettingFiles implements SettingFiles {
  readonly #objects: ObjectStore;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
  }

  read(name: string): Promise<string | undefined> {
    return textOf(this.#objects, name);
  }
}
