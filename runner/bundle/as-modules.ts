import type { BuildOptions, Metafile } from 'esbuild';

/** Libraries that are not modules ask for Node's own parts by `require`, and for where they are. */
const asNotModules = [
  "import { createRequire as makeRequire } from 'node:module';",
  'const require = makeRequire(import.meta.url);',
  'const __filename = import.meta.filename, __dirname = import.meta.dirname;',
].join(' ');

/** How esbuild makes modules of our TypeScript: an entry, and chunks that are read when they are needed. */
export const asModules = {
  outExtension: { '.js': '.mjs' },
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  mainFields: ['module', 'main'],
  minifySyntax: true,
  legalComments: 'none',
  banner: { js: asNotModules },
  metafile: true,
} satisfies BuildOptions;

/** Sources of which something is left in the output. */
export function inputsOf({ outputs }: Metafile): string[] {
  const kept = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  );
  return [...new Set(kept.map(([path]) => path))].sort();
}
