import { describe, expect, it } from 'vitest';
import { Language } from '../../../data-contracts/schemas/fields.ts';
import { Role } from '../../../data-contracts/schemas/requester.ts';
import type { RiskScore } from '../../../data-contracts/schemas/risk-score.ts';
import type { TableName } from '../../../data-contracts/schemas/tables.ts';
import { wordReason } from '../../../functions/adapters/intl/intl-wording.ts';
import { recordOutcome } from '../../../functions/core/outreach/follow-outreach-list.ts';
import { NoteSealer } from '../../../functions/core/outreach/note-sealer.ts';
import { openOutreachList } from '../../../functions/core/outreach/open-outreach-list.ts';
import { writeNote } from '../../../functions/core/outreach/write-note.ts';
import type { HeldRow } from '../../../functions/core/ports/held-data.ts';
import type { NotePlace } from '../../../functions/core/ports/outreach-store.ts';
import { decideRelease } from '../../../functions/core/release/decide-release.ts';
import { requireProgramme } from '../../../functions/core/require-programme.ts';
import { accessDocument } from '../../../functions/core/rights/access-document.ts';
import { contestAccuracy } from '../../../functions/core/rights/contest-accuracy.ts';
import { accessDocumentText } from '../../../runner/presentation/access-document-text.ts';
import { clientOf, scores } from '../cohort/small-county.ts';
import { smallTeam, vaultKey, worker } from '../outreach/small-team.ts';

const officer = { id: 'dpo-1', role: 'data-protection-officer', unit: 'data-protection' } as const;
const me = clientOf(2);
const row = (more: HeldRow): HeldRow => ({
  data_source: 'rai',
  recorded_on: '2024-02-03',
  delivery: 'd1',
  ...more,
});

function rig() {
  const team = smallTeam();
  let sealedRead = 0;
  const ports = {
    ...team.ports,
    wordReason,
    personFiles: {
      naming: async () => [
        { file: 'landing/d1/clients.csv', rows: 2, turnedAway: 1, keptUntil: '2026-05-30' },
        { file: 'landing/d1/old.zip', rows: null, turnedAway: 0, keptUntil: null },
      ],
    },
    programmeOf: requireProgramme,
    held: {
      rowsOf: async (client: string) =>
        new Map<TableName, HeldRow[]>(
          client === me ? [['assessments', [row({ points: '3' }), row({ points: '4' })]]] : [],
        ),
      scoresOf: async (client: string) => {
        const score = scores.find((one) => one.client === client) as RiskScore;
        return [{ programme: 'older-people', scoreSet: await team.ports.scores.describe(), score }];
      },
    },
    vault: {
      begin: () => {
        throw new Error('nothing is put into the vault here');
      },
      async *find() {
        sealedRead += 1;
        yield { line: 2, pseudonym: me, sealed: 'cannot be opened' };
      },
    },
  };
  return { team, ports, sealedRead: () => sealedRead };
}

describe('what is held of a person', () => {
  it('is told whole: data, sources, scores and why, what was said, lists, and who saw it', async () => {
    const { team, ports } = rig();
    const lots = [me, clientOf(20)].map((client, place) => ({
      lot: 1,
      client,
      intervention: place === 0 ? 'home-rehabilitation' : null,
    }));
    const { list } = await team.make([1, 2, 3], { lots });
    await openOutreachList(team.ports, { listId: list.listId, requester: worker, language: 'fi' });
    const outcome = {
      listId: list.listId,
      row: 2,
      outcome: 'declined',
      eventId: 'e-1',
      objects: true,
    } as const;
    await recordOutcome(team.ports, { ...outcome, requester: worker });
    await writeNote(team.ports, {
      listId: list.listId,
      row: 2,
      text: 'Prefers a letter',
      eventId: 'n-1',
      requester: worker,
    });
    const document = await accessDocument(ports, { client: me, requester: officer, language: 'en' });
    expect(document.tables).toMatchObject([
      { table: 'assessments', rows: [{ points: '3' }, { points: '4' }] },
    ]);
    expect(document.identityVersions).toBe(1);
    expect(document.scores).toMatchObject([{ sources: ['population-register', 'primary-care'] }]);
    expect(document.scores[0]?.reasons.length).toBeGreaterThan(3);
    expect(document.said).toMatchObject([{ kind: 'objection', purpose: 'outreach' }]);
    expect(document.lists).toMatchObject([
      { unit: 'unit-4', outcome: 'declined', attempts: 1, notes: [{ text: undefined }] },
    ]);
    expect(accessDocumentText(document)).toContain('1 recording, 1 note');
    const openNote = async (place: NotePlace, sealed: string) =>
      new NoteSealer([vaultKey]).open(place, sealed);
    const opened = await accessDocument(
      { ...ports, openNote },
      { client: me, requester: officer, language: 'en' },
    );
    expect(accessDocumentText(opened)).toContain('the team’s note: Prefers a letter');
    expect(document.lots).toMatchObject([{ intervention: 'home-rehabilitation' }]);
    expect(accessDocumentText(document)).toContain('a place was won');
    const done = document.seen.map(({ entry }) => ('useCase' in entry ? entry.useCase : entry.kind));
    expect(done).toEqual([
      'make-outreach-list',
      'open-outreach-list',
      'consent-recorded',
      'record-outcome',
      'record-outcome',
      'read-held-data',
    ]);
    expect(JSON.stringify(document)).not.toContain(clientOf(1));
  });

  it('is a document in each language, with the rights and without a worker’s id or a placeholder', async () => {
    for (const language of Language.options) {
      const { team, ports } = rig();
      const { list } = await team.make([1, 2, 3]);
      await openOutreachList(team.ports, { listId: list.listId, requester: worker, language });
      const text = accessDocumentText(
        await accessDocument(ports, { client: me, requester: officer, language }),
      );
      expect(text.match(/^## /gm)).toHaveLength(7);
      expect(text).not.toMatch(/[{}]|undefined|null|w-1|dpo-1/);
      expect(text).toContain(
        { fi: 'Ammattilainen päättää', sv: 'En yrkesperson beslutar', en: 'A professional always decides' }[
          language
        ],
      );
    }
  });

  it('is given to the data-protection officer and to whoever stands for this person, and each try is logged', async () => {
    for (const role of Role.options) {
      for (const represents of [me, clientOf(5)]) {
        const { team, ports } = rig();
        const requester = { id: 'x', role, unit: 'unit-4', represents };
        const asked = accessDocument(ports, { client: me, requester, language: 'fi' });
        const may =
          role === 'data-protection-officer' || (role === 'client-representative' && represents === me);
        if (may) await asked;
        else await expect(asked).rejects.toMatchObject({ code: 'access-refused' });
        expect(team.audited).toMatchObject([
          { kind: 'access', outcome: may ? 'allowed' : 'refused', client: me },
        ]);
      }
    }
  });
});

describe('something that is not right', () => {
  it('is used for nothing from then on, for the source that is contested', async () => {
    const { team } = rig();
    const contested = {
      client: me,
      requester: officer,
      source: 'rai',
      channel: 'letter',
      eventId: 'c-1',
    } as const;
    await contestAccuracy(team.ports, contested);
    await contestAccuracy(team.ports, contested);
    const events = (await team.ports.records.eventsOf([me])).get(me);
    expect(events).toHaveLength(1);
    const decided = (source: string) =>
      decideRelease(
        {
          useCase: 'train-model',
          purpose: 'model-development',
          requester: { id: 'k', role: 'knowledge-manager', unit: 'k' },
          sourcesUsed: [source],
          at: team.ports.clock.now(),
        },
        {
          legalBases: team.ports.legalBases.map((basis) => ({
            ...basis,
            purpose: 'model-development' as const,
          })),
          consentEvents: events,
          relationships: undefined,
        },
      );
    expect(decided('rai')).toEqual(['restriction']);
    expect(decided('primary-care')).toBe('released');
  });

  it('is taken from the person and the officer alone', async () => {
    const { team } = rig();
    const contested = {
      client: me,
      requester: worker,
      source: 'rai',
      channel: 'letter',
      eventId: 'c-1',
    } as const;
    await expect(contestAccuracy(team.ports, contested)).rejects.toMatchObject({ code: 'access-refused' });
    const own = { id: 'r', role: 'client-representative', unit: 'clients', represents: me } as const;
    await contestAccuracy(team.ports, { ...contested, requester: own });
  });
});
