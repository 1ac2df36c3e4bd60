import { describe, expect, it } from 'vitest';
import { OutreachPreviewRequest } from '../../../data-contracts/schemas/outreach-list.ts';
import { closeOutreachList, recordOutcome } from '../../../functions/core/outreach/follow-outreach-list.ts';
import { progressOfLists } from '../../../functions/core/outreach/list-progress.ts';
import { previewOutreachList } from '../../../functions/core/outreach/preview-outreach-list.ts';
import { clientOf } from '../cohort/small-county.ts';
import { planner, smallTeam, worker } from './small-team.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, place) => place);
type Team = ReturnType<typeof smallTeam>;

const previewOf = (team: Team, places: readonly number[], more: object = {}) =>
  previewOutreachList(
    team.ports,
    OutreachPreviewRequest.parse({
      programme: 'older-people',
      clients: places.map((place) => ({ client: clientOf(place) })),
      requester: planner,
      ...more,
    }),
  );

const counted = (preview: Awaited<ReturnType<typeof previewOf>>, unit = 'unit-4') => {
  if (preview.status !== 'previewed') throw new Error(preview.status);
  const found = preview.units.find((one) => one.unit === unit);
  return found && [found.mayBeContacted, ...found.missing.map(({ count }) => count)];
};

describe('a preview', () => {
  it('tells for each team how many may be contacted and what the others miss, and makes no list', async () => {
    const team = smallTeam();
    const preview = await previewOf(team, upTo(40));
    expect(preview).toMatchObject({ status: 'previewed', asked: 40 });
    expect(counted(preview)).toEqual([30, 'suppressed', 'suppressed', 10, 'suppressed']);
    expect(counted(preview, 'unit-5')).toEqual([30, 'suppressed', 'suppressed', 10, 'suppressed']);
    expect(await team.ports.store.lists()).toEqual([]);
    expect(JSON.stringify(preview)).not.toContain(clientOf(1));
    expect(team.lookedUp).toEqual([]);
  });

  it('counts whoever is on a list for that alone', async () => {
    const team = smallTeam();
    await team.make(upTo(12));
    expect(counted(await previewOf(team, upTo(40)))).toEqual([20, 'suppressed', 'suppressed', 10, 10]);
  });

  it('is not moved by one who says no today, and gives no figure that a small one could be subtracted from', async () => {
    const team = smallTeam();
    const before = await previewOf(team, upTo(33));
    expect(counted(before)).toEqual([30, 'suppressed', 'suppressed', 'suppressed', 'suppressed']);
    team.wait(60);
    await team.object(3);
    await team.object(7);
    await team.object(9);
    expect(await previewOf(team, upTo(33))).toEqual(before);
    team.wait(24 * 60);
    expect(counted(await previewOf(team, upTo(33)))).toEqual([25, ...Array(4).fill('suppressed')]);
  });

  it('tells of few, of one and of nobody alike', async () => {
    const few = await Promise.all(
      [upTo(4), [1], [35]].map((places) => previewOf(smallTeam(), places, { unit: 'unit-4' })),
    );
    for (const preview of few) expect(counted(preview)).toEqual(Array(5).fill('suppressed'));
    expect(await previewOf(smallTeam(), upTo(4))).toMatchObject({ units: [] });
  });

  it('is a planner’s, of a unit that there is, and metered as every question', async () => {
    const team = smallTeam();
    expect(await previewOf(team, upTo(9), { requester: worker })).toMatchObject({
      status: 'refused',
      reason: 'role-not-permitted',
    });
    expect(await previewOf(team, upTo(9), { unit: 'unit-9' })).toEqual({ status: 'unknown-unit' });
    const limits = { ...team.ports.limits, alikeQuestionsPerDay: 3 };
    const asked = { ...team, ports: { ...team.ports, limits } };
    const ends = [];
    for (const places of [upTo(10), upTo(11), upTo(12), upTo(13), upTo(14)])
      ends.push((await previewOf(asked, places)).status);
    expect(ends.slice(0, 2)).toEqual(['previewed', 'previewed']);
    expect(ends.at(-1)).toBe('refused');
  });
});

describe('the progress of a list', () => {
  it('is told to whoever made it, in steps of five, small numbers not', async () => {
    const team = smallTeam();
    const { list } = await team.make(upTo(23), { name: 'Autumn calls' });
    const told = { listId: list.listId, objects: false, requester: worker };
    for (let row = 1; row <= 11; row += 1)
      await recordOutcome(team.ports, {
        ...told,
        row,
        outcome: row <= 3 ? 'died' : 'visit-agreed',
        eventId: `e-${row}`,
      });
    const [progress, ...others] = await progressOfLists(team.ports, planner);
    expect(others).toEqual([]);
    expect(progress).toMatchObject({
      list: { name: 'Autumn calls', number: 1 },
      listed: 25,
      isClosed: false,
      outcomes: [
        { name: 'visit-agreed', count: 10 },
        { name: 'died', count: 'suppressed' },
        { name: 'none', count: 10 },
      ],
    });
    expect(JSON.stringify(progress)).not.toContain(clientOf(1));
    await closeOutreachList(team.ports, { listId: list.listId, eventId: 'end', requester: worker });
    expect(await progressOfLists(team.ports, planner)).toMatchObject([{ isClosed: true }]);
  });

  it('is told to nobody else', async () => {
    const team = smallTeam();
    await team.make(upTo(9));
    for (const other of [{ id: 'p-2' }, { unit: 'elsewhere' }])
      expect(await progressOfLists(team.ports, { ...planner, ...other })).toEqual([]);
    await expect(progressOfLists(team.ports, worker)).rejects.toMatchObject({ code: 'access-refused' });
  });
});
