import * as tf from '@tensorflow/tfjs-core';

/** Which numerics run below. */
export type Numerics = 'tfjs-node' | 'wasm';

/** No numerics fast enough to be used could be started. */
export class NumericsUnavailable extends Error {
  readonly code = 'numerics-unavailable';
}

/**
 * Starts TensorFlow: its native library where it is installed and loads, else WebAssembly with SIMD on one
 * thread. Never the plain JavaScript backend, which is twenty times slower and which TensorFlow.js would
 * fall back to without a word.
 *
 * @param wasmFolder folder of the WebAssembly files, ending in a slash
 * @throws NumericsUnavailable when neither starts
 */
export async function startNumerics(wasmFolder: string): Promise<Numerics> {
  if (await startsNative()) return 'tfjs-node';
  const wasm = await import('@tensorflow/tfjs-backend-wasm');
  wasm.setThreadsCount(1);
  wasm.setWasmPaths(wasmFolder);
  const hasStarted = await tf.setBackend('wasm').catch(() => false);
  if (!hasStarted || tf.getBackend() !== 'wasm' || !(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) {
    throw new NumericsUnavailable(
      'TensorFlow.js: neither tfjs-node nor WebAssembly with SIMD could be started',
    );
  }
  return 'wasm';
}

/** The native library may load and yet fail at its first sum, on a Node newer than itself: so one is done. */
async function startsNative(): Promise<boolean> {
  try {
    const optional = '@tensorflow/tfjs-node';
    await import(optional);
    if (!(await tf.setBackend('tensorflow'))) return false;
    const sum = tf.tidy(() => tf.add(tf.tensor1d([1]), tf.tensor1d([1])).dataSync()[0]);
    return tf.getBackend() === 'tensorflow' && sum === 2;
  } catch {
    return false;
  }
}
