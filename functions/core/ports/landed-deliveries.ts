import type { LandedDelivery } from '../../../data-contracts/schemas/landed-delivery.ts';

/** When each delivery was taken in, and when its files were removed. */
export interface LandedDeliveries {
  /** Undefined: nothing of the delivery has been taken in. */
  find(delivery: string): Promise<LandedDelivery | undefined>;
  keep(landed: LandedDelivery): Promise<void>;
}
