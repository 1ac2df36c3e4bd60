import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const sqlFolder = join(root, 'data-contracts', 'sql');
const files = readdirSync(sqlFolder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.sql'),
);
const textOf = (file: string) => readFileSync(join(sqlFolder, file), 'utf8');

/** Node cannot load dt-sql-parser as it is published, so it is bundled first. */
const folder = mkdtempSync(join(tmpdir(), 'ennakko-grammar-'));
let errorsIn: (sql: string) => string[];

beforeAll(async () => {
  const outfile = join(folder, 'trino.mjs');
  await build({
    stdin: { contents: "export { TrinoSQL } from 'dt-sql-parser';", resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'silent',
  });
  const { TrinoSQL } = await import(pathToFileURL(outfile).href);
  const parser = new TrinoSQL();
  errorsIn = (sql) =>
    parser
      .validate(sql)
      .map(({ startLine, message }: { startLine: number; message: string }) => `${startLine}: ${message}`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the SQL', () => {
  it('has its models', () => expect(files.length).toBeGreaterThan(8));

  it('is held against a grammar that refuses what is not Trino’s', () => {
    expect(errorsIn('select a:: date from t')).not.toEqual([]);
    expect(errorsIn('select 1')).toEqual([]);
  });

  for (const file of files) {
    it(`${file} is Trino`, () => expect(errorsIn(textOf(file))).toEqual([]));

    it(`${file} says its grain, key, sources and as-of rule first`, () => {
      const header = textOf(file).split('\nwith\n')[0];
      for (const part of ['grain', 'key', 'sources', 'as-of rule']) expect(header).toContain(`-- ${part}: `);
    });

    it(`${file} is in lower case, 80 columns wide, and ends with its final step`, () => {
      const lines = textOf(file).trimEnd().split('\n');
      expect(lines.filter((line) => line.length > 80)).toEqual([]);
      const code = lines.map((line) => line.replace(/--.*$/, '').replace(/'[^']*'/g, ''));
      expect(code.filter((line) => /[A-Z]/.test(line))).toEqual([]);
      expect(lines.at(-1)).toBe('select * from final');
    });

    it(`${file} casts and names each parameter in its first step`, () => {
      const [, ...rest] = textOf(file).split('\n),\n');
      const code = rest.join('\n').replace(/--.*$/gm, '');
      expect(code).not.toContain('?');
    });
  }
});
