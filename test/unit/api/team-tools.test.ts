import { expect, it } from 'vitest';
import { smallApis } from './small-apis.ts';

it('an objection comes with the outcome declined alone, and a slip of the hand is taken back', async () => {
  const { ask, team } = await smallApis();
  const { listId } = (await team.make([1, 2, 3, 4, 5, 6])).list;
  const told = (path: string, body: object, name: string) =>
    ask('prevention-api', {
      path: `/outreach-lists/${listId}/${path}`,
      body,
      headers: { 'idempotency-key': `test-${name}` },
    });
  const wrong = await told('outcomes', { row: 4, outcome: 'reached', objects: true }, 'wrong');
  expect([wrong.status, wrong.content.errors[0].field]).toEqual([400, 'objects']);
  expect(await team.ports.store.eventsOf(listId)).toEqual([]);
  const declined = await told('outcomes', { row: 4, outcome: 'declined', objects: true }, 'slip');
  expect(declined.status).toBe(201);
  const opened = () => ask('prevention-api', { method: 'GET', path: `/outreach-lists/${listId}` });
  expect((await opened()).content).toMatchObject({ withheld: { total: 1 } });
  const { eventId: undoes } = declined.content;
  for (let again = 0; again < 2; again += 1)
    expect((await told('undoings', { undoes }, 'undo')).status).toBe(201);
  expect((await opened()).content).toMatchObject({ withheld: { total: 0 } });
  expect((await told('undoings', { undoes }, 'another')).content.type).toBe('/problems/not-found');
  const late = await told('outcomes', { row: 4, outcome: 'died' }, 'late');
  team.wait(16);
  const refused = await told('undoings', { undoes: late.content.eventId }, 'too-late');
  expect([refused.status, refused.content.type]).toEqual([409, '/problems/too-late-to-undo']);
});
