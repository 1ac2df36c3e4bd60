import { ThingId } from '../../../data-contracts/schemas/fields.ts';
import { LandedDelivery } from '../../../data-contracts/schemas/landed-delivery.ts';
import type { LandedDeliveries } from '../../core/ports/landed-deliveries.ts';
import type { ObjectStore } from './object-store.ts';
import { jsonOf, ReadableObjects } from './readable-objects.ts';

/** What became of deliveries, as objects: `<delivery>.json`. */
export class ObjectLandedDeliveries implements LandedDeliveries {
  readonly #deliveries: ReadableObjects<LandedDelivery>;

  constructor(objects: ObjectStore) {
    this.#deliveries = new ReadableObjects(objects, jsonOf(LandedDelivery, 2));
  }

  find(delivery: string): Promise<LandedDelivery | undefined> {
    return this.#deliveries.find(keyOf(delivery));
  }

  async keep(landed: LandedDelivery): Promise<void> {
    await this.#deliveries.keep(keyOf(landed.delivery), landed);
  }
}

const keyOf = (delivery: string) => `${ThingId.parse(delivery)}.json`;
