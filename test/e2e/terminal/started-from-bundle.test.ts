import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleProgram } from '../../../runner/bundle/bundle-program.ts';
import { isOfProgram, roomsOfProgram } from '../../../runner/bundle/program-part.mjs';
import { root } from '../../architecture/imports.ts';

const folder = mkdtempSync(join(tmpdir(), 'ennakko-started-'));
const checkout = join(folder, 'checkout');
const modules = join(checkout, 'node_modules');
const bundles = () => readdirSync(join(modules, '.cache/ennakko'));

/** A checkout of its own, with the packages of this one and nothing that was made before. */
beforeAll(() => {
  mkdirSync(modules, { recursive: true });
  for (const room of [...roomsOfProgram, 'package.json', 'package-lock.json'])
    cpSync(join(root, room), join(checkout, room), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')).filter((name) => !name.startsWith('.')))
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = promisify(execFile);
const start = (...words: string[]) =>
  run(process.execPath, [join(checkout, 'runner/ennakko.mjs'), '--home', join(folder, 'home'), ...words], {
    env: { ...process.env, ENNAKKO_TRACE: '1' },
  }).catch((error: { stdout: string; stderr: string }) => error);

describe('the command line', () => {
  it('is bundled by its first start, and by one only where two are at once; later starts make nothing', async () => {
    const [one, other] = await Promise.all([start('--help'), start('--help')]);
    expect(one.stderr + other.stderr).toBe('');
    expect(one.stdout).toContain('cohort');
    expect(other.stdout).toBe(one.stdout);
    expect(bundles()).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
    const again = await start('--help');
    expect(again).toEqual(one);
    expect(bundles()).toHaveLength(1);
  });

  it('names the TypeScript in a stack trace', async () => {
    const { stderr } = await start('cohort');
    expect(stderr).toContain('nothing published yet');
    expect(stderr).toMatch(/\n {4}at .*\/checkout\/functions\/core\/require-current\.ts:\d+:\d+\)?\n/);
    const [, line] = /require-current\.ts:(\d+)/.exec(stderr)!;
    const source = readFileSync(join(checkout, 'functions/core/require-current.ts'), 'utf8').split('\n');
    expect(source[Number(line) - 1]).toContain('throw new NothingPublished');
  });

  it('is bundled anew when a source is another, and as before when it is as before', async () => {
    const list = join(checkout, 'runner/command-list.ts');
    const text = readFileSync(list, 'utf8');
    const before = bundles();
    writeFileSync(list, text.replace('who is likeliest to need', 'who may well need'));
    expect((await start('--help')).stdout).toContain('who may well need');
    expect(bundles()).toHaveLength(before.length + 1);
    writeFileSync(list, text);
    expect((await start('--help')).stdout).toContain('who is likeliest to need');
    expect(bundles()).toHaveLength(before.length + 1);
  });

  it('keeps the ten bundles that were used last', async () => {
    const day = (count: number) => Date.UTC(2026, 0, count) / 1000;
    const of = (name: string) => join(modules, '.cache/ennakko', name);
    for (const name of bundles()) utimesSync(of(name), day(1), day(1));
    const others = Array.from({ length: 11 }, (_, at) => `earlier-${at + 1}`);
    for (const [at, name] of others.entries()) {
      mkdirSync(of(name));
      utimesSync(of(name), day(at + 2), day(at + 2));
    }
    await bundleProgram(checkout, of('newest'));
    expect(bundles().sort()).toEqual([...others.slice(2), 'newest'].sort());
  });

  it('runs from the TypeScript where no bundle can be made', async () => {
    const bundled = await start('ingest', '--help');
    rmSync(join(modules, '.cache'), { recursive: true });
    writeFileSync(join(modules, '.cache'), 'not a folder');
    const { stdout, stderr } = await start('ingest', '--help');
    expect(stderr).toMatch(/^runs without a bundle: .*\n$/);
    expect(stdout).toBe(bundled.stdout);
  });
});

describe('the bundle', () => {
  it('has nothing in it by which it would not be known', async () => {
    const inputs = await bundleProgram(root, join(folder, 'bundle'));
    const own = inputs.filter((path) => !path.startsWith('node_modules/'));
    expect(own.length).toBeGreaterThan(500);
    expect(own.filter((path) => !isOfProgram(path))).toEqual([]);
  });

  it('leaves no place that has files beside itself to a bundle', () => {
    const places = readdirSync(join(folder, 'bundle'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.mjs'))
      .flatMap((name) => readFileSync(join(folder, 'bundle', name), 'utf8').split('// '))
      .filter((file) => /^(data-contracts|functions|models|runner)\//.test(file));
    expect(places.length).toBeGreaterThan(500);
    expect(
      places.filter((file) =>
        /import\.meta\.(url|dirname|filename)/.test(file.split('\n').slice(1).join('\n')),
      ),
    ).toEqual([]);
  });
});
