import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { apiRoutes } from '../../data-contracts/api/index.ts';
import { openApi, undescribed } from '../../runner/open-api.ts';

const committed = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../data-contracts/api/open-api.json'), 'utf8'),
);

describe('the description of the HTTP API (to mend: npm run schemas)', () => {
  it('is what the contracts generate', () => {
    expect(committed).toEqual(JSON.parse(JSON.stringify(openApi())));
  });

  it('is OpenAPI 3.1', async () => {
    const checked = await new Validator().validate(structuredClone(committed));
    expect(checked.errors).toBeUndefined();
    expect(checked.valid).toBe(true);
    expect(committed.openapi).toBe('3.1.0');
    const broken = await new Validator().validate({ ...structuredClone(committed), paths: { cohorts: 1 } });
    expect(broken.valid).toBe(false);
  });

  it('describes every operation, and every status that it may answer with', () => {
    expect(undescribed).toEqual([]);
    for (const { operation } of apiRoutes) {
      const described = committed.paths[operation.path][operation.method.toLowerCase()];
      expect(described.operationId).toBe(operation.id);
      expect(Object.keys(described.responses)).toContain(String(operation.status));
    }
  });

  it('asks nobody who they are', () => {
    const asked = Object.values(committed.paths).flatMap((path) => Object.values(path as object));
    for (const { requestBody, parameters = [] } of asked)
      expect(JSON.stringify([requestBody ?? {}, parameters])).not.toContain('"requester"');
  });
});
