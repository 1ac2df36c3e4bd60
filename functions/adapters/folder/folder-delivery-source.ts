import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeliveredFile, DeliverySource } from '../../core/ports/delivery-source.ts';

const chunkBytes = 64 * 1024;

/** Deliveries as folders: `<landing>/<delivery>/<file>`. A landing folder that is not there has none. */
export class FolderDeliverySource implements DeliverySource {
  readonly #landing: string;

  constructor(landing: string) {
    this.#landing = landing;
  }

  async deliveries(): Promise<readonly string[]> {
    return (await this.#entries()).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  }

  async strayFiles(): Promise<readonly string[]> {
    return (await this.#entries()).filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  }

  /** A folder within a delivery is told of with a slash after its name: it is no file of any table. */
  async files(delivery: string): Promise<readonly DeliveredFile[]> {
    const names = (await readdir(join(this.#landing, delivery))).sort();
    return Promise.all(
      names.map(async (name) => {
        const found = await stat(join(this.#landing, delivery, name));
        return { delivery, name: found.isFile() ? name : `${name}/`, bytes: found.size };
      }),
    );
  }

  read(file: DeliveredFile): AsyncIterable<Uint8Array> {
    return createReadStream(this.location(file), { highWaterMark: chunkBytes });
  }

  location({ delivery, name }: DeliveredFile): string {
    return join(this.#landing, delivery, name);
  }

  async #entries() {
    try {
      const entries = await readdir(this.#landing, { withFileTypes: true });
      return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}
