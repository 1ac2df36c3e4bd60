import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';

/** Where the WebAssembly files of the installed package are. A bundle has them beside itself and says so. */
export function installedWasmFolder(): string {
  const require = createRequire(import.meta.url);
  return dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + sep;
}
