import { describe, expect, it } from 'vitest';
import { Language } from '../../../data-contracts/schemas/fields.ts';
import { type OutreachEvent, OutreachOutcome } from '../../../data-contracts/schemas/outreach-list.ts';
import { gateTexts } from '../../../data-contracts/vocabularies/gate-texts.ts';
import { drawnPeople } from '../../../functions/core/evidence/drawn-people.ts';
import {
  assignRow,
  closeOutreachList,
  OutcomeRecording,
  recordOutcome,
} from '../../../functions/core/outreach/follow-outreach-list.ts';
import { listsOfUnit } from '../../../functions/core/outreach/lists-of-unit.ts';
import { NoteSealer } from '../../../functions/core/outreach/note-sealer.ts';
import { openOutreachList } from '../../../functions/core/outreach/open-outreach-list.ts';
import { openRow } from '../../../functions/core/outreach/open-row.ts';
import { undoRecording } from '../../../functions/core/outreach/undo-recording.ts';
import { NoteWriting, writeNote } from '../../../functions/core/outreach/write-note.ts';
import { cardLines } from '../../../runner/presentation/outreach-card.ts';
import { openedListTable } from '../../../runner/presentation/outreach-tables.ts';
import { clientOf } from '../cohort/small-county.ts';
import { planner, smallTeam, vaultKey, worker } from './small-team.ts';

const eight = [0, 1, 2, 3, 4, 5, 6, 7];
type Team = ReturnType<typeof smallTeam>;
type Told = Partial<Parameters<typeof recordOutcome>[1]>;

/** A list of eight, and what its team does with it. */
async function atWork() {
  const team = smallTeam();
  const { list } = await team.make(eight, { name: 'Autumn calls' });
  const { listId } = list;
  const said = { listId, requester: worker };
  return {
    ...team,
    listId,
    record: (row: number, outcome: OutreachOutcome, eventId: string, more: Told = {}) =>
      recordOutcome(team.ports, { ...said, row, outcome, eventId, objects: false, ...more }),
    note: (row: number, text: string, eventId: string) =>
      writeNote(team.ports, { ...said, row, text, eventId }),
    assign: (row: number, assignee: string | null, eventId: string) =>
      assignRow(team.ports, { ...said, row, assignee, eventId }),
    undo: (undoes: string, eventId = `undo-${undoes}`) =>
      undoRecording(team.ports, { ...said, undoes, eventId }),
    open: (language: Language = 'en') => openOutreachList(team.ports, { ...said, language }),
    card: (row: number) => openRow(team.ports, { ...said, row, language: 'en' }),
  };
}

const eventsOf = async ({ ports }: Team, listId: string) => ports.store.eventsOf(listId);
const saidBy = async ({ ports }: Team, place: number) =>
  (await ports.records.eventsOf([clientOf(place)])).get(clientOf(place)) ?? [];

describe('what a team tells of a contact', () => {
  it('has every outcome in three languages, and those of earlier lists among them', () => {
    for (const outcome of OutreachOutcome.options)
      for (const language of Language.options)
        expect(gateTexts.outreach.outcomes[outcome][language], outcome).toMatch(/\S/);
    const before = ['reached', 'not-reached', 'declined', 'service-started', 'already-has-help'];
    expect(OutreachOutcome.options).toEqual(
      expect.arrayContaining([...before, 'unsuitable', 'wrong-person']),
    );
  });

  it('has a day with a call that is owed and only with it, and objects only who declines', () => {
    const told = { listId: `000001-${'a'.repeat(32)}`, row: 1, eventId: 'e', requester: worker };
    const isTaken = (more: object) => OutcomeRecording.safeParse({ ...told, ...more }).success;
    expect(isTaken({ outcome: 'call-again', callAgainOn: '2026-03-01' })).toBe(true);
    expect(isTaken({ outcome: 'call-again' })).toBe(false);
    expect(isTaken({ outcome: 'reached', callAgainOn: '2026-03-01' })).toBe(false);
    expect(isTaken({ outcome: 'declined', objects: true })).toBe(true);
    expect(isTaken({ outcome: 'reached', objects: true })).toBe(false);
  });
});

describe('the order of a working day', () => {
  it('is promised calls, first calls, those not reached, later calls, and whoever needs none', async () => {
    const work = await atWork();
    await work.record(1, 'visit-agreed', 'e-1');
    await work.record(2, 'not-reached', 'e-2');
    await work.record(3, 'call-again', 'e-3', { callAgainOn: '2025-06-20' });
    await work.record(4, 'call-again', 'e-4', { callAgainOn: '2025-06-01' });
    await work.record(5, 'in-hospital', 'e-5');
    await work.record(5, 'not-reached', 'e-6');
    await work.record(6, 'call-again', 'e-7', { callAgainOn: '2025-05-20' });
    const { rows } = await work.open();
    expect(rows.map(({ row, next }) => `${row} ${next}`)).toEqual([
      '6 call-back',
      '4 call-back',
      '7 first-call',
      '8 first-call',
      '2 try-again',
      '5 try-again',
      '3 call-back-later',
      '1 nothing',
    ]);
    expect(rows.find(({ row }) => row === 5)).toMatchObject({ attempts: 2, lastAttemptOn: '2025-06-01' });
  });

  it('says the name of the list, and what is known of each, in the reader’s language', async () => {
    const work = await atWork();
    const table = openedListTable(await work.open('sv'), 'sv', 130);
    expect(table).toContain('Autumn calls');
    expect(table).toContain('första samtalet');
    expect(table).toContain('Alla klienter på listan visas.');
  });
});

describe('notes', () => {
  it('are sealed for one person, list and event, opened for the team alone, and in no log', async () => {
    const work = await atWork();
    await work.note(3, 'The daughter answers in the evening', 'n-1');
    const [kept] = await eventsOf(work, work.listId);
    expect(JSON.stringify([kept, work.audited])).not.toContain('daughter');
    const sealer = new NoteSealer([vaultKey]);
    const place = { client: clientOf(2), listId: work.listId, eventId: 'n-1' };
    const { sealed } = kept as Extract<OutreachEvent, { kind: 'note' }>;
    expect(sealer.open(place, sealed)).toBe('The daughter answers in the evening');
    for (const other of [{ client: clientOf(3) }, { listId: 'x' }, { eventId: 'n-2' }])
      expect(() => sealer.open({ ...place, ...other }, sealed)).toThrow('does not open');
    expect((await work.open()).rows[2]).toMatchObject({ notes: 1 });
    const card = await work.card(3);
    expect(card.history).toMatchObject([
      { kind: 'note', note: 'The daughter answers in the evening', recordedBy: 'w-1' },
    ]);
    expect(cardLines(card, 'en').join('\n')).toContain('note: The daughter answers in the evening');
    const elsewhere = { listId: work.listId, row: 3, language: 'en' as const };
    for (const requester of [{ ...worker, unit: 'unit-5' }, planner])
      await expect(openRow(work.ports, { ...elsewhere, requester })).rejects.toMatchObject({
        code: 'outreach-list-not-found',
      });
  });

  it('are short, hold no identity code, and are of a row that is there', async () => {
    const work = await atWork();
    await expect(work.note(1, 'Her code is 010150-999K', 'n-1')).rejects.toMatchObject({
      code: 'identity-code-in-words',
    });
    await expect(work.note(9, 'Nobody', 'n-1')).rejects.toMatchObject({ code: 'no-such-row' });
    const told = { listId: work.listId, requester: worker, row: 1, eventId: 'n-1' };
    for (const text of ['', ' '.repeat(9), 'x'.repeat(501)])
      expect(NoteWriting.safeParse({ ...told, text }).success).toBe(false);
  });

  it('open after the vault’s key was changed while one was written', async () => {
    const work = await atWork();
    const newest = new Uint8Array(32).fill(7);
    const { append } = work.ports.store;
    work.ports.store.append = async (...told) => {
      await append.apply(work.ports.store, told);
      work.changeKeys(newest, vaultKey);
    };
    await work.note(1, 'Prefers a letter', 'n-1');
    expect((await work.card(1)).history).toMatchObject([{ note: 'Prefers a letter' }]);
    const [kept] = await eventsOf(work, work.listId);
    const place = { client: clientOf(0), listId: work.listId, eventId: 'n-1' };
    const { sealed } = kept as Extract<OutreachEvent, { kind: 'note' }>;
    expect(new NoteSealer([newest]).open(place, sealed)).toBe('Prefers a letter');
  });

  it('are not shown of a row that may not be shown', async () => {
    const work = await atWork();
    await work.note(4, 'Prefers a letter', 'n-1');
    await work.object(3);
    await expect(work.card(4)).rejects.toMatchObject({ code: 'no-such-row' });
  });
});

describe('who takes care of a row', () => {
  it('is the last who was named, or nobody', async () => {
    const work = await atWork();
    await work.assign(1, 'w-7', 'a-1');
    expect((await work.open()).rows[0]).toMatchObject({ assignee: 'w-7', next: 'first-call' });
    await work.assign(1, null, 'a-2');
    expect((await work.open()).rows[0]).toMatchObject({ assignee: undefined });
    expect(await listsOfUnit(work.ports, worker)).toMatchObject([{ withOutcome: 0 }]);
  });
});

describe('a slip of the hand', () => {
  it('is taken back within fifteen minutes and not after, and both stay to be seen', async () => {
    const work = await atWork();
    await work.record(1, 'reached', 'e-1');
    await work.record(1, 'died', 'e-2');
    work.wait(15);
    await work.undo('e-2');
    expect((await work.open()).rows.find(({ row }) => row === 1)).toMatchObject({
      outcome: 'reached',
      attempts: 1,
    });
    expect((await work.card(1)).history).toMatchObject([
      { eventId: 'e-1', isUndone: false },
      { eventId: 'e-2', isUndone: true, undoableUntil: undefined },
    ]);
    work.wait(1);
    await expect(work.undo('e-1')).rejects.toMatchObject({ code: 'too-late-to-undo' });
    await expect(work.undo('e-2', 'again')).rejects.toMatchObject({ code: 'nothing-to-undo' });
    await expect(work.undo('e-9')).rejects.toMatchObject({ code: 'nothing-to-undo' });
    await work.undo('e-2');
    expect(await eventsOf(work, work.listId)).toHaveLength(3);
  });

  it('takes an objection with it: the ledger gets the contrary, once, and the row comes back', async () => {
    const work = await atWork();
    await work.record(4, 'declined', 'e-1', { objects: true });
    expect((await work.open()).rows).toHaveLength(7);
    work.wait(5);
    await work.undo('e-1');
    await work.undo('e-1');
    expect(await saidBy(work, 3)).toMatchObject([{ kind: 'objection' }, { kind: 'objection-lifted' }]);
    expect((await work.open()).rows).toHaveLength(8);
    const logged = work.audited.filter(({ kind }) => kind === 'consent-recorded');
    expect(logged).toHaveLength(2);
  });

  it('lifts no objection that the person made elsewhere too', async () => {
    const work = await atWork();
    await work.record(4, 'declined', 'e-1', { objects: true });
    work.wait(1);
    await work.object(3);
    work.wait(1);
    await work.undo('e-1');
    expect(await saidBy(work, 3)).toMatchObject([{ kind: 'objection' }, { kind: 'objection' }]);
    expect((await work.open()).rows).toHaveLength(7);
  });

  it('cut off before the objection is lifted, is ended by telling it again, however late', async () => {
    const work = await atWork();
    await work.record(4, 'declined', 'e-1', { objects: true });
    const { record } = work.ports.records;
    work.ports.records.record = () => Promise.reject(new Error('cut'));
    await expect(work.undo('e-1')).rejects.toThrow('cut');
    work.ports.records.record = record;
    expect((await work.open()).rows).toHaveLength(7);
    work.wait(60);
    await work.undo('e-1');
    expect((await work.open()).rows).toHaveLength(8);
  });

  it('is not taken back on a closed list, nor by another team', async () => {
    const work = await atWork();
    await work.record(1, 'reached', 'e-1');
    const theirs = {
      listId: work.listId,
      undoes: 'e-1',
      eventId: 'u',
      requester: { ...worker, unit: 'unit-5' },
    };
    await expect(undoRecording(work.ports, theirs)).rejects.toMatchObject({
      code: 'outreach-list-not-found',
    });
    await closeOutreachList(work.ports, { listId: work.listId, eventId: 'end', requester: worker });
    await expect(work.undo('e-1')).rejects.toMatchObject({ code: 'outreach-list-closed' });
  });

  it('counts for no evidence', async () => {
    const team = smallTeam();
    const lots = [0, 20].map((place) => ({
      lot: 1,
      client: clientOf(place),
      intervention: place === 0 ? 'home-rehabilitation' : null,
    }));
    const { list } = await team.make(eight, { lots });
    const said = { listId: list.listId, requester: worker };
    const told = { ...said, row: 1, outcome: 'service-started', eventId: 'e-1', objects: false } as const;
    await recordOutcome(team.ports, told);
    await undoRecording(team.ports, { ...said, undoes: 'e-1', eventId: 'u-1' });
    await closeOutreachList(team.ports, { ...said, eventId: 'end' });
    const drawn = await drawnPeople(team.ports.store, 'older-people');
    expect(drawn.map(({ hasStarted }) => hasStarted)).toEqual([false, false]);
  });
});
