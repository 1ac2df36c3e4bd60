import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apiRoutes } from '../../../data-contracts/api/index.ts';
import type { Operation } from '../../../data-contracts/api/operation.ts';
import { Role } from '../../../data-contracts/schemas/requester.ts';
import { description, placeOf, undocumentedIn } from '../../contract/described-api.ts';
import { type AskedFor, exampleRequest } from './api-event.ts';
import { makeWhatIsAsked } from './county-before.ts';
import { asRole, smallApis } from './small-apis.ts';

const everyOperation = apiRoutes.map(({ api, operation }) => [operation.id, api, operation] as const);

/** Resources of FHIR have elements that are not read. */
const isOpen = ({ path }: Operation) => path.startsWith('/fhir/');

/** Ways of asking that are not as the contract says, by what is wrong. */
function wrongWays(operation: Operation): Record<string, AskedFor> {
  const example = exampleRequest(operation);
  const { headers = {} } = example;
  const body = (example.body ?? {}) as Record<string, unknown>;
  const ofBody = {
    ...(!isOpen(operation) && { 'a field too many': { ...example, body: { ...body, colour: 1 } } }),
    'another type of body': { ...example, headers: { ...headers, 'content-type': 'text/plain' } },
    'no type of body': { ...example, headers: { ...headers, 'content-type': '' } },
    'no JSON': { ...example, text: '{"a":' },
    'no body': { ...example, text: '' },
    ...(!operation.takesLines && { 'a list for a body': { ...example, body: [body] } }),
    'null for a body': { ...example, text: 'null' },
    'too large a body': { ...example, text: ' '.repeat(5_000_000) },
  };
  return {
    'a parameter too many': { ...example, query: { ...example.query, colour: '1' } },
    ...(operation.isIdempotent && {
      'no key': { ...example, headers: {} },
      'a key that will not do': { ...example, headers: { 'idempotency-key': 'ä' } },
    }),
    ...(operation.path.includes('{') && {
      'a strange address': { ...example, path: operation.path.replace(/\{\w+\}/, '%00') },
    }),
    ...(operation.body && ofBody),
  };
}

describe('every operation, asked by each role', () => {
  it.each(everyOperation)('%s ends as it is described, its example too', async (id, api, operation) => {
    const ways = { example: exampleRequest(operation), ...wrongWays(operation) };
    for (const role of Role.options) {
      const apis = await smallApis();
      await makeWhatIsAsked(id, apis);
      for (const [way, asked] of Object.entries(ways)) {
        const answered = await apis.ask(api, asked, asRole(role));
        expect(undocumentedIn(operation, answered), `${role}: ${way}`).toEqual([]);
        expect(answered.status, `${role}: ${way}`).toBeLessThan(500);
        if (way !== 'example') expect(answered.status, `${role}: ${way}`).toBeGreaterThan(399);
      }
    }
  });

  it.each(everyOperation.filter(([, , { body }]) => body))(
    '%s ends as it is described, whatever stands in a field',
    async (_id, api, operation) => {
      const { ask } = await smallApis();
      const body = operation.example.body as Record<string, unknown>;
      const field = fc.constantFrom(...Object.keys(body));
      const told = async (name: string, value: unknown, role: Role) => {
        const answered = await ask(
          api,
          { ...exampleRequest(operation), body: { ...body, [name]: value } },
          asRole(role),
        );
        expect(undocumentedIn(operation, answered)).toEqual([]);
        expect(answered.status).toBeLessThan(500);
      };
      const role = fc.constantFrom(...Role.options);
      await fc.assert(fc.asyncProperty(field, fc.jsonValue(), role, told), { numRuns: 40, seed: 1 });
    },
  );
});

it('an answer that is not as described is seen', () => {
  const { operation } = apiRoutes.find((route) => route.operation.id === 'recordOutcome')!;
  const headers = {
    'content-type': 'application/json',
    'content-language': 'fi',
    'cache-control': 'no-store',
    'x-correlation-id': 'c-1',
  };
  const sound = { status: 201, headers, content: { eventId: 'e-1' } };
  expect(undocumentedIn(operation, sound)).toEqual([]);
  const unsound = [
    { ...sound, status: 200 },
    { ...sound, content: { eventId: 1 } },
    { ...sound, content: { eventId: 'e-1', client: 'c' } },
    { ...sound, headers: { ...headers, 'content-type': 'text/html' } },
    { ...sound, headers: { ...headers, 'content-language': 'de' } },
    { ...sound, headers: { ...headers, 'cache-control': undefined } },
  ];
  for (const one of unsound) expect(undocumentedIn(operation, one)).toHaveLength(1);
});

it.each(everyOperation.filter(([, , { body }]) => body))(
  '%s takes its body under each media type that is described',
  async (id, api, operation) => {
    const place = [...placeOf(operation), 'requestBody', 'content'];
    const content = place.reduce((within, part) => within[part], description);
    for (const mediaType of Object.keys(content))
      for (const told of [mediaType, `${mediaType}; charset=utf-8`, mediaType.toUpperCase()]) {
        const apis = await smallApis();
        await makeWhatIsAsked(id, apis);
        const example = exampleRequest(operation);
        const { status } = await apis.ask(api, {
          ...example,
          headers: { ...example.headers, 'content-type': told },
        });
        expect([400, 413, 415], `${told}: ${status}`).not.toContain(status);
      }
  },
);

const unknown = { rule: 'unrecognized_keys', message: 'ei ole tuttu tieto' };

describe('what is given too many', () => {
  it.each(everyOperation)('%s: is refused by its name', async (_id, api, operation) => {
    const { ask } = await smallApis();
    const ways = wrongWays(operation);
    const asked = [['query.colour', ways['a parameter too many']]] as [string, AskedFor][];
    const ofBody = ways['a field too many'];
    if (ofBody) asked.push(['colour', ofBody]);
    for (const [field, one] of asked) {
      const { status, content } = await ask(api, one);
      expect([status, content.errors]).toEqual([400, [{ field, ...unknown }]]);
    }
  });

  it('is not repeated where it is no name', async () => {
    const { ask } = await smallApis();
    for (const name of ['140238-900F', 'a b', '<x>', '__proto__x', 'A'.repeat(50)]) {
      const asked = { method: 'GET', path: '/outreach-lists', query: { [name]: '1' } };
      const { content } = await ask('prevention-api', asked);
      expect(content.errors).toEqual([{ field: 'query.…', ...unknown }]);
    }
  });
});

describe('a number after the question mark', () => {
  it.each([['0x10'], ['1e1'], [' 7'], ['7.0'], ['-1'], ['0'], ['201'], [''], ['7,8'], ['true']])(
    'is digits alone, within bounds: %j is not',
    async (limit) => {
      const { ask } = await smallApis();
      const asked = { method: 'GET', path: '/outreach-lists', query: { limit } };
      const { status, content } = await ask('prevention-api', asked);
      expect([status, content.errors[0].field]).toEqual([400, 'query.limit']);
    },
  );

  it('is 50 where nothing is told; in a body it is a number', async () => {
    const { ask, team } = await smallApis();
    await team.make([1, 2]);
    const { content } = await ask('prevention-api', { method: 'GET', path: '/outreach-lists' });
    expect(content.items).toHaveLength(1);
    const client = 'c0ffee0dc0ffee0dc0ffee0dc0ffee00';
    for (const limit of ['10', true, [10]])
      expect((await ask('rights-api', { path: '/audit-searches', body: { client, limit } })).status).toBe(
        400,
      );
  });
});

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'QUERY'];

describe('an address asked in another way than it takes', () => {
  it.each(everyOperation)('%s: answers 405 and says in which it may be', async (_id, api, operation) => {
    const { ask } = await smallApis();
    const { path } = exampleRequest(operation);
    const taken = apiRoutes
      .filter((route) => route.operation.path === operation.path)
      .map((route) => route.operation.method)
      .sort();
    for (const method of methods.filter((one) => !taken.includes(one as 'GET'))) {
      for (const one of [path, `${path}/`]) {
        const answered = await ask(api, { method, path: one });
        expect([method, answered.status, answered.headers.allow]).toEqual([method, 405, taken.join(', ')]);
        expect(undocumentedIn(operation, answered)).toEqual([]);
      }
      expect((await ask(api, { method, path, token: 'none' })).status).toBe(401);
    }
  });

  it('is not there for the API that does not take it, though another does', async () => {
    const { ask } = await smallApis();
    const { status, headers } = await ask('planner-api', { method: 'GET', path: '/outreach-lists' });
    expect([status, headers.allow]).toEqual([404, undefined]);
  });

  it('is not there where no operation is', async () => {
    const { ask } = await smallApis();
    for (const path of [
      '/',
      '/cohort',
      '/cohorts/x',
      '//cohorts',
      '/Cohorts',
      '/constructor',
      '/outreach-lists//x',
    ]) {
      const { status, headers } = await ask('planner-api', { method: 'DELETE', path });
      expect([path, status, headers.allow]).toEqual([path, 404, undefined]);
    }
  });
});
