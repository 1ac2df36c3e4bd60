import { ThingId } from '../../../data-contracts/schemas/fields.ts';
import { LandedDelivery } from '../../../data-contracts/schemas/landed-delivery.ts';
import type { LandedDeliveries } from '../../core/ports/landed-deliveries.ts';
import { type ObjectStore, textOf } from './object-store.ts';

/** What became of deliveries, as objects: `<delivery>.json`. */
export class ObjectLandedDeliveries implements LandedDeliveries {
  readonly #objects: ObjectStore;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
  }

  async find(delivery: string): Promise<LandedDelivery | undefined> {
    const text = await textOf(this.#objects, keyOf(delivery));
    return text === undefined ? undefined : LandedDelivery.parse(JSON.parse(text));
  }

  async keep(landed: LandedDelivery): Promise<void> {
    const text = `${JSON.stringify(LandedDelivery.parse(landed), null, 2)}\n`;
    await this.#objects.put(keyOf(landed.delivery), Buffer.from(text));
  }
}

const keyOf = (delivery: string) => `${ThingId.parse(delivery)}.json`;
