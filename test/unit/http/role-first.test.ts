import { describe, expect, it } from 'vitest';
import { apiRoutes } from '../../../data-contracts/api/index.ts';
import { useCaseOf } from '../../../data-contracts/api/use-case-of.ts';
import { accessMatrix } from '../../../data-contracts/catalogues/index.ts';
import { Role } from '../../../data-contracts/schemas/requester.ts';
import { exampleRequest } from '../api/api-event.ts';
import { asRole, smallApis } from '../api/small-apis.ts';

/** Every operation with every role that the matrix gives no scope at all for it. */
const refused = apiRoutes.flatMap(({ api, operation }) => {
  const useCase = useCaseOf(operation.id);
  const roles = Role.options.filter((role) => useCase && accessMatrix[role]?.[useCase] === undefined);
  return roles.map((role) => [operation.id, role, api, operation, useCase!] as const);
});

describe('a role that may not ask an operation of anything', () => {
  it('is refused by its own words before the body, the parameters or the key are looked at', async () => {
    expect(refused.length).toBeGreaterThan(60);
    const apis = await smallApis();
    for (const [id, role, api, operation] of refused) {
      const bodies = ['['.repeat(3_000_000), '{"no":"such', `"${'x'.repeat(6_000_000)}"`];
      for (const text of operation.body ? bodies : [undefined]) {
        const asked = { ...exampleRequest(operation), headers: {}, text: text as string };
        const { status, content } = await apis.ask(api, asked, asRole(role));
        expect([id, role, status, content.type]).toEqual([id, role, 403, '/problems/access-refused']);
      }
    }
  });

  it.each(refused)(
    '%s, %s: is in the audit log, once and by name',
    async (_id, role, api, operation, useCase) => {
      const { ask, ports } = await smallApis();
      const { headers } = await ask(api, exampleRequest(operation), asRole(role));
      const entries = [];
      for await (const { entry } of ports.audit.lines()) entries.push(entry);
      expect(entries).toMatchObject([
        {
          kind: 'access',
          outcome: 'refused',
          useCase,
          requester: asRole(role),
          requestId: headers['x-correlation-id'],
        },
      ]);
    },
  );
});

it('an operation that is in no contract is asked by nobody', () => {
  expect(() => useCaseOf('constructor')).toThrow(RangeError);
});
