import { describe, expect, it } from 'vitest';
import { clientOf } from '../cohort/small-county.ts';
import { denial, identified, permit } from '../consent/fhir-told.ts';
import { asRole, smallApis, usualRequester } from './small-apis.ts';

const key = (name: string) => ({ headers: { 'idempotency-key': `test-${name}` } });
/** In the small county every code is this person's, who is a client of unit-4 and unit-5. */
const [code, client] = ['140238-900F', clientOf(2)];
const said = { kind: 'objection', purpose: 'outreach', coveredSource: 'all', channel: 'telephone' } as const;
const family = asRole('client-representative', 'family');
const worker = asRole('prevention-worker', 'unit-4');
const earlier = { dateTime: '2025-02-03T10:15:00+02:00' };

describe('whoever names a person by an identity code', () => {
  it('is told the pseudonym by no operation, nor anything that it could be found out from', async () => {
    const { ask, team, toldOf } = await smallApis();
    team.object(2);
    const mine = { ...family, represents: toldOf(client, family) };
    const asked = [
      { path: '/consents', body: { ...said, identifier: code }, ...key('consent') },
      {
        path: '/rectification-requests',
        body: { identifier: code, source: 'rai', channel: 'letter' },
        ...key('rectify'),
      },
      { path: '/fhir/Consent', body: denial({ ...earlier, patient: identified(code) }) },
      { path: '/access-documents', body: { identifier: code } },
      { path: '/audit-searches', body: { identifier: code } },
    ];
    for (const one of asked)
      for (const requester of [usualRequester['rights-api'], mine, worker]) {
        const { status, body } = await ask('rights-api', one, requester);
        expect([200, 201, 403], one.path).toContain(status);
        for (const pseudonym of [client, toldOf(client, requester)])
          expect(body, one.path).not.toContain(pseudonym);
      }
    const at = team.ports.clock.now();
    const erased = { tables: {}, identities: 1, clientMonths: 3, scores: 1, listRows: 0 };
    await team.ports.erasures.record({ client, at, orderedBy: 'd-1', erased, files: [], said: [] });
    const requester = usualRequester['rights-api'];
    await team.ports.audit.append([{ kind: 'person-erased', at, requestId: 'r', requester, client, erased }]);
    const byCode = await ask('rights-api', { path: '/erasure-documents', body: { identifier: code } });
    expect(byCode.status).toBe(200);
    for (const pseudonym of [client, toldOf(client, requester)]) expect(byCode.body).not.toContain(pseudonym);
  });

  it('is told what a person is told who is named by pseudonym, but for the pseudonym', async () => {
    const { ask, toldOf } = await smallApis();
    const told = toldOf(client, usualRequester['rights-api']);
    const byPseudonym = await ask('rights-api', { path: '/access-documents', body: { client: told } });
    const byCode = await ask('rights-api', { path: '/access-documents', body: { identifier: code } });
    expect(byPseudonym.content.client).toBe(told);
    expect(byPseudonym.content.scores).toHaveLength(1);
    expect(byCode.content).not.toHaveProperty('client');
    expect(byCode.content.scores).toEqual(byPseudonym.content.scores);
  });

  it('learns nothing from telling the same by pseudonym under the same key', async () => {
    for (const place of [2, 3]) {
      const { ask, toldOf } = await smallApis();
      const first = await ask(
        'rights-api',
        { path: '/consents', body: { ...said, identifier: code }, ...key('same') },
        worker,
      );
      const other = { ...said, kind: 'prohibition' };
      const second = await ask(
        'rights-api',
        { path: '/consents', body: { ...other, client: toldOf(clientOf(place), worker) }, ...key('same') },
        worker,
      );
      expect([first.status, second.status]).toEqual([201, 201]);
      expect(second.content).not.toHaveProperty('sequence');
    }
  });
});

describe('consents over HTTP', () => {
  it('are lifted by no worker, and recorded by one only of people whom their unit is related to', async () => {
    const { ask, team, toldOf } = await smallApis();
    const record = (kind: string, place: number, unit: string) => {
      const requester = asRole('prevention-worker', unit);
      const body = { ...said, kind, client: toldOf(clientOf(place), requester) };
      return ask('rights-api', { path: '/consents', body, ...key(`${kind}-${place}-${unit}`) }, requester);
    };
    expect((await record('consent-given', 2, 'unit-4')).status).toBe(201);
    expect((await record('consent-given', 2, 'unit-6')).status).toBe(403);
    expect((await record('erasure-request', 35, 'unit-4')).status).toBe(403);
    for (const kind of [
      'objection-lifted',
      'prohibition-lifted',
      'restriction-lifted',
      'erasure-request-lifted',
    ])
      expect((await record(kind, 2, 'unit-4')).status).toBe(403);
    const refused = team.audited.filter((entry) => entry.kind === 'access' && entry.outcome === 'refused');
    expect(refused).toHaveLength(6);
  });

  it('are dated within what anybody can have meant', async () => {
    const { ask } = await smallApis();
    for (const [effectiveAt, status] of [
      ['1900-01-01T00:00:00Z', 422],
      ['2040-01-01T00:00:00Z', 422],
      ['2025-01-01T00:00:00Z', 201],
    ] as const) {
      const body = { ...said, client, effectiveAt };
      expect((await ask('rights-api', { path: '/consents', body, ...key(effectiveAt) })).status).toBe(status);
    }
  });

  it('may not be told of documents that nobody has read', async () => {
    const { ask } = await smallApis();
    const document = { id: 'a'.repeat(32), says: 'b'.repeat(16) };
    for (const more of [{ document }, { endsAt: '2030-01-01T00:00:00Z' }]) {
      const body = { ...said, client, ...more };
      expect((await ask('rights-api', { path: '/consents', body, ...key('doc') })).status).toBe(400);
    }
  });
});

describe('FHIR over HTTP', () => {
  const patient = identified(code);
  const post = { path: '/fhir/Consent' };

  it('takes an end beyond all years as no end, and the service goes on', async () => {
    const { ask, toldOf } = await smallApis();
    const mine = { ...family, represents: toldOf(client, family) };
    for (const end of ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999-12:00', '9999-12-31']) {
      const body = denial({ ...earlier, patient }, { period: { start: '2025-01-01', end } });
      expect((await ask('rights-api', { ...post, body }, mine)).content).toEqual({ recorded: 1 });
    }
    const after = { ...said, client: toldOf(client, usualRequester['rights-api']) };
    expect((await ask('rights-api', { path: '/consents', body: after, ...key('after') })).status).toBe(201);
    expect((await ask('rights-api', { path: '/audit-verification', method: 'GET' })).status).toBe(200);
  });

  it('takes JSON, FHIR’s JSON and lines of it', async () => {
    const { ask } = await smallApis();
    const [one, other] = ['a', 'b'].map((id) => JSON.stringify(permit({ ...earlier, id, patient })));
    const sent = async (text: string, type: string) => {
      const { status, content } = await ask('rights-api', {
        ...post,
        text,
        headers: { 'content-type': type },
      });
      return [status, content.recorded];
    };
    expect(await sent(one!, 'application/json')).toEqual([201, 1]);
    expect(await sent(one!, 'application/fhir+json; fhirVersion=4.0')).toEqual([201, 1]);
    expect(await sent(`${one}\n${other}\n\n`, 'application/fhir+ndjson')).toEqual([201, 2]);
    expect(await sent(`${one}\r\n${other}`, 'application/x-ndjson; charset=utf-8')).toEqual([201, 2]);
    expect(await sent('', 'application/fhir+ndjson')).toEqual([201, 0]);
    expect(await sent(`${one}\n{`, 'application/fhir+ndjson')).toEqual([400, undefined]);
    expect(await sent(one!, 'text/plain')).toEqual([415, undefined]);
    const lines = { path: '/consents', text: '{}', ...key('lines') };
    const elsewhere = { ...lines, headers: { ...lines.headers, 'content-type': 'application/fhir+ndjson' } };
    expect((await ask('rights-api', elsewhere)).status).toBe(415);
  });

  it('says which element of which entry is not taken, for people and for machines, and takes nothing', async () => {
    const { ask, team } = await smallApis();
    const entry = [
      permit({ ...earlier, patient }),
      permit({ ...earlier, patient }, { actor: [{ reference: { display: 'Aino' } }] }),
    ];
    const body = {
      resourceType: 'Bundle',
      type: 'collection',
      entry: entry.map((resource) => ({ resource })),
    };
    const { status, content } = await ask('rights-api', { ...post, body });
    expect(status).toBe(422);
    expect(content).toMatchObject({
      type: '/problems/cannot-be-answered',
      detail: 'kohta 2: `provision.actor`: rajaa ilmoitusta tavalla, jota ei voi säilyttää',
      errors: [
        {
          field: 'entry.2.provision.actor',
          rule: 'narrows',
          message: 'rajaa ilmoitusta tavalla, jota ei voi säilyttää',
        },
      ],
    });
    expect((await team.ports.records.eventsOf([client])).get(client)).toEqual([]);
  });

  it('tells whoever sends an older version, or another under a known one, that it is otherwise already', async () => {
    const { ask } = await smallApis();
    const version = (versionId: string, more: object = {}) =>
      permit({ ...earlier, patient, meta: { versionId }, ...more });
    const statuses = [];
    for (const body of [version('2', { status: 'inactive' }), version('1'), version('2'), version('3')])
      statuses.push((await ask('rights-api', { ...post, body })).status);
    expect(statuses).toEqual([201, 409, 409, 201]);
  });

  it('is refused for roles that record nothing before it is read', async () => {
    const { ask } = await smallApis();
    for (const body of [
      permit({ ...earlier, patient }),
      { resourceType: 'Bundle' },
      { resourceType: 'Consent' },
    ])
      expect((await ask('rights-api', { ...post, body }, asRole('planner'))).status).toBe(403);
  });
});
