import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { apiRoutes } from '../../data-contracts/api/index.ts';

const named = apiRoutes.map(
  ({ api, operation }) => [`${operation.method} ${operation.path}`, api, operation] as const,
);

describe('the operations', () => {
  it('have ids and routes of their own', () => {
    expect(new Set(apiRoutes.map(({ operation }) => operation.id)).size).toBe(apiRoutes.length);
    expect(new Set(named.map(([route]) => route)).size).toBe(apiRoutes.length);
  });

  it.each(named)('%s takes its example, and nothing that says who asks', (_route, _api, operation) => {
    const { body, example } = operation;
    expect(operation.parameters.safeParse(example.parameters ?? {}).error).toBeUndefined();
    expect(operation.query.safeParse(example.query ?? {}).error).toBeUndefined();
    if (!body) return expect(example.body).toBeUndefined();
    expect(body.safeParse(example.body).error).toBeUndefined();
    const claimed = { ...(example.body as object), requester: { id: 'w-1', role: 'planner', unit: 'u' } };
    const isFhir = operation.path.startsWith('/fhir/');
    expect(body.safeParse(claimed).success).toBe(isFhir);
  });

  it.each(named)('%s names in its path what it takes from it', (_route, _api, { path, parameters }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys((parameters as z.ZodObject).shape)).toEqual(inPath);
  });

  it('take no person’s identifier in an address', () => {
    for (const { operation } of apiRoutes) {
      const shape = {
        ...(operation.parameters as z.ZodObject).shape,
        ...(operation.query as z.ZodObject).shape,
      };
      expect(Object.keys(shape)).not.toContain('identifier');
      expect(Object.keys(shape)).not.toContain('client');
    }
  });
});
