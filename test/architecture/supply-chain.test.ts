import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import lock from '../../package-lock.json' with { type: 'json' };
import { root } from './imports.ts';

interface Locked {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  /** In the archive of another package, and under its hash. */
  readonly inBundle?: boolean;
}
// npm writes where a package is from only when it is not the registry
const registry = 'https://registry.npmjs.org/';
const locked = Object.entries(lock.packages as Record<string, Locked>).filter(([path]) => path !== '');

describe('what others made', () => {
  it('is locked to one release each, with its hash, from the registry alone', () => {
    expect(locked.length).toBeGreaterThan(100);
    for (const [path, { resolved, integrity }] of locked.filter(([, { inBundle }]) => !inBundle)) {
      expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-/)]);
      expect([path, resolved ?? registry]).toEqual([
        path,
        expect.stringMatching(/^https:\/\/registry\.npmjs\.org\//),
      ]);
    }
  });

  it('is named by exact releases in what is asked for', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    for (const [name, version] of Object.entries({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
    }))
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(-[\w.]+)?$/)]);
  });

  it('is in the bill of materials, whole, what is shipped told from what builds and tests', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ennakko-sbom-'));
    execFileSync(join(root, '.ci/sbom'), [folder], { stdio: 'pipe' });
    const bill = JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8')) as Bill;
    rmSync(folder, { recursive: true });
    expect(bill.bomFormat).toBe('CycloneDX');
    const listed = new Map(bill.components.map((one) => [`${one.name}@${one.version}`, one]));
    for (const [name, version] of Object.entries(manifest.dependencies))
      expect([name, isForDevelopment(listed.get(`${name}@${version}`)!)]).toEqual([name, false]);
    expect(isForDevelopment(listed.get(`vitest@${manifest.devDependencies.vitest}`)!)).toBe(true);
    expect(listed.size).toBeGreaterThanOrEqual(new Set(locked.map(([, { version }]) => version)).size);
  });
});

interface Bill {
  readonly bomFormat: string;
  readonly components: readonly Component[];
}
interface Component {
  readonly name: string;
  readonly version: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

const isForDevelopment = ({ properties = [] }: Component) =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');
