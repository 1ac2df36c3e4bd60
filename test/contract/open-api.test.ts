import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { apiRoutes } from '../../data-contracts/api/index.ts';
import { problems } from '../../data-contracts/vocabularies/problems.ts';
import { openApi } from '../../runner/open-api.ts';
import { description, faultsAt, placeOf, schemaAt } from './described-api.ts';

const operations = apiRoutes.map(({ operation }) => [operation.id, operation] as const);

describe('the description of the HTTP API (to mend: npm run schemas)', () => {
  it('is what the contracts generate', () => {
    expect(description).toEqual(JSON.parse(JSON.stringify(openApi())));
  });

  it('is OpenAPI 3.1', async () => {
    const checked = await new Validator().validate(structuredClone(description));
    expect(checked.errors).toBeUndefined();
    expect(checked.valid).toBe(true);
    expect(description.openapi).toBe('3.1.0');
    const broken = await new Validator().validate({ ...structuredClone(description), paths: { cohorts: 1 } });
    expect(broken.valid).toBe(false);
  });

  it('asks nobody who they are', () => {
    const asked = Object.values(description.paths).flatMap((path) => Object.values(path as object));
    for (const { requestBody, parameters = [] } of asked)
      expect(JSON.stringify([requestBody ?? {}, parameters])).not.toContain('"requester"');
    const questions = Object.entries(description.components.schemas).filter(([name]) =>
      /Question$/.test(name),
    );
    expect(questions.length).toBeGreaterThan(5);
    for (const [, question] of questions) expect(JSON.stringify(question)).not.toContain('"requester"');
  });
});

/** Every schema of the description, and every schema within one, with its place; examples are none. */
function schemasWithin(place: readonly string[], within: unknown, isSchema: boolean): [string, object][] {
  if (typeof within !== 'object' || within === null) return [];
  const here: [string, object][] = isSchema && !Array.isArray(within) ? [[place.join('/'), within]] : [];
  const isNames = ['schemas', 'properties', '$defs', 'patternProperties'].includes(place.at(-1) ?? '');
  return [
    ...here,
    ...Object.entries(within)
      .filter(([name]) => isNames || !['example', 'examples', 'default', 'const', 'enum'].includes(name))
      .flatMap(([name, part]) =>
        schemasWithin(
          [...place, name],
          part,
          isNames ||
            (isSchema && !['properties', '$defs', 'patternProperties'].includes(name)) ||
            name === 'schema',
        ),
      ),
  ];
}

describe('its schemas', () => {
  const within = schemasWithin([], description, false) as [string, Record<string, unknown>][];

  it('are JSON Schema 2020-12, by a strict reader', () => {
    for (const name of Object.keys(description.components.schemas))
      expect(() => schemaAt('components', 'schemas', name), name).not.toThrow();
    expect(() => faultsAt(['components', 'schemas', 'nothing'], 1)).toThrow();
  });

  it('say nothing in the way of OpenAPI 3.0', () => {
    expect(within.length).toBeGreaterThan(500);
    const old = within.filter(
      ([, schema]) =>
        Array.isArray(schema.items) ||
        'nullable' in schema ||
        'additionalItems' in schema ||
        'definitions' in schema ||
        typeof schema.exclusiveMinimum === 'boolean' ||
        typeof schema.exclusiveMaximum === 'boolean',
    );
    expect(old.map(([place]) => place)).toEqual([]);
  });

  it('give tuples by prefixItems, each with its length', () => {
    const tuples = within.filter(([, schema]) => 'prefixItems' in schema);
    expect(tuples.length).toBeGreaterThan(5);
    for (const [place, { prefixItems, items, minItems, maxItems }] of tuples) {
      const length = (prefixItems as unknown[]).length;
      expect([items, minItems, maxItems], place).toEqual([false, length, length]);
    }
    const cells = { people: 12, expected: [1, 2] };
    const place = ['components', 'schemas', 'ReadStatisticsAnswer', 'properties', 'total'];
    expect(faultsAt(place, cells)).toEqual([]);
    for (const expected of [[1], [1, 2, 3], ['1', 2]])
      expect(faultsAt(place, { ...cells, expected })).not.toEqual([]);
  });
});

describe('every operation', () => {
  it.each(operations)('%s is described, with every status that it may end in', (id, operation) => {
    const { responses, operationId } = description.paths[operation.path][operation.method.toLowerCase()];
    expect(operationId).toBe(id);
    const ends = new Set(Object.values(problems).map(({ status }) => String(status)));
    if (!operation.body) ends.delete('415');
    if (!operation.body && !operation.path.includes('{')) ends.delete('404');
    expect(Object.keys(responses)).toEqual(
      expect.arrayContaining([String(operation.status), ...ends, '429']),
    );
    expect(description.components.responses.Status503.headers).toHaveProperty('retry-after');
    expect(description.components.responses.Status405.headers).toHaveProperty('allow');
  });

  it.each(operations)('%s: its examples are as its own schemas say', (_id, operation) => {
    const place = placeOf(operation);
    const described = place.reduce((within, part) => within[part], description);
    const { example } = described.requestBody?.content['application/json'] ?? {};
    const body = ['requestBody', 'content', 'application/json', 'schema'];
    if (operation.body) expect(faultsAt([...place, ...body], example)).toEqual([]);
    for (const [at, parameter] of (described.parameters ?? []).entries())
      if (parameter.example !== undefined)
        expect(faultsAt([...place, 'parameters', String(at), 'schema'], parameter.example)).toEqual([]);
    const answered = ['responses', String(operation.status), 'content'];
    const contents = Object.entries(described.responses[operation.status].content) as [
      string,
      { example?: unknown },
    ][];
    for (const [mediaType, content] of contents)
      if (content.example !== undefined)
        expect(faultsAt([...place, ...answered, mediaType, 'schema'], content.example)).toEqual([]);
  });
});
