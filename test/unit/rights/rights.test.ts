import { describe, expect, it } from 'vitest';
import { controller, legalBases, retention, storageTimes } from '../../../data-contracts/catalogues/index.ts';
import { Language } from '../../../data-contracts/schemas/fields.ts';
import { Role } from '../../../data-contracts/schemas/requester.ts';
import type { RiskScore } from '../../../data-contracts/schemas/risk-score.ts';
import type { TableName } from '../../../data-contracts/schemas/tables.ts';
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
import { accessDocumentText } from '../../../wording/access-document-text.ts';
import { dayInWords } from '../../../wording/days-in-words.ts';
import { wordHiddenReason, wordNamedReason, wordReason } from '../../../wording/word-reason.ts';
import { clientOf, scores } from '../cohort/small-county.ts';
import { hiddenRow } from '../hidden-demand/small-hidden-county.ts';
import { smallTeam, vaultKey, worker } from '../outreach/small-team.ts';

const officer = { id: 'dpo-1', role: 'data-protection-officer', unit: 'data-protection' } as const;
const me = clientOf(2);
const unitNames = [{ unit: 'unit-4', name: { fi: 'Tiimi pohjoinen', sv: 'Team norr', en: 'Team north' } }];
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
    countyTold: async () => ({ controller, legalBases, retention, storageTimes, unitNames }),
    wordHeldData: accessDocumentText,
    wordHiddenReason,
    wordSign: wordNamedReason,
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
      hiddenDemandOf: async () => [
        {
          programme: 'older-people',
          set: {
            origin: 'simulated' as const,
            landmarkOn: '2025-05-01',
            version: 'f1',
            withheldFromFinding: {},
          },
          row: hiddenRow(me),
        },
      ],
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
    expect(accessDocumentText(document)).toContain('1 recording and 1 note');
    const openNote = async (place: NotePlace, sealed: string) =>
      new NoteSealer([vaultKey]).open(place, sealed);
    const opened = await accessDocument(
      { ...ports, openNote },
      { client: me, requester: officer, language: 'en' },
    );
    expect(accessDocumentText(opened)).toContain('the team’s note: Prefers a letter');
    expect(document.lots).toMatchObject([{ intervention: 'home-rehabilitation' }]);
    expect(document.text).toContain('a place was won');
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
      const { text } = await accessDocument(ports, { client: me, requester: officer, language });
      expect(text.match(/^## /gm)).toHaveLength(12);
      expect(text).toMatch(/Tarkistuskäynnin arvoinen|Värd en kontroll|Worth a check-up/);
      expect(text).not.toMatch(/[{}]|undefined|null|w-1|dpo-1/);
      expect(text).toContain(
        { fi: 'Ammattilainen päättää', sv: 'En yrkesperson beslutar', en: 'A professional always decides' }[
          language
        ],
      );
    }
  });

  it('says in words to whom what was shown, who answers for it, by what law, how long, and how to object', async () => {
    const { team, ports } = rig();
    const { list } = await team.make([1, 2, 3]);
    for (let time = 0; time < 2; time += 1)
      await openOutreachList(team.ports, { listId: list.listId, requester: worker, language: 'fi' });
    const { text, at } = await accessDocument(ports, { client: me, requester: officer, language: 'fi' });
    const shown = text.split('## Kenelle tietojasi on näytetty')[1]!.split('\n## ')[0]!;
    expect(shown).toMatch(
      /ennaltaehkäisyn työntekijä \(Tiimi pohjoinen\): yhteydenottolistan avaaminen – nimi, puhelinnumero ja perustelut näytettiin\. 2 kertaa samana päivänä\./,
    );
    expect(text).not.toMatch(/unit-4|luovut|kohort|\d{4}-\d{2}-\d{2}/);
    expect(text).toContain(`Tämä kirje on tehty ${dayInWords(at, 'fi')}.`);
    expect(text).toMatch(/Tietosuojavastaava auttaa sinua.*\nPuhelin 00 00 01\./);
    expect(text).toContain('alue on simuloitu');
    expect(text).toContain(
      'Peruste on laki: Laki sosiaali- ja terveydenhuollon järjestämisestä (612/2021) 10 §.',
    );
    expect(text).toContain('90 päivää vastaanotosta');
    expect(text).toMatch(/voit peruuttaa sen milloin tahansa/);
  });

  it('names the county that the home is of, and says of it nothing that is invented', async () => {
    const own = {
      ...controller,
      name: { fi: 'Oma alue', sv: 'Eget område', en: 'Own county' },
      isInvented: false,
    };
    const { ports } = rig();
    const told = { ...ports, countyTold: async () => ({ ...(await ports.countyTold()), controller: own }) };
    const { text } = await accessDocument(told, { client: me, requester: officer, language: 'sv' });
    expect(text).toContain('Eget område');
    expect(text).not.toContain('området är simulerat');
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
