/** Numbers gathered batch by batch into one typed array, eight bytes each. */
export class GrowingColumn {
  #values = new Float64Array(4096);
  #length = 0;

  append(value: number): void {
    if (this.#length === this.#values.length) this.#grow();
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** The values so far; a view, valid until the next append. */
  values(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }

  #grow(): void {
    const larger = new Float64Array(this.#values.length * 2);
    larger.set(this.#values);
    this.#values = larger;
  }
}
