import { describe, expect, it } from 'vitest';
import { type Requester, Role } from '../../../data-contracts/schemas/requester.ts';
import { clientOf } from '../cohort/small-county.ts';
import { asRole, smallApis, usualRequester } from './small-apis.ts';

const key = (name: string) => ({ headers: { 'idempotency-key': `test-${name}` } });
const code = '140238-900F';

describe('over HTTP', () => {
  it('an erasure is asked for once under its key, by the officer alone, and by pseudonym', async () => {
    const { ask, team, erasures, rotations } = await smallApis();
    const client = clientOf(2);
    const erasure = { path: '/erasures', body: { identifier: code }, ...key('erasure') };
    expect((await ask('rights-api', erasure)).content.type).toBe('/problems/no-erasure-request');
    const said = {
      kind: 'erasure-request',
      purpose: 'all',
      coveredSource: 'all',
      channel: 'letter',
    } as const;
    const notice = { client, consentEventId: 'e-1', recordedBy: 'd-1', ...said };
    await team.ports.records.record(notice, team.ports.clock.now());
    const rotation = { path: '/key-rotations', ...key('rotation') };
    for (const role of Role.options.filter((one) => one !== 'data-protection-officer'))
      for (const asked of [erasure, rotation])
        expect([role, (await ask('rights-api', asked, asRole(role))).status]).toEqual([role, 403]);
    expect([erasures.size, rotations.size]).toEqual([0, 0]);
    const twice = [await ask('rights-api', erasure), await ask('rights-api', erasure)];
    expect(twice.map(({ status, content }) => [status, content.wasKnown])).toEqual([
      [202, false],
      [202, true],
    ]);
    const requester = usualRequester['rights-api'];
    const [[id, job]] = [...erasures] as [[string, unknown]];
    expect(job).toEqual({ client, requester });
    expect(id).toMatch(/^api-[0-9a-f]{32}$/);
    expect(id).not.toContain(client);
    expect((await ask('rights-api', rotation)).status).toBe(202);
    expect([...rotations.values()]).toEqual([{ requester }]);
  });

  it('what was erased is told when all of it is, to the officer and the person’s representative', async () => {
    const { ask, team, toldOf } = await smallApis();
    const client = clientOf(2);
    const byOfficer = toldOf(client, usualRequester['rights-api']);
    const asked = {
      path: '/erasure-documents',
      body: { client: byOfficer },
      headers: { 'accept-language': 'sv' },
    };
    expect((await ask('rights-api', asked)).status).toBe(404);
    const erased = { tables: { clients: 1 }, identities: 1, clientMonths: 3, scores: 1, listRows: 0 };
    const at = team.ports.clock.now();
    await team.ports.erasures.record({ client, at, orderedBy: 'd-1', erased, files: [], said: [] });
    expect((await ask('rights-api', asked)).content.type).toBe('/problems/under-way');
    const requester = usualRequester['rights-api'];
    await team.ports.audit.append([{ kind: 'person-erased', at, requestId: 'r', requester, client, erased }]);
    const told = await ask('rights-api', asked);
    expect(told.content).toMatchObject({ client: byOfficer, language: 'sv', erased });
    expect(told.content.text).toContain('Dina uppgifter har raderats');
    expect(told.content.kept.length).toBeGreaterThan(2);
    const guardian = asRole('client-representative', 'outside');
    const own = { ...asked, body: { client: toldOf(client, guardian) } };
    const mine: Requester = { ...guardian, represents: own.body.client };
    expect((await ask('rights-api', own, mine)).status).toBe(200);
    const others = { ...mine, represents: toldOf(clientOf(3), guardian) };
    for (const one of [own, asked]) expect((await ask('rights-api', one, others)).status).toBe(403);
    expect((await ask('rights-api', asked, asRole('planner'))).status).toBe(403);
  });
});
