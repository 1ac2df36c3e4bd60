import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { apiRoutes } from '../../data-contracts/api/index.ts';
import { makeOutreachList } from '../../functions/core/outreach/make-outreach-list.ts';
import { exampleRequest } from '../unit/api/api-event.ts';
import { makeWhatIsAsked } from '../unit/api/county-before.ts';
import { smallApis, usualRequester } from '../unit/api/small-apis.ts';
import { clientOf } from '../unit/cohort/small-county.ts';
import { listRequest } from '../unit/outreach/small-team.ts';

const folder = resolve(import.meta.dirname, '../../data-contracts/api/examples');

/** Too long to be read here: the contracts’ own examples show them. */
const isAmongContracts = (id: string) => /^(readModel|askPlan)/.test(id);

/** The county of the examples: a list that has been made, of two clients of unit-4, closed for the results. */
async function exampleCounty(operationId: string) {
  let ids = 0;
  const apis = await smallApis(() => (++ids).toString(16).padStart(32, '0'));
  const ofList = () => 'abc'.padStart(32, '0');
  if (
    /List|Outcome|Outreach|Note|Row|Recording/.test(operationId) &&
    !/^(make|preview)OutreachList$/.test(operationId)
  )
    await makeOutreachList({ ...apis.ports, newId: ofList }, listRequest([4, 5]));
  if (operationId === 'readOutreachResults') {
    const listId = `000001-${ofList()}`;
    await apis.ask('prevention-api', {
      path: `/outreach-lists/${listId}/closing`,
      headers: { 'idempotency-key': 'example-0000' },
    });
  }
  if (operationId === 'searchAuditLog')
    await apis.ask('rights-api', {
      path: '/access-documents',
      body: { client: apis.toldOf(clientOf(0), usualRequester['rights-api']) },
    });
  await makeWhatIsAsked(operationId, apis);
  return apis;
}

it.each(apiRoutes.map(({ api, operation }) => [operation.id, api, operation] as const))(
  '%s answers its example as the committed answer says (to mend: npx vitest run test/contract/api-examples.test.ts -u)',
  async (id, api, operation) => {
    const { status, headers, body, content } = await (await exampleCounty(id)).ask(api, {
      ...exampleRequest(operation),
      headers: { ...exampleRequest(operation).headers, 'accept-language': 'en' },
    });
    expect({ status, content }).toMatchObject({ status: operation.status });
    if (isAmongContracts(id)) return;
    const isJson = String(headers['content-type']) === 'application/json';
    const text = isJson ? `${JSON.stringify(content, null, 2)}\n` : body;
    await expect(text).toMatchFileSnapshot(`${folder}/${id}.${isJson ? 'json' : 'csv'}`);
  },
);

it('there is an example for every operation and for nothing else', () => {
  expect(
    readdirSync(folder)
      .map((name) => name.split('.')[0])
      .sort(),
  ).toEqual(
    apiRoutes
      .map(({ operation }) => operation.id)
      .filter((id) => !isAmongContracts(id))
      .sort(),
  );
});
