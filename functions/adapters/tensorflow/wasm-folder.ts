import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const besideBundle = new URL('./tfjs-backend-wasm-simd.wasm', import.meta.url);

/** Where the WebAssembly files are, ending in a slash: beside the bundle, or in the installed package. */
export function installedWasmFolder(): string {
  if (existsSync(besideBundle)) return dirname(fileURLToPath(besideBundle)) + sep;
  const require = createRequire(import.meta.url);
  return dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + sep;
}
