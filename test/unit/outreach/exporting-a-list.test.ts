import { describe, expect, it } from 'vitest';
import { exportOutreachList, openOutreachList } from '../../../functions/core/outreach/open-outreach-list.ts';
import { allOf, rowNames, smallTeam, worker } from './small-team.ts';

const twelve = Array.from({ length: 12 }, (_, place) => place);
type Team = ReturnType<typeof smallTeam>;

describe('exporting a list', () => {
  const exported = (team: Team, listId: string) =>
    exportOutreachList(team.ports, { listId, requester: worker, language: 'en' });

  it('leaves out who withdrew between opening and exporting', async () => {
    const team = smallTeam();
    const { list } = await team.make(twelve);
    await openOutreachList(team.ports, { listId: list.listId, requester: worker, language: 'en' });
    await team.object(0);
    const rows = await allOf(exported(team, list.listId));
    expect(rowNames(rows)).toEqual(
      twelve.slice(1).map((place) => (place === 2 ? '=HYPERLINK("x")' : `Family${place}`)),
    );
  });

  it('gives nobody out by a law that has ended, where the clock is set back while the export runs', async () => {
    const team = smallTeam();
    const { list } = await team.make(twelve);
    const lastDay = '2025-06-01';
    const legalBases = team.ports.legalBases.map((basis) => ({ ...basis, inForceTo: lastDay }));
    const rows = exportOutreachList(
      { ...team.ports, legalBases },
      { listId: list.listId, requester: worker, language: 'en' },
    );
    expect((await rows.next()).done).toBe(false);
    team.wait(24 * 60);
    const stopped = rows.next();
    team.wait(-24 * 60);
    expect((await stopped).done).toBe(true);
  });

  it('never gives out anybody after their withdrawal, wherever in a running export it comes', async () => {
    for (let withdrawn = 0; withdrawn < 12; withdrawn += 1) {
      for (let taken = 0; taken <= 12; taken += 1) {
        const team = smallTeam();
        const { list } = await team.make(twelve);
        const rows = exported(team, list.listId);
        const before: number[] = [];
        for (let read = 0; read < taken; read += 1) {
          const next = await rows.next();
          if (!next.done) before.push(next.value.row - 1);
        }
        await team.object(withdrawn);
        const after = (await allOf(rows)).map(({ row }) => row - 1);
        expect(after).not.toContain(withdrawn);
        expect([...before, ...after]).toEqual(twelve.filter((place) => place !== withdrawn || place < taken));
      }
    }
  });

  it('tells the audit log who was handed over, even where the reader stops', async () => {
    const team = smallTeam();
    const { list } = await team.make(twelve);
    for await (const { row } of exported(team, list.listId)) if (row === 3) break;
    expect(team.audited.at(-1)).toMatchObject({
      kind: 'outreach-released',
      handedOver: 3,
      useCase: 'export-outreach-list',
    });
  });
});
