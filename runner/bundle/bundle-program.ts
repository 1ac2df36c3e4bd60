import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin, stop } from 'esbuild';
import { asModules, inputsOf } from './as-modules.ts';

/** What is started by itself, by its path in `runner/`. */
const parts = ['command-line', 'serve/worker', 'training/worker'];

/** Not in the bundle: native libraries and what reads files beside its own code; AWS’s, as one machine asks none of it. */
const outside = ['@duckdb/node-bindings', '@tensorflow/tfjs-node', 'highs', '@aws-sdk/*'];

/**
 * Bundles the program into a folder, whole or not at all; two processes may do so at once. The stack traces of
 * what runs from there name the TypeScript.
 * @param root of the sources
 * @returns every source file that is in it, by its path from the root
 */
export async function bundleProgram(root: string, folder: string): Promise<string[]> {
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  try {
    const { metafile } = await build({
      ...asModules,
      absWorkingDir: root,
      entryPoints: Object.fromEntries(parts.map((part) => [part, `runner/${part}.ts`])),
      outdir: unfinished,
      target: 'node20',
      external: outside,
      sourcemap: 'external',
      sourcesContent: false,
      plugins: [knowingWhereTheyLie],
      logLevel: 'silent',
    });
    await rename(unfinished, folder).catch(unlessMadeByAnother);
    await clearUnused(dirname(folder));
    return inputsOf(metafile);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
    await stop();
  }
}

function unlessMadeByAnother(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}

/** As many are left as somebody may still be running. */
const bundlesKept = 10;

async function clearUnused(bundles: string): Promise<void> {
  const paths = (await readdir(bundles)).map((name) => join(bundles, name));
  const used = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ mtimeMs }) => ({ path, mtimeMs }),
        () => [],
      ),
    ),
  );
  const newestFirst = used.flat().sort((a, b) => b.mtimeMs - a.mtimeMs);
  for (const { path } of newestFirst.slice(bundlesKept)) await rm(path, { recursive: true, force: true });
}

/** Our files find what lies beside them, such as SQL, where they were written, and not where the bundle is. */
const knowingWhereTheyLie: Plugin = {
  name: 'knowing where they lie',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const own = { url: pathToFileURL(path).href, dirname: dirname(path), filename: path };
      const text = await readFile(path, 'utf8');
      const contents = text.replace(/import\.meta\.(url|dirname|filename)\b/g, (_, what: keyof typeof own) =>
        JSON.stringify(own[what]),
      );
      return { contents, loader: 'ts' };
    }),
};
