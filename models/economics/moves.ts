/** Exchanges that clients could make, each with what it loses; the least loss goes first. */
export class Moves {
  readonly #seed: number;
  #client = new Int32Array(1024);
  #to = new Int8Array(1024);
  #loss = new Float64Array(1024);
  #length = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  get length(): number {
    return this.#length;
  }

  add(client: number, to: number, loss: number): void {
    if (this.#length === this.#client.length) this.#grow();
    this.#client[this.#length] = client;
    this.#to[this.#length] = to;
    this.#loss[this.#length++] = loss;
  }

  /** Calls with each move, the least loss first and equals by lot, until told to stop by `false`. */
  inOrder(most: number, make: (client: number, to: number) => boolean): void {
    const order = this.#leastLosses(most);
    const [loss, client] = [this.#loss, this.#client];
    order.sort((a, b) => loss[a]! - loss[b]! || this.#lot(client[a]!) - this.#lot(client[b]!));
    for (const at of order) if (!make(client[at]!, this.#to[at]!)) return;
  }

  /** Positions of the moves whose loss is among the `most` least; more where losses are equal. */
  #leastLosses(most: number): Uint32Array {
    const cut =
      this.#length <= most ? Infinity : this.#loss.slice(0, this.#length).sort()[Math.max(0, most - 1)]!;
    const positions = new Uint32Array(this.#length);
    let found = 0;
    for (let at = 0; at < this.#length; at++) if (this.#loss[at]! <= cut) positions[found++] = at;
    return positions.subarray(0, found);
  }

  /** A number for each client that has nothing to do with the order of rows but by the seed. */
  #lot(client: number): number {
    let mixed = Math.imul(client ^ this.#seed, 0x9e3779b1);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
    return (mixed ^ (mixed >>> 13)) >>> 0;
  }

  #grow(): void {
    const size = this.#client.length * 2;
    const [client, to, loss] = [new Int32Array(size), new Int8Array(size), new Float64Array(size)];
    client.set(this.#client);
    to.set(this.#to);
    loss.set(this.#loss);
    [this.#client, this.#to, this.#loss] = [client, to, loss];
  }
}
