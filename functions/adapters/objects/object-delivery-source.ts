import type { DeliveredFile, DeliverySource } from '../../core/ports/delivery-source.ts';
import type { ObjectStore } from './object-store.ts';

/** Deliveries as objects: `<delivery>/<file>`. A landing place that is not there has none. */
export class ObjectDeliverySource implements DeliverySource {
  readonly #landing: ObjectStore;

  constructor(landing: ObjectStore) {
    this.#landing = landing;
  }

  async deliveries(): Promise<readonly string[]> {
    const names = (await this.#landing.entries('')).map(({ name }) => name);
    return names
      .filter((name) => name.endsWith('/'))
      .map((name) => name.slice(0, -1))
      .sort();
  }

  async strayFiles(): Promise<readonly string[]> {
    return (await this.#landing.entries('')).map(({ name }) => name).filter((name) => !name.endsWith('/'));
  }

  /** A folder within a delivery is told of with a slash after its name: it is no file of any table. */
  async files(delivery: string): Promise<readonly DeliveredFile[]> {
    return (await this.#landing.entries(`${delivery}/`)).map((entry) => ({ delivery, ...entry }));
  }

  read({ delivery, name }: DeliveredFile): AsyncIterable<Uint8Array> {
    return this.#landing.read(`${delivery}/${name}`);
  }

  remove({ delivery, name }: DeliveredFile): Promise<void> {
    return this.#landing.remove([`${delivery}/${name}`]);
  }

  location({ delivery, name }: DeliveredFile): Promise<string> {
    return this.#landing.location(`${delivery}/${name}`);
  }
}
