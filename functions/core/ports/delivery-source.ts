/** A file as it was delivered: nothing is known of its content yet. */
export interface DeliveredFile {
  readonly delivery: string;
  readonly name: string;
  readonly bytes: number;
}

/** The landing place: deliveries as folders of files. A file is never changed there, and removed when its time is over. */
export interface DeliverySource {
  /** Names of the deliveries, sorted. */
  deliveries(): Promise<readonly string[]>;
  /** Files of a delivery, sorted by name, `delivery.json` among them. */
  files(delivery: string): Promise<readonly DeliveredFile[]>;
  /** Names of files that lie beside the deliveries and so belong to none, sorted. */
  strayFiles(): Promise<readonly string[]>;
  /** A file's bytes, in chunks. */
  read(file: DeliveredFile): AsyncIterable<Uint8Array>;
  /** Where a file is, in the form the query engine takes. */
  location(file: DeliveredFile): Promise<string>;
  /** Removes a file; one that is not there is none to remove. */
  remove(file: DeliveredFile): Promise<void>;
}
