import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ContractName, contractNames, contracts } from '../../data-contracts/schemas/contracts.ts';
import { type TableContract, tables } from '../../data-contracts/schemas/tables.ts';
import { RowCheck } from '../../functions/core/ingest/row-check.ts';

const folder = resolve(import.meta.dirname, '../../data-contracts/examples');
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const invalidNames = readdirSync(join(folder, 'invalid')).sort();

const InvalidExample = z.object({
  expected: z.object({ field: z.string(), rule: z.string() }),
  value: z.record(z.string(), z.unknown()),
});

const tableOf = (contract: ContractName): TableContract | undefined =>
  Object.values(tables).find(({ row }) => (row as z.ZodType) === contracts[contract]);

/** What ingest says of an example that is a row, what zod says of any other: field and rule. */
function faultsOf(contract: ContractName, value: Readonly<Record<string, unknown>>) {
  const table = tableOf(contract);
  if (table) return rowFaults(table, value);
  const { error } = contracts[contract].safeParse(value);
  return (error?.issues ?? []).map(({ path, code }) => ({ field: String(path[0]), rule: code }));
}

function rowFaults(table: TableContract, value: Readonly<Record<string, unknown>>) {
  const check = new RowCheck(table, 'register');
  const texts = check.fields.map(({ name }) => String(value[name] ?? ''));
  const checked = check.check(
    texts,
    texts.map((_, position) => position),
  );
  return 'reasons' in checked ? checked.reasons : [];
}

describe('examples', () => {
  it('are there for every contract and for nothing else', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(names.sort()).toEqual(contractNames.map((name) => `${name}.json`).sort());
  });

  it.each(contractNames)(
    '%s.json keeps its contract, with no field that the contract does not know',
    (name) => {
      const example = read(`${name}.json`) as Record<string, unknown>;
      expect(contracts[name].safeParse(example).error).toBeUndefined();
      const schema = contracts[name] as z.ZodType;
      if (schema instanceof z.ZodObject)
        expect(Object.keys(schema.shape)).toEqual(expect.arrayContaining(Object.keys(example)));
    },
  );

  it.each(contractNames.filter(tableOf))('%s.json is a row that ingest accepts', (name) => {
    expect(faultsOf(name, read(`${name}.json`) as Record<string, unknown>)).toEqual([]);
  });

  it('speak only of people with an individual number from 900 to 999', () => {
    const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.json'),
    );
    const codes = all.flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/\b\d{6}[-+YXWVUABCDEF](\d{3})[0-9A-Y]\b/gi)].map(
        ([, number]) => number,
      ),
    );
    expect(codes.length).toBeGreaterThan(10);
    for (const number of codes) expect(number).toMatch(/^9/);
  });
});

describe('invalid examples', () => {
  it.each(invalidNames)('%s breaks exactly the rule it names', (name) => {
    const { expected, value } = InvalidExample.parse(read(join('invalid', name)));
    const contract = contractNames.find((candidate) => name.startsWith(`${candidate}.`))!;
    expect(faultsOf(contract, value)).toEqual([expected]);
  });
});
