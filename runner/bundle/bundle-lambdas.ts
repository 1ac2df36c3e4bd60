import { existsSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { type LambdaName, lambdaNames } from '../../data-contracts/vocabularies/lambdas.ts';
import { asModules, inputsOf } from './as-modules.ts';

const root = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

/** What a bundle is read from and has besides its code. */
export interface Bundle {
  readonly name: LambdaName;
  readonly folder: string;
  /** Every source file that is in it, by its path from the root. */
  readonly inputs: readonly string[];
}

/** Not in the code: native libraries. The numerics' is in the container image alone. */
const outside = ['@duckdb/node-api', '@tensorflow/tfjs-node'];

/** Jobs that read and write files of tables have the query engine beside them; the others ask Athena, or nobody. */
export const withQueryEngine: ReadonlySet<LambdaName> = new Set([
  'ingest',
  'client-months',
  'train',
  'score',
  'find-hidden-demand',
  'erase',
]);
const queryEngine = ['node-api', 'node-bindings', 'node-bindings-linux-x64'];

const wasm = '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm';
const sql = join(root, 'data-contracts/sql');

/** Files that lie beside the code, by the source file that reads them. */
const besides = {
  'functions/adapters/tensorflow/wasm-folder.ts': (folder: string) =>
    cp(require.resolve(wasm), join(folder, 'tfjs-backend-wasm-simd.wasm')),
  'functions/adapters/sql-texts.ts': (folder: string) => cp(sql, join(folder, 'sql'), { recursive: true }),
};

/**
 * Bundles a Lambda into `<into>/<name>`: `index.mjs` with its chunks, so that what one home stands on is not read
 * in another, and what the code needs beside itself. The same sources give the same bytes.
 */
export async function bundleLambda(name: LambdaName, into = join(root, 'dist/lambda')): Promise<Bundle> {
  const folder = join(into, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { metafile } = await build({
    ...asModules,
    absWorkingDir: root,
    entryPoints: { index: `functions/${name}/index.ts` },
    outdir: folder,
    target: 'node22',
    minifyWhitespace: true,
    // a start that fails shows its line
    lineLimit: 200,
    external: outside,
    logLevel: 'warning',
  });
  const inputs = inputsOf(metafile);
  for (const [reader, copy] of Object.entries(besides)) if (inputs.includes(reader)) await copy(folder);
  if (withQueryEngine.has(name)) await copyQueryEngine(folder);
  return { name, folder, inputs };
}

/** As Lambda runs it: Linux on x86-64. */
async function copyQueryEngine(folder: string): Promise<void> {
  for (const part of queryEngine) {
    const from = join(root, 'node_modules/@duckdb', part);
    if (existsSync(from)) await cp(from, join(folder, 'node_modules/@duckdb', part), { recursive: true });
    else
      process.stderr.write(
        `NOT FOR LAMBDA: ${folder} lacks @duckdb/${part}; bundle on Linux on x86-64 for that\n`,
      );
  }
}

export async function bundleAll(into?: string): Promise<Bundle[]> {
  const bundles = [];
  for (const name of lambdaNames) bundles.push(await bundleLambda(name, into));
  return bundles;
}

if (import.meta.filename === process.argv[1]) {
  for (const { name, folder, inputs } of await bundleAll()) {
    process.stdout.write(`${name}: ${inputs.length} files\n`);
    await writeFile(join(dirname(folder), `${name}.inputs.txt`), `${inputs.join('\n')}\n`);
  }
}
