import { expect, it } from 'vitest';
import { Role } from '../../../data-contracts/schemas/requester.ts';
import { clientOf } from '../cohort/small-county.ts';
import { asRole, smallApis } from './small-apis.ts';

it('units are named in the reader’s language, by their ids where they have no name, and never counted', async () => {
  const { ask } = await smallApis();
  const told = async (language: string) => {
    const headers = { 'accept-language': language };
    return (await ask('planner-api', { method: 'GET', path: '/units', headers })).content;
  };
  const named = (name: string) => ({
    units: [
      { unit: 'unit-4', name },
      { unit: 'unit-5', name: 'unit-5' },
    ],
  });
  expect(await told('fi')).toEqual(named('Ennaltaehkäisevä tiimi, pohjoinen'));
  expect(await told('sv')).toEqual(named('Förebyggande teamet, norra'));
  expect(await told('en')).toEqual(named('Prevention team, north'));
});

it.each(Role.options)('units are told to whoever may make lists, and the log knows it: %s', async (role) => {
  const { ask, team } = await smallApis();
  const { status } = await ask('planner-api', { method: 'GET', path: '/units' }, asRole(role));
  expect(status).toBe(role === 'planner' ? 200 : 403);
  expect(team.audited).toMatchObject([
    { kind: 'access', useCase: 'make-outreach-list', outcome: role === 'planner' ? 'allowed' : 'refused' },
  ]);
});

it('a list for a unit that has no clients is not made, and the unit is said to be what is wrong', async () => {
  const { ask, ports, toldOf } = await smallApis();
  const make = (unit: string) => {
    const clients = [1, 2, 4].map((place) => ({ client: toldOf(clientOf(place)) }));
    const body = { programme: 'older-people', horizonMonths: 12, unit, clients };
    const headers = { 'idempotency-key': 'units-0001' };
    return ask('planner-api', { path: '/outreach-lists', body, headers });
  };
  const { status, content } = await make('unit-6');
  expect({ status, content }).toMatchObject({
    status: 422,
    content: {
      type: '/problems/cannot-be-answered',
      errors: [{ field: 'unit', rule: 'unknown', message: 'ei ole tiedossa' }],
    },
  });
  expect(await ports.store.lists()).toEqual([]);
  expect((await make('unit-5')).status).toBe(201);
});
