import { describe, expect, it } from 'vitest';
import { type ApiName, apiRoutes } from '../../../data-contracts/api/index.ts';
import { ProblemDocument } from '../../../data-contracts/api/operation.ts';
import { useCaseOf } from '../../../data-contracts/api/use-case-of.ts';
import { accessMatrix } from '../../../data-contracts/catalogues/index.ts';
import { type Requester, Role } from '../../../data-contracts/schemas/requester.ts';
import { clientOf } from '../cohort/small-county.ts';
import { exampleRequest } from './api-event.ts';
import { makeWhatIsAsked } from './county-before.ts';
import { asRole, smallApis, usualRequester } from './small-apis.ts';

const key = (name: string) => ({ headers: { 'idempotency-key': `test-${name}` } });
const code = '140238-900F';

/** The APIs with a list of unit-4's in them, and its id. */
async function withList() {
  const apis = await smallApis();
  const { list } = await apis.team.make([1, 2, 3, 4, 5, 6]);
  return { ...apis, listId: list.listId };
}

const onList = (path: string, listId: string) => path.replace('{listId}', listId).replace('{row}', '1');

describe('every operation', () => {
  it.each(apiRoutes.map(({ api, operation }) => [operation.id, api, operation] as const))(
    '%s: does what the access matrix lets the token’s role do, and nothing for other roles',
    async (id, api, operation) => {
      for (const role of Role.options) {
        const apis = await withList();
        const { ask, listId } = apis;
        await makeWhatIsAsked(id, apis);
        const path = onList(operation.path, listId)
          .replace('{programme}', 'older-people')
          .replace('{place}', 'county');
        const requester = asRole(role);
        const asked = { ...exampleRequest(operation), path };
        const { client } = (asked.body ?? {}) as { client?: string };
        const body = client
          ? { ...(asked.body as object), client: apis.toldOf(clientOf(0), requester) }
          : asked.body;
        const { status } = await ask(api, { ...asked, body }, requester);
        const useCase = useCaseOf(id);
        const scope = useCase && accessMatrix[role]?.[useCase];
        const mayAsk = useCase === undefined || (scope !== undefined && scope !== 'represented-person');
        expect([role, mayAsk], `${role} ${status}`).toEqual([role, status! < 300]);
      }
    },
  );

  it.each(apiRoutes.map(({ api, operation }) => [operation.id, api, operation] as const))(
    '%s: is not answered without a token that holds, and says nothing but that',
    async (_id, api, operation) => {
      const { ask, signIn, written } = await smallApis();
      const token = await signIn.token(usualRequester[api]);
      const [header, payload, signature] = token.split('.') as [string, string, string];
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
      const forged = { ...claims, ennakko_role: 'data-protection-officer', ennakko_unit: 'unit-4' };
      const as = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
      const tokens = [
        'no-token',
        `${header}.${as(forged)}.${signature}`,
        `${as({ alg: 'none' })}.${as(forged)}.`,
        `${token}, Bearer ${token}`,
      ];
      for (const one of tokens) {
        const { status, headers, content } = await ask(api, { ...exampleRequest(operation), token: one });
        expect(status).toBe(401);
        expect(headers['www-authenticate']).toBe('Bearer error="invalid_token"');
        expect(Object.keys(content)).toEqual(['type', 'title', 'status', 'instance']);
      }
      expect(written.join()).not.toContain(signature);
    },
  );
});

describe('who asks', () => {
  it('is never believed from a body, a header or an address', async () => {
    const { ask, team, listId } = await withList();
    const stranger = asRole('prevention-worker', 'unit-5');
    const claim = {
      requester: asRole('prevention-worker', 'unit-4'),
      unit: 'unit-4',
      role: 'prevention-worker',
    };
    const headers = { 'x-unit': 'unit-4', 'x-requester': JSON.stringify(claim.requester) };
    const path = `/outreach-lists/${listId}`;
    const asked = [
      { method: 'GET', path, query: { unit: 'unit-4', role: 'planner' } },
      { method: 'GET', path, headers },
      { path: `${path}/outcomes`, body: { row: 1, outcome: 'reached', ...claim }, ...key('claimed') },
      { path: `${path}/exports`, body: claim, headers },
      { path: `${path}/closing`, body: claim, ...key('closing') },
    ];
    for (const one of asked) expect((await ask('prevention-api', one, stranger)).status).toBeGreaterThan(399);
    expect(team.lookedUp).toEqual([]);
    expect(await team.ports.store.eventsOf(listId)).toEqual([]);
  });

  it('in the audit log is the token’s subject, role and unit', async () => {
    const { ask, team } = await smallApis();
    const requester: Requester = { id: 'p-77', role: 'planner', unit: 'unit-77' };
    const body = { programme: 'older-people', horizonMonths: 12, size: 5 };
    await ask(
      'planner-api',
      { path: '/cohorts', body, headers: { 'x-correlation-id': 'trace-0001' } },
      requester,
    );
    const released = team.audited.find(({ kind }) => kind === 'cohort-released');
    expect(released).toMatchObject({ requestId: 'trace-0001', request: { requester, purpose: 'planning' } });
  });
});

describe('another’s things', () => {
  it('a list of another unit and one that does not exist are refused in the same words', async () => {
    const { ask, listId } = await withList();
    const guessed = `000001-${'0'.repeat(32)}`;
    const stranger = asRole('prevention-worker', 'unit-5');
    const answers = [];
    for (const id of [listId, guessed]) {
      const { status, content } = await ask(
        'prevention-api',
        { method: 'GET', path: `/outreach-lists/${id}` },
        stranger,
      );
      answers.push({ status, content: { ...content, instance: '' } });
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]!.status).toBe(404);
  });

  it('a representative reaches the person in the token, and nobody else', async () => {
    const { ask, toldOf } = await smallApis();
    const guardian = asRole('client-representative', 'guardians');
    const [first, second] = [0, 1].map((place) => toldOf(clientOf(place), guardian)) as [string, string];
    const mine: Requester = { ...guardian, represents: first };
    const told = { kind: 'objection', purpose: 'all', coveredSource: 'all', channel: 'e-service' };
    for (const [client, isMine] of [
      [first, true],
      [second, false],
    ] as const) {
      const status = isMine ? 201 : 403;
      const say = { path: '/consents', body: { ...told, client }, ...key('representative') };
      expect((await ask('rights-api', say, mine)).status).toBe(status);
      const held = await ask('rights-api', { path: '/access-documents', body: { client } }, mine);
      expect(held.status).toBe(isMine ? 200 : 403);
    }
    const byCode = await ask('rights-api', { path: '/access-documents', body: { identifier: code } }, mine);
    expect(byCode.status).toBe(403);
  });
});

describe('what is done once', () => {
  it('a token carries a list away once; a new sign-in, once more', async () => {
    const { ask, tokenOf, listId, team } = await withList();
    const path = `/outreach-lists/${listId}/exports`;
    const worker = usualRequester['prevention-api'];
    const token = await tokenOf(worker);
    const first = await ask('prevention-api', { path, token });
    expect([first.status, first.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const before = team.lookedUp.length;
    const again = await ask('prevention-api', { path, token });
    expect([again.status, again.content.type]).toEqual([409, '/problems/exported-already']);
    expect(team.lookedUp.length).toBe(before);
    expect((await ask('prevention-api', { path, token: await tokenOf(worker) })).body).toBe(first.body);
  });

  it('a list made again under its key is the same list; another request under the key is refused', async () => {
    const { ask, team, toldOf } = await smallApis();
    const clients = [1, 2, 3].map((place) => ({ client: toldOf(clientOf(place)) }));
    const body = { programme: 'older-people', horizonMonths: 12, unit: 'unit-4', clients };
    const make = (more: object = {}) =>
      ask('planner-api', { path: '/outreach-lists', body: { ...body, ...more }, ...key('make') });
    const [first, second] = await Promise.all([make(), make()]);
    expect([first.status, first.content.listed]).toEqual([201, 5]);
    expect(second.body).toBe(first.body);
    expect((await make()).body).toBe(first.body);
    expect(await team.ports.store.lists()).toHaveLength(1);
    expect((await make({ unit: 'unit-5' })).status).toBe(409);
    const other = { path: '/outreach-lists', body, ...key('make') };
    const another = await ask('planner-api', other, { ...usualRequester['planner-api'], id: 'p-2' });
    expect(another.content).toMatchObject({ listed: 0 });
  });

  it('an outcome, a consent and a retraining told again under their keys happen once', async () => {
    const { ask, team, trainings, listId, toldOf } = await withList();
    const outcome = {
      path: `/outreach-lists/${listId}/outcomes`,
      body: { row: 1, outcome: 'reached' },
      ...key('outcome'),
    };
    const said = {
      client: toldOf(clientOf(9), usualRequester['rights-api']),
      kind: 'objection',
      purpose: 'all',
      coveredSource: 'all',
      channel: 'letter',
    };
    const consent = { path: '/consents', body: said, ...key('consent') };
    const retrain = { path: '/retraining-requests', body: { programme: 'older-people' }, ...key('retrain') };
    for (const [api, asked] of [
      ['prevention-api', outcome],
      ['rights-api', consent],
      ['knowledge-api', retrain],
    ] as const) {
      const [first, second] = [await ask(api, asked), await ask(api, asked)];
      expect([first.status, second.status]).toEqual([first.status, first.status]);
      expect(first.status).toBeLessThan(300);
    }
    expect(await team.ports.store.eventsOf(listId)).toHaveLength(1);
    expect((await team.ports.records.eventsOf([clientOf(9)])).get(clientOf(9))).toHaveLength(1);
    expect(trainings.size).toBe(1);
    const changed = { ...outcome, body: { row: 1, outcome: 'declined' } };
    expect((await ask('prevention-api', changed)).status).toBe(409);
  });

  it('without a key is not done', async () => {
    const { ask, listId, team } = await withList();
    const path = `/outreach-lists/${listId}/outcomes`;
    const body = { row: 1, outcome: 'reached' };
    for (const given of [undefined, '', 'short', 'a/../b/../c', `k-${code}-k`, 'x'.repeat(65)]) {
      const headers: Record<string, string> = given === undefined ? {} : { 'idempotency-key': given };
      expect((await ask('prevention-api', { path, body, headers })).content.type).toBe(
        '/problems/idempotency-key-missing',
      );
    }
    expect(await team.ports.store.eventsOf(listId)).toEqual([]);
  });
});

const tricks = [
  "x' or '1'='1",
  "905'); drop table scores; --",
  '../../../etc/passwd',
  '..%2f..%2fkeys',
  '%2e%2e%2fkeys',
  '/etc/passwd',
  'a%00b',
  '=1+1',
  '__proto__',
  'constructor',
  `${'a'.repeat(3_000)}`,
];

describe('tricks', () => {
  it.each(tricks)('in every part of every address are refused: %.30s', async (trick) => {
    const { ask, team } = await smallApis();
    for (const { api, operation } of apiRoutes) {
      if (!operation.path.includes('{')) continue;
      const path = operation.path.replace(/\{\w+\}/, trick);
      const { status } = await ask(api, { ...exampleRequest(operation), path });
      expect([400, 404], `${operation.id} ${status}`).toContain(status);
    }
    const query = { limit: trick, after: trick };
    expect((await ask('prevention-api', { method: 'GET', path: '/outreach-lists', query })).status).toBe(400);
    expect(team.lookedUp).toEqual([]);
  });

  it.each(tricks)('in every text of every body are refused or found nowhere: %.30s', async (trick) => {
    for (const { api, operation } of apiRoutes) {
      const { body } = operation.example as { body?: Record<string, unknown> };
      for (const field of Object.keys(body ?? {})) {
        const { ask } = await smallApis();
        const { status, content } = await ask(api, {
          ...exampleRequest(operation),
          body: { ...body, [field]: trick },
        });
        const isNowhere = content.listed === 0 || /^[a-z]{1,20}$/.test(trick);
        const isRefused = status! > 399;
        expect(status, `${operation.id} ${field}`).toBeLessThan(500);
        expect(isRefused || isNowhere, `${operation.id} ${field} ${status}`).toBe(true);
      }
    }
  });

  it('bodies that are too large, no JSON, or of another type are refused before they are read', async () => {
    const { ask } = await smallApis();
    const path = '/cohorts';
    const typed = (type: string) => ({ 'content-type': type });
    const refused = [
      ['/problems/body-too-large', { path, text: `{"a":"${'x'.repeat(70_000)}"}` }],
      ['/problems/body-too-large', { path, text: '['.repeat(10_000_000) }],
      ['/problems/malformed-body', { path, text: '{"programme":' }],
      ['/problems/malformed-body', { path, text: '' }],
      ['/problems/body-too-complex', { path, text: '['.repeat(60_000) }],
      ['/problems/unsupported-media-type', { path, text: '{}', headers: typed('text/plain') }],
      [
        '/problems/unsupported-media-type',
        { path, text: 'a=1', headers: typed('application/x-www-form-urlencoded') },
      ],
      ['/problems/invalid-request', { path, text: 'null' }],
      ['/problems/invalid-request', { path, text: '{"__proto__":{"size":1}}' }],
    ] as const;
    for (const [type, asked] of refused) expect((await ask('planner-api', asked)).content.type).toBe(type);
  });

  it('a person’s identity code is repeated in no answer and no line of the journal', async () => {
    const { ask, written } = await smallApis();
    const heard: string[] = [];
    for (const { api, operation } of apiRoutes) {
      const { body } = operation.example as { body?: Record<string, unknown> };
      for (const field of [...Object.keys(body ?? {}), code, 'identifier']) {
        const asked = { ...exampleRequest(operation), body: { ...body, [field]: code } };
        const correlation = { 'x-correlation-id': `id-${code}`, 'idempotency-key': 'test-code-1' };
        const { body: answer, headers } = await ask(api, { ...asked, headers: correlation });
        heard.push(answer, JSON.stringify(headers));
      }
    }
    expect(heard.length).toBeGreaterThan(50);
    expect([...heard, ...written].filter((text) => text.includes(code.slice(0, 6)))).toEqual([]);
  });
});

describe('a problem', () => {
  const asked = { path: '/cohorts', body: { programme: 'older-people', horizonMonths: 13, size: 5 } };

  it.each([
    ['fi', 'fi-FI,fi;q=0.9,en;q=0.8', 'Kysymykseen ei voida vastata näin'],
    ['sv', 'sv', 'Frågan kan inte besvaras så här'],
    ['en', 'de, en;q=0.5, fi;q=0.4', 'The question cannot be answered like this'],
    ['fi', 'de', 'Kysymykseen ei voida vastata näin'],
    ['fi', '', 'Kysymykseen ei voida vastata näin'],
    ['sv', 'fi;q=0, sv;q=0.1', 'Frågan kan inte besvaras så här'],
  ])('is told in the reader’s language: %s for %j', async (language, header, title) => {
    const { ask } = await smallApis();
    const { headers, content, status } = await ask('planner-api', {
      ...asked,
      headers: { 'accept-language': header },
    });
    expect(ProblemDocument.parse(content)).toMatchObject({ title, status });
    expect(content.errors).toEqual([
      {
        field: 'horizonMonths',
        rule: 'expected one of 12, 36',
        message: {
          fi: 'odotettu jokin näistä: 12, 36',
          sv: 'väntat något av 12, 36',
          en: 'expected one of 12, 36',
        }[language],
      },
    ]);
    expect(headers).toMatchObject({
      'content-type': 'application/problem+json',
      'content-language': language,
    });
  });

  it('of an error that nobody foresaw tells nothing of it', async () => {
    const { ask, ports, written } = await smallApis();
    ports.store.lists = async () => {
      throw new Error('Virtanen, Aino 140238-900F could not be read');
    };
    const { status, body } = await ask('prevention-api', { method: 'GET', path: '/outreach-lists' });
    expect(status).toBe(500);
    expect(body).not.toMatch(/Virtanen|140238/);
    expect(written.join()).toContain('failures');
  });

  it('goes with the correlation id of its request, or one of its own where the sender’s cannot be kept', async () => {
    const { ask } = await smallApis();
    const given = { ...asked, headers: { 'x-correlation-id': 'trace-42-abcdef' } };
    const first = await ask('planner-api', given);
    expect([first.headers['x-correlation-id'], first.content.instance]).toEqual([
      'trace-42-abcdef',
      'trace-42-abcdef',
    ]);
    for (const bad of ['a\r\nset-cookie: x', 'x'.repeat(65), '"><script>', `n-${code}`]) {
      const { headers } = await ask('planner-api', { ...asked, headers: { 'x-correlation-id': bad } });
      expect(headers['x-correlation-id']).toMatch(/^[0-9a-f]{32}$/);
    }
  });
});

describe('pages', () => {
  it('of lists follow one another, newest first, and each list is on one', async () => {
    const { ask, team } = await smallApis();
    for (const place of [0, 2, 9, 11, 12]) await team.make([place]);
    const seen: number[] = [];
    let after: string | undefined;
    do {
      const query = { limit: '2', ...(after && { after }) };
      const { content } = await ask('prevention-api', { method: 'GET', path: '/outreach-lists', query });
      seen.push(...content.items.map(({ list }: { list: { number: number } }) => list.number));
      after = content.next;
    } while (after);
    expect(seen).toEqual([5, 4, 3, 2, 1]);
  });
});

const apis: ApiName[] = ['planner-api', 'prevention-api', 'knowledge-api', 'rights-api'];

it.each(apis)(
  '%s: a route that is not there is told to those who are signed in, and to nobody else',
  async (api) => {
    const { ask } = await smallApis();
    expect((await ask(api, { method: 'GET', path: '/no-such-thing' })).status).toBe(404);
    expect((await ask(api, { method: 'DELETE', path: '/no-such-thing' })).status).toBe(404);
    expect((await ask(api, { method: 'GET', path: '/no-such-thing', token: 'none' })).status).toBe(401);
  },
);
