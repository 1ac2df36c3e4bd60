import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contractNames, jsonSchemaOf } from '../../data-contracts/schemas/contracts.ts';
import { PersonIdentifier } from '../../data-contracts/schemas/person-identifier.ts';

const folder = resolve(import.meta.dirname, '../../data-contracts/json-schema');
const committed = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));

describe('the committed JSON Schemas (to mend: npx tsx runner/write-json-schemas.ts)', () => {
  it('are there for every contract and for nothing else', () => {
    expect(readdirSync(folder).sort()).toEqual(contractNames.map((name) => `${name}.json`).sort());
  });

  it.each(contractNames)('%s.json is what its contract generates', (name) => {
    expect(committed(name)).toEqual(JSON.parse(JSON.stringify(jsonSchemaOf(name))));
  });

  it('say draft 2020-12, and describe numbers and identifiers instead of leaving them open', () => {
    const { $schema, properties } = committed('assessment');
    expect($schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(properties.points).toMatchObject({ type: 'integer', minimum: 0, maximum: 100 });
    expect(properties.clientIdentifier).toMatchObject({ type: 'string', pattern: expect.any(String) });
  });

  it('take an identifier in the forms that its contract takes', () => {
    const { pattern } = committed('client').properties.clientIdentifier;
    const given = [
      '140238-900H',
      ' 140238-900h ',
      'local:desynpuf:00AF',
      '140238-90H',
      'local:X:1',
      '140238G900H',
      '',
    ];
    for (const identifier of given)
      expect(new RegExp(pattern).test(identifier)).toBe(PersonIdentifier.safeParse(identifier).success);
  });

  it.each(contractNames)('%s.json takes the example of its contract', (name) => {
    const example = JSON.parse(readFileSync(join(folder, '..', 'examples', `${name}.json`), 'utf8'));
    const schema = z.fromJSONSchema(committed(name));
    expect(schema.safeParse(example).error).toBeUndefined();
    expect(schema.safeParse({}).success).toBe(false);
  });
});
