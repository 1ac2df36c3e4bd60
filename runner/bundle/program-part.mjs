import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { namingSources } from './stack-of-sources.mjs';

const root = resolve(import.meta.dirname, '../..');
const bundles = join(root, 'node_modules/.cache/ennakko');

/**
 * Loads a part of the program: from its bundle, which a process makes when the sources are not those of an earlier
 * start; where none can be made, as in a folder that may not be written in, from the TypeScript itself.
 * @param {'command-line' | 'serve/worker' | 'training/worker'} name
 */
export async function programPart(name) {
  const folder = join(bundles, programDigest());
  if (!existsSync(folder) && !(isMainThread && (await isMade(folder)))) {
    await runningTypeScript();
    return import(`../${name}.ts`);
  }
  markAsUsed(folder);
  namingSources(folder);
  return import(pathToFileURL(join(folder, `${name}.mjs`)).href);
}

/** Where the sources of the program lie. */
export const roomsOfProgram = ['data-contracts', 'functions', 'models', 'runner', 'web/charts', 'wording'];

const ofProgram = /\.ts$|^data-contracts\/(catalogues|mappings|programmes|vocabularies)\/.*\.json$/;

/**
 * Whether a file is part of the program; packages are known by their lock.
 * @param {string} path from the root
 */
export const isOfProgram = (path) => ofProgram.test(path);

/** Of every source, by content: what is copied, checked out or restored is known again, whatever its times. */
function programDigest() {
  const digest = createHash('sha256').update(root);
  const update = (path) => digest.update(`\n${path}\n`).update(readFileSync(join(root, path)));
  for (const room of roomsOfProgram) {
    const paths = readdirSync(join(root, room), { recursive: true }).map((name) => join(room, name));
    for (const path of paths.filter(isOfProgram).sort()) update(path);
  }
  update('package-lock.json');
  return digest.digest('hex').slice(0, 16);
}

/** A bundle is the program and holds nothing of anybody: others than whoever made it may run it. */
async function isMade(folder) {
  const umask = process.umask(0o022);
  try {
    mkdirSync(bundles, { recursive: true });
    const stop = await runningTypeScript();
    const { bundleProgram } = await import('./bundle-program.ts');
    await bundleProgram(root, folder);
    await stop();
    return true;
  } catch (error) {
    if (process.env.ENNAKKO_TRACE) process.stderr.write(`runs without a bundle: ${error}\n`);
    return false;
  } finally {
    process.umask(umask);
  }
}

/** tsx lets Node run TypeScript as it is written, until it is told to stop. */
const runningTypeScript = async () => (await import('tsx/esm/api')).register();

/** Bundles that were not used lately go when another is made. */
function markAsUsed(folder) {
  try {
    utimesSync(folder, new Date(), new Date());
  } catch {
    // it is not ours to mark
  }
}
