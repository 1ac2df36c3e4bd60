import { type Numerics, startNumerics } from '../../../models/risk/numerics.ts';
import { keepNativeAlive } from './native-on-newer-node.ts';
import { withOwnErrorHandling } from './own-error-handling.ts';
import { installedWasmFolder } from './wasm-folder.ts';

/**
 * Starts what networks run on in this thread.
 *
 * @param wasmFolder where the WebAssembly files lie, ending in a slash; absent: in the installed package
 * @throws NumericsUnavailable
 */
export function startNetworkNumerics(wasmFolder?: string): Promise<Numerics> {
  keepNativeAlive();
  return withOwnErrorHandling(() => startNumerics(wasmFolder ?? installedWasmFolder()));
}
