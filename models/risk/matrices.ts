import * as tf from '@tensorflow/tfjs-core';

const block = 32;

/**
 * A matrix turned over, row-major, by blocks that stay in cache: on WASM several times faster than
 * `tf.transpose`, and `matMul` with its transpose flags is slower still.
 *
 * @param values rows × columns
 * @returns columns × rows
 */
export function transposed(values: Float32Array, rows: number, columns: number): Float32Array {
  const turned = new Float32Array(values.length);
  for (let top = 0; top < rows; top += block) {
    const bottom = Math.min(rows, top + block);
    for (let left = 0; left < columns; left += block) {
      const right = Math.min(columns, left + block);
      for (let column = left; column < right; column++) {
        for (let row = top; row < bottom; row++)
          turned[column * rows + row] = values[row * columns + column]!;
      }
    }
  }
  return turned;
}

/** A matrix for TensorFlow from row-major numbers. */
export function matrix(values: Float32Array, rows: number, columns: number): tf.Tensor2D {
  return tf.tensor2d(values, [rows, columns], 'float32');
}

/** A tensor's numbers. Owned by the caller to read, not to write. */
export function numbersOf(tensor: tf.Tensor): Float32Array {
  return tensor.dataSync() as Float32Array;
}

/** Sums each column of rows × columns into `out`. */
export function addColumnSums(values: Float32Array, columns: number, out: Float32Array): void {
  for (let start = 0; start < values.length; start += columns) {
    for (let column = 0; column < columns; column++) out[column]! += values[start + column]!;
  }
}
