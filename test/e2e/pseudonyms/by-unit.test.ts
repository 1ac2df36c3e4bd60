import { describe, expect, it } from 'vitest';
import { apiRoutes } from '../../../data-contracts/api/index.ts';
import { Role } from '../../../data-contracts/schemas/requester.ts';
import { type AskedFor, exampleRequest } from '../../unit/api/api-event.ts';
import { makeWhatIsAsked } from '../../unit/api/county-before.ts';
import { asRole, smallApis } from '../../unit/api/small-apis.ts';
import { clientOf } from '../../unit/cohort/small-county.ts';

const lakes = new Set(Array.from({ length: 120 }, (_, number) => clientOf(number)));
const identifier = 'local:demo:2';
const namedIn = (text: string) => text.match(/(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/g) ?? [];

type Apis = Awaited<ReturnType<typeof smallApis>>;

/** What every operation answers to a role of a unit, asked as its example asks and by every name of a person. */
async function heardBy(role: Role, unit: string, people: (apis: Apis) => object[]): Promise<string[]> {
  const heard: string[] = [];
  for (const { api, operation } of apiRoutes) {
    for (const nth of people(await smallApis()).keys()) {
      const apis = await smallApis();
      await makeWhatIsAsked(operation.id, apis);
      const { list } = await apis.team.make([1, 2, 3, 4, 5, 6]);
      const asked: AskedFor = exampleRequest(operation);
      const path = operation.path.replace('{listId}', list.listId).replace('{programme}', 'older-people');
      const { client: _, ...rest } = { ...(asked.body as object | undefined), client: '' } as Record<
        string,
        unknown
      >;
      const isOfPerson = 'client' in ((asked.body as object) ?? {});
      const body = isOfPerson ? { ...rest, ...people(apis)[nth] } : asked.body;
      const requester = { ...asRole(role, unit), ...(role === 'client-representative' && mine(apis, unit)) };
      const { status, body: text } = await apis.ask(
        api,
        { ...asked, path, ...(body !== undefined && { body }) },
        requester,
      );
      expect(status, `${operation.id} ${role}`).toBeLessThan(500);
      heard.push(text);
      if (!isOfPerson) break;
    }
  }
  return heard;
}

const mine = ({ toldOf }: Apis, unit: string) => ({
  represents: toldOf(clientOf(0), asRole('client-representative', unit)),
});

describe('no answer of any operation to any role', () => {
  it.each(Role.options)('names anybody by the lake’s pseudonym: %s', async (role) => {
    const heard = await heardBy(role, 'unit-4', ({ toldOf }) => [
      { client: toldOf(clientOf(0), asRole(role)) },
      { identifier },
    ]);
    const named = heard.flatMap(namedIn);
    expect(named.filter((one) => lakes.has(one))).toEqual([]);
    if (role === 'planner' || role === 'data-protection-officer') expect(named.length).toBeGreaterThan(1);
  });

  it('shares a pseudonym with an answer to another unit', async () => {
    const cohort = { programme: 'older-people', horizonMonths: 12, size: 20 };
    const { ask } = await smallApis();
    const told = async (unit: string) => {
      const { content } = await ask(
        'planner-api',
        { path: '/cohorts', body: cohort },
        asRole('planner', unit),
      );
      return (content as { rows: { client: string }[] }).rows.map(({ client }) => client);
    };
    const [first, again, second] = [await told('unit-1'), await told('unit-1'), await told('unit-2')];
    expect(first.length).toBeGreaterThan(10);
    expect(again).toEqual(first);
    expect(first.filter((client) => second.includes(client))).toEqual([]);
  });
});

describe('a planner’s list', () => {
  const listOf = async (apis: Apis, planner: string, clients: string[]) => {
    const body = {
      programme: 'older-people',
      horizonMonths: 12,
      unit: 'unit-4',
      clients: clients.map((client) => ({ client })),
    };
    const headers = { 'idempotency-key': 'list-0001' };
    return apis.ask('planner-api', { path: '/outreach-lists', body, headers }, asRole('planner', planner));
  };

  it('is made with the planner’s own pseudonyms, and has nobody by another unit’s or the lake’s', async () => {
    const apis = await smallApis();
    const places = [1, 2, 3, 4, 5];
    const by = (unit: string) => places.map((place) => apis.toldOf(clientOf(place), asRole('planner', unit)));
    expect((await listOf(apis, 'unit-1', by('unit-2'))).content).toMatchObject({ listed: 0 });
    expect((await listOf(apis, 'unit-2', places.map(clientOf))).content).toMatchObject({ listed: 0 });
    expect((await listOf(apis, 'unit-3', by('unit-3'))).content).toMatchObject({ listed: 5 });
    const [list] = await apis.team.ports.store.lists();
    expect(list!.rows.map(({ client }) => client)).toEqual(places.map(clientOf));
  });
});

describe('who names a person by an identity code', () => {
  it('is told no pseudonym that any other answer has, by any operation', async () => {
    const unit = 'data-protection';
    const byCode = (await heardBy('data-protection-officer', unit, () => [{ identifier }])).flatMap(namedIn);
    const apis = await smallApis();
    const elsewhere = new Set(
      [...lakes].flatMap((client) => Role.options.map((role) => apis.toldOf(client, asRole(role, unit)))),
    );
    expect(byCode.filter((one) => elsewhere.has(one))).toEqual([]);
  });

  it.each(['/consents', '/rectification-requests', '/access-documents'])(
    'is told of no client: %s',
    async (path) => {
      const { ask } = await smallApis();
      const operation = apiRoutes.find(({ operation: one }) => one.path === path)!.operation;
      const { client: _, ...rest } = operation.example.body as Record<string, unknown>;
      const headers = { 'idempotency-key': 'code-0001' };
      const { status, content } = await ask('rights-api', { path, body: { ...rest, identifier }, headers });
      expect(status).toBeLessThan(300);
      expect(content).not.toHaveProperty('client');
    },
  );
});

it('a prevention worker asks no cohort', async () => {
  const { ask } = await smallApis();
  const body = { programme: 'older-people', horizonMonths: 12, size: 5 };
  const { status } = await ask('planner-api', { path: '/cohorts', body }, asRole('prevention-worker'));
  expect(status).toBe(403);
});
