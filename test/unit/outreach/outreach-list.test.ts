import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import { Language } from '../../../data-contracts/schemas/fields.ts';
import { OutreachListRequest } from '../../../data-contracts/schemas/outreach-list.ts';
import { ageBand } from '../../../data-contracts/vocabularies/age-bands.ts';
import { gateTexts } from '../../../data-contracts/vocabularies/gate-texts.ts';
import { modifiableFactors } from '../../../data-contracts/vocabularies/modifiable-factors.ts';
import { exportCells, languageCell } from '../../../functions/core/outreach/export-cells.ts';
import { closeOutreachList, recordOutcome } from '../../../functions/core/outreach/follow-outreach-list.ts';
import { listsOfUnit } from '../../../functions/core/outreach/lists-of-unit.ts';
import { makeOutreachList } from '../../../functions/core/outreach/make-outreach-list.ts';
import { exportOutreachList, openOutreachList } from '../../../functions/core/outreach/open-outreach-list.ts';
import { openRow } from '../../../functions/core/outreach/open-row.ts';
import { outreachResults } from '../../../functions/core/outreach/outreach-results.ts';
import { MemoryAuditLog } from '../audit/memory-audit-log.ts';
import { clientOf, scores } from '../cohort/small-county.ts';
import { listRequest, planner, rowNames, smallTeam, worker } from './small-team.ts';

const twelve = Array.from({ length: 12 }, (_, place) => place);
type Team = ReturnType<typeof smallTeam>;

/** By reason, as the log has it: the planner is not told. */
function withheldIn(team: Team): Record<string, number> {
  const made = team.audited.findLast(({ kind }) => kind === 'outreach-list-made');
  if (made?.kind !== 'outreach-list-made') throw new Error('no list was made');
  return made.withheldByReason;
}

const openedBy = (team: Team, listId: string, requester: object = worker) =>
  openOutreachList(team.ports, { listId, requester: requester as typeof worker, language: 'en' });
const outcome = (listId: string, row: number, eventId: string) =>
  ({ listId, row, outcome: 'reached', eventId, objects: false, requester: worker }) as const;

describe('making a list', () => {
  it('lists whom the gate lets out and the team could be shown, in the order asked', async () => {
    const team = smallTeam();
    await team.object(3);
    const made = await team.make([...twelve, 31]);
    expect(made.listed).toBe(10);
    expect(withheldIn(team)).toEqual({ 'no-client-relationship': 1, objection: 1 });
    const list = await team.ports.store.find(made.list.listId);
    expect(list?.rows.map(({ client }) => client)).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11].map(clientOf));
    expect(list?.rows.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('holds back somebody who has no score, or has none any more, and makes the list of the others', async () => {
    const team = smallTeam();
    const made = await team.make([...twelve, 900]);
    expect(made.listed).toBe(10);
    expect(withheldIn(team)).toEqual({ 'sources-unknown': 1 });
  });

  it('is a planner’s, and gives the planner numbers and nobody', async () => {
    const team = smallTeam();
    const made = await team.make(twelve);
    expect(JSON.stringify(made)).not.toContain(clientOf(1));
    for (const requester of [worker, { id: 'k', role: 'knowledge-manager', unit: 'unit-4' } as const])
      expect(await makeOutreachList(team.ports, listRequest(twelve, { requester }))).toEqual({
        status: 'refused',
        reason: 'role-not-permitted',
      });
    expect(team.audited.at(-1)).toMatchObject({ kind: 'access', outcome: 'refused' });
  });

  it('does not put anybody on two open lists, of whichever team, nor anybody contacted lately', async () => {
    const team = smallTeam();
    const first = await team.make(twelve);
    const other = await makeOutreachList(team.ports, listRequest([...twelve, 12], { unit: 'unit-5' }));
    expect(other).toMatchObject({ status: 'made', listed: 0 });
    await recordOutcome(team.ports, outcome(first.list.listId, 1, 'e-1'));
    await closeOutreachList(team.ports, { listId: first.list.listId, eventId: 'end', requester: worker });
    const next = await team.make(twelve, { unit: 'unit-5' });
    expect(next.listed).toBe(10);
    expect(withheldIn(team)).toEqual({ 'contacted-lately': 1 });
    const soon = await makeOutreachList(team.ports, listRequest([0], { quietDays: 0 }));
    expect(soon).toMatchObject({ status: 'made' });
  });

  it('does not put anybody on two lists when many are made at once', async () => {
    const team = smallTeam();
    const asked = [twelve, twelve.slice(4), [...twelve].reverse(), [0, 20], [20, 1]];
    await Promise.all(
      asked.map((places, at) =>
        makeOutreachList(team.ports, listRequest(places, { unit: `unit-${4 + (at % 2)}` })),
      ),
    );
    const listed = (await team.ports.store.lists()).flatMap(({ rows }) => rows.map(({ client }) => client));
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed.length).toBe(13);
  });

  it('keeps the lots in which somebody listed drew a place, whole and shown to nobody, and no others', async () => {
    const team = smallTeam();
    const drew = (lot: number, place: number, intervention: string | null) => ({
      lot,
      client: clientOf(place),
      intervention,
    });
    const lots = [
      drew(1, 0, 'home-rehabilitation'),
      drew(1, 20, null),
      drew(2, 2, 'another-intervention'),
      drew(2, 21, null),
      drew(3, 22, null),
      drew(3, 23, 'home-rehabilitation'),
    ];
    const { list } = await team.make([0, 1, 2], { lots });
    expect((await team.ports.store.find(list.listId))?.lots).toEqual(lots.slice(0, 2));
    expect(JSON.stringify(list)).not.toContain(clientOf(20));
    expect(JSON.stringify(await openedBy(team, list.listId))).not.toContain(clientOf(20));
    expect(OutreachListRequest.safeParse(listRequest([1], { lots: [lots[0]!, lots[0]!] })).success).toBe(
      false,
    );
  });

  it('knows only interventions of the catalogue, and nobody twice', async () => {
    const { ports } = smallTeam();
    const odd = listRequest([1], { clients: [{ client: clientOf(1), intervention: 'a-miracle' }] });
    expect(await makeOutreachList(ports, odd)).toEqual({ status: 'unknown-intervention' });
    expect(OutreachListRequest.safeParse(listRequest([1, 1])).success).toBe(false);
  });
});

describe('a list of few', () => {
  it('is not made, and nobody is told how many there would have been', async () => {
    const team = smallTeam();
    const limits = { ...team.ports.limits, smallestList: 5 };
    await team.object(3);
    for (const places of [[3], [0, 1, 2, 3], [0, 1, 2, 3, 4]])
      expect(await makeOutreachList({ ...team.ports, limits }, listRequest(places))).toEqual({
        status: 'too-few-to-list',
      });
    expect(await makeOutreachList({ ...team.ports, limits }, listRequest([0, 1, 2, 3, 4, 5]))).toMatchObject({
      status: 'made',
      listed: 5,
    });
  });
});

describe('opening a list', () => {
  it('shows its team what it works with: names, contact, age band, place, reasons in the reader’s language', async () => {
    const team = smallTeam();
    const { list } = await team.make([0, 1]);
    const opened = await openedBy(team, list.listId);
    expect(opened.rows).toEqual([
      {
        row: 1,
        next: 'first-call',
        familyName: 'Family0',
        givenNames: 'Given0',
        telephone: '000-0',
        serviceLanguage: 'fi',
        ageBand: ageBand(scores[0]!.age_years),
        municipality: scores[0]!.municipality,
        reasons: ['home-care (en)', 'memory (en)'],
        changeable: [modifiableFactors['living-alone'].en],
        intervention: 'home-rehabilitation (en)',
        outcome: undefined,
        callAgainOn: undefined,
        attempts: 0,
        lastAttemptOn: undefined,
        assignee: undefined,
        notes: 0,
      },
      expect.objectContaining({ serviceLanguage: 'sv', reasons: ['home-care (en)', 'memory (en)'] }),
    ]);
    expect(JSON.stringify(opened)).not.toMatch(/local:|c0ffee/);
  });

  it('gives words for the call in the client’s language, and says so where there are none in it', async () => {
    for (const serviceLanguage of ['fi', 'sv', 'se', 'smn', 'sms', 'other'] as const) {
      const team = smallTeam();
      const { list } = await team.make([0]);
      const find = async (id: string) => {
        const found = await team.ports.store.find(id);
        return found && { ...found, rows: found.rows.map((row) => ({ ...row, serviceLanguage })) };
      };
      const store = Object.assign(Object.create(team.ports.store), { find });
      store.eventsOf = async () => [];
      for (const language of Language.options) {
        const asked = { listId: list.listId, requester: worker, language, row: 1 };
        const card = await openRow({ ...team.ports, store }, asked);
        const spoken = serviceLanguage === 'fi' || serviceLanguage === 'sv';
        const ofCall = spoken ? serviceLanguage : serviceLanguage === 'other' ? language : 'fi';
        expect(card.callWords.language).toBe(ofCall);
        expect(card.callWords.text).toBe(`unit-4 (${ofCall}), home-rehabilitation (${ofCall}) (${ofCall})`);
        expect(card.row.reasons).toEqual([`home-care (${language})`, `memory (${language})`]);
        const cell = languageCell(serviceLanguage, language);
        const { languages, callWordsIn } = gateTexts.outreach;
        expect(cell).toContain(languages[`language-${serviceLanguage}`][language]);
        expect(cell.includes(callWordsIn[`language-${ofCall}`][language])).toBe(!spoken);
        expect(exportCells(card.row, language)).toContain(cell);
      }
    }
  });

  it('is refused alike for another unit’s list, another role’s, and one that is not there', async () => {
    const team = smallTeam();
    const { list } = await team.make(twelve);
    const others = [
      { ...worker, unit: 'unit-5' },
      { ...worker, role: 'planner' },
      { ...worker, role: 'data-protection-officer' },
      { ...worker, role: 'knowledge-manager' },
      { ...worker, role: 'client-representative', represents: clientOf(1) },
    ];
    const messages = new Set<string>();
    for (const requester of others)
      await openedBy(team, list.listId, requester).catch((error) => messages.add(error.message));
    await openedBy(team, `000001-${'0'.repeat(32)}`).catch((error) => messages.add(error.message));
    await openedBy(team, '../../etc/passwd').catch((error) => messages.add(error.message));
    expect(messages.size).toBe(1);
    const attempts = team.audited.filter((entry) => entry.kind === 'access' && entry.outcome === 'refused');
    expect(attempts).toHaveLength(others.length + 2);
    for (const entry of team.audited) AuditEntry.parse(entry);
    expect(team.lookedUp).toEqual([]);
    await expect(
      exportOutreachList(team.ports, {
        listId: list.listId,
        requester: others[0] as typeof worker,
        language: 'fi',
      }).next(),
    ).rejects.toMatchObject({ code: 'outreach-list-not-found' });
  });

  it('leaves out who withdrew between making and opening, and does not look them up', async () => {
    const team = smallTeam();
    const { list } = await team.make(twelve);
    team.wait(60);
    await team.object(5);
    const opened = await openedBy(team, list.listId);
    expect(rowNames(opened.rows)).not.toContain('Family5');
    expect(opened.rows).toHaveLength(11);
    expect(opened.withheld).toEqual({ total: 1, cells: [] });
    expect(team.lookedUp).not.toContain(clientOf(5));
  });

  it('leaves out who withdraws while it is being opened', async () => {
    const team = smallTeam();
    const { list } = await team.make(twelve);
    const lookUp = team.ports.identities.lookUp.bind(team.ports.identities);
    team.ports.identities.lookUp = async (clients) => {
      const open = await lookUp(clients);
      await team.object(7);
      return open;
    };
    const opened = await openedBy(team, list.listId);
    expect(rowNames(opened.rows)).not.toContain('Family7');
    expect(opened.rows).toHaveLength(11);
    const released = team.audited.filter((entry) => entry.kind === 'outreach-released').at(-1);
    const digest = createHash('sha256');
    for (const place of twelve.filter((one) => one !== 7)) digest.update(`${clientOf(place)}\n`);
    expect(released).toMatchObject({ handedOver: 11, pseudonymsSha256: digest.digest('hex') });
  });

  it('gives out nothing that the audit log does not take', async () => {
    const team = smallTeam();
    const { list } = await team.make(twelve);
    const audit = new MemoryAuditLog();
    audit.append = () => Promise.reject(new Error('full'));
    const full = { ...team.ports, audit };
    await expect(
      openOutreachList(full, { listId: list.listId, requester: worker, language: 'fi' }),
    ).rejects.toThrow('full');
    expect(team.lookedUp).toEqual([]);
  });
});

describe('following a list', () => {
  it('keeps outcomes, shows the last of each row, and counts them', async () => {
    const team = smallTeam();
    const { list } = await team.make(twelve);
    await recordOutcome(team.ports, { ...outcome(list.listId, 2, 'e-1'), outcome: 'not-reached' });
    await recordOutcome(team.ports, { ...outcome(list.listId, 2, 'e-2'), outcome: 'service-started' });
    const opened = await openedBy(team, list.listId);
    expect(opened.rows.find(({ row }) => row === 2)?.outcome).toBe('service-started');
    expect(await listsOfUnit(team.ports, worker)).toMatchObject([
      { rows: 12, withOutcome: 1, isClosed: false },
    ]);
    expect(await listsOfUnit(team.ports, { ...worker, unit: 'unit-5' })).toEqual([]);
    expect(await listsOfUnit(team.ports, planner)).toEqual([]);
  });

  it('turns a refusal into an objection in the same step, once, though told twice', async () => {
    const team = smallTeam();
    const { list } = await team.make(twelve);
    const declined = { ...outcome(list.listId, 4, 'e-1'), outcome: 'declined', objects: true } as const;
    await recordOutcome(team.ports, declined);
    await recordOutcome(team.ports, declined);
    const events = await team.ports.records.eventsOf([clientOf(3)]);
    expect(events.get(clientOf(3))).toMatchObject([{ kind: 'objection', purpose: 'outreach' }]);
    expect(rowNames((await openedBy(team, list.listId)).rows)).not.toContain('Family3');
  });

  it('loses no objection where the recording is cut short after it, and doubles none when told again', async () => {
    const team = smallTeam();
    const { list } = await team.make(twelve);
    const declined = { ...outcome(list.listId, 4, 'e-1'), outcome: 'declined', objects: true } as const;
    const { store } = team.ports;
    const cut = {
      lists: () => store.lists(),
      nextNumber: () => store.nextNumber(),
      find: (id: string) => store.find(id),
      create: store.create,
      eventsOf: store.eventsOf,
      append: () => Promise.reject(new Error('cut')),
      erase: store.erase,
      resealNotes: store.resealNotes,
    };
    await expect(recordOutcome({ ...team.ports, store: cut }, declined)).rejects.toThrow('cut');
    expect((await team.ports.records.eventsOf([clientOf(3)])).get(clientOf(3))).toHaveLength(1);
    await recordOutcome(team.ports, declined);
    expect((await team.ports.records.eventsOf([clientOf(3)])).get(clientOf(3))).toHaveLength(1);
    expect(await team.ports.store.eventsOf(list.listId)).toHaveLength(1);
  });

  it('is for the list’s own team alone, row by row that is there', async () => {
    const team = smallTeam();
    const { list } = await team.make(twelve);
    const notFound = { code: 'outreach-list-not-found' };
    const theirs = { ...outcome(list.listId, 1, 'e-1'), requester: { ...worker, unit: 'unit-5' } };
    await expect(recordOutcome(team.ports, theirs)).rejects.toMatchObject(notFound);
    const asPlanner = { listId: list.listId, eventId: 'e', requester: planner };
    await expect(closeOutreachList(team.ports, asPlanner)).rejects.toMatchObject(notFound);
    await expect(recordOutcome(team.ports, outcome(list.listId, 13, 'e'))).rejects.toMatchObject({
      code: 'no-such-row',
    });
  });

  it('gives closed lists’ outcomes as counts that reveal nobody, to those who read statistics', async () => {
    const team = smallTeam();
    const { list } = await team.make(twelve);
    for (let row = 1; row <= 6; row += 1)
      await recordOutcome(team.ports, outcome(list.listId, row, `e-${row}`));
    expect(await outreachResults(team.ports, planner)).toEqual([]);
    await closeOutreachList(team.ports, { listId: list.listId, eventId: 'end', requester: worker });
    expect(await outreachResults(team.ports, planner)).toEqual([
      {
        intervention: 'home-rehabilitation',
        table: {
          total: 10,
          cells: [
            { name: 'reached', count: 5 },
            { name: 'none', count: 5 },
          ],
        },
      },
    ]);
    await expect(outreachResults(team.ports, worker)).rejects.toMatchObject({ code: 'access-refused' });
  });
});

describe('the last look', () => {
  it('reads what people have said after everything else', async () => {
    const team = smallTeam();
    const { list } = await team.make(twelve);
    const { relationshipsOf } = team.ports.relationships;
    let asked = 0;
    team.ports.relationships.relationshipsOf = async (clients) => {
      const answer = await relationshipsOf(clients);
      asked += 1;
      if (asked === 2) await team.object(7);
      return answer;
    };
    expect(rowNames((await openedBy(team, list.listId)).rows)).not.toContain('Family7');
  });
});
