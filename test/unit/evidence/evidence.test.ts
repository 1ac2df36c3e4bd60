import { describe, expect, it } from 'vitest';
import { interventions } from '../../../data-contracts/catalogues/index.ts';
import { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import type { DrawnPlace } from '../../../data-contracts/schemas/drawn-place.ts';
import type { InterventionEvidence } from '../../../data-contracts/schemas/effect-evidence.ts';
import { EffectEvidence } from '../../../data-contracts/schemas/effect-evidence.ts';
import { Language } from '../../../data-contracts/schemas/fields.ts';
import type { OutreachList, OutreachOutcome } from '../../../data-contracts/schemas/outreach-list.ts';
import { estimateEffect } from '../../../functions/core/evidence/estimate-effect.ts';
import type { FollowedPerson } from '../../../functions/core/evidence/follow-drawn.ts';
import { type EvidencePorts, gatherEvidence } from '../../../functions/core/evidence/gather-evidence.ts';
import type { ClientMonthSource } from '../../../functions/core/ports/client-month-source.ts';
import type { Publication, PublicationStore } from '../../../functions/core/ports/publication-store.ts';
import { requireProgramme } from '../../../functions/core/require-programme.ts';
import { evidenceLines } from '../../../runner/presentation/evidence-lines.ts';
import { MemoryConsentRecords } from '../../contract/consent-ledger/memory-consent-records.ts';
import { MemoryOutreachStore } from '../../contract/outreach/memory-outreach-store.ts';
import { MemoryAuditLog } from '../audit/memory-audit-log.ts';
import { drawnCounty, offer } from './drawn-county.ts';

const programme = requireProgramme('older-people');
const manager = { id: 'k-1', role: 'knowledge-manager', unit: 'knowledge-management' } as const;

describe('what lots tell of an effect', () => {
  it('is the effect on takers, whatever the lots’ risks and however many took it up', () => {
    for (const [effect, uptake] of [
      [0.6, 0.8],
      [1, 0.5],
      [1.3, 0.6],
    ] as const) {
      const errors = Array.from({ length: 40 }, (_, seed) => {
        const found = estimateEffect(offer, drawnCounty(100, effect, uptake, seed));
        if (found.status !== 'estimated') throw new Error(found.status);
        const { ratio, lower95, upper95 } = found.ofTakers;
        return { error: Math.log(ratio / effect), isWithin: lower95 <= effect && effect <= upper95 };
      });
      const bias = errors.reduce((sum, { error }) => sum + error, 0) / errors.length;
      expect(Math.abs(bias)).toBeLessThan(0.08);
      expect(errors.filter(({ isWithin }) => isWithin).length).toBeGreaterThanOrEqual(35);
    }
  });

  it('does not move with who of the offered was reached or started, other than by their share', () => {
    const people = drawnCounty(60, 0.7, 0.7, 3);
    const started = people.filter(({ hasStarted }) => hasStarted).length;
    let left = started;
    const turned = [...people].reverse().map((person) => {
      const hasStarted = person.intervention === offer && left > 0;
      if (hasStarted) left -= 1;
      return { ...person, hasStarted };
    });
    const [one, other] = [people, turned].map((each) => estimateEffect(offer, each)) as [
      Extract<InterventionEvidence['found'], { status: 'estimated' }>,
      Extract<InterventionEvidence['found'], { status: 'estimated' }>,
    ];
    expect(other.ofOffered.ratio).toBeCloseTo(one.ofOffered.ratio, 12);
    expect(other.ofTakers.ratio).toBeCloseTo(one.ofTakers.ratio, 12);
  });

  it('is nothing, and no figure, where a side has fewer than five people or outcomes', () => {
    const people = drawnCounty(2, 1, 0.9, 1);
    const none = people.map((person) => ({ ...person, hasOutcome: false }));
    expect(estimateEffect(offer, none)).toEqual({ status: 'too-few' });
    expect(estimateEffect(offer, people.slice(0, 8))).toEqual({ status: 'too-few' });
    const unmoved = drawnCounty(60, 1, 0.7, 2).map((person) => ({ ...person, hasStarted: false }));
    expect(estimateEffect(offer, unmoved)).toEqual({ status: 'nobody-took-it-up' });
    const fewTakers = drawnCounty(60, 0.3, 1, 2).map((person, number) => ({
      ...person,
      hasStarted: person.intervention === offer && number < 40,
    }));
    expect(estimateEffect(offer, fewTakers)).toEqual({ status: 'not-explained-by-takers' });
  });
});

/** A county whose closed lists stand on the drawn people, and everything that evidence is gathered from. */
async function county(people: readonly FollowedPerson[]) {
  const store = new MemoryOutreachStore();
  const records = new MemoryConsentRecords();
  const audit = new MemoryAuditLog();
  const written: string[] = [];
  const publication = {
    station: 'client-months/older-people',
    run: 'r',
    fingerprint: 'f',
    origin: 'simulated',
    files: [],
    summary: { landmarks: [{ landmarkOn: '2024-07-01', rows: 1 }], coversTo: '2027-12-31' },
  } satisfies Publication;
  const publications = {
    current: async (station: string) => (station === publication.station ? publication : undefined),
    write: async (_station: string, _run: string, _name: string, content: Uint8Array) => {
      written.push(new TextDecoder().decode(content));
    },
    publish: async (draft: object) => ({ ...draft, files: [] }),
  } as unknown as PublicationStore;
  // The latest landmark not after the draw is half a year before it.
  const clientMonths = {
    async *read() {
      yield {
        rows: people.length,
        texts: {
          client: people.map(({ client }) => client),
          sources_used: people.map(({ sourcesUsed }) => sourcesUsed),
        },
        numbers: {
          months_to_event: Float64Array.from(people, (person) => person.months + 6),
          event: Float64Array.from(people, ({ hasOutcome }) => Number(hasOutcome)),
        },
      };
    },
  } as unknown as ClientMonthSource;
  let ids = 0;
  const ports = {
    store,
    audit,
    publications,
    clientMonths,
    consentLedger: records,
    relationships: {
      relationshipsOf: async () => {
        throw new Error('nobody is named here');
      },
    },
    legalBases: DataSource.options.map((dataSource) => ({
      legalBasisId: `models-${dataSource}`,
      purpose: 'model-development' as const,
      dataSource,
      kind: 'statute' as const,
      provision: { fi: 'laki', sv: 'lag', en: 'act' },
      inForceFrom: '2023-01-01',
      confirmed: true,
    })),
    clock: { now: () => '2028-01-15T09:00:00.000Z' },
    newId: () => `id-${ids++}`,
  };
  const makeList = async (number: number, lots: readonly DrawnPlace[], listed: readonly FollowedPerson[]) => {
    const list: OutreachList = {
      listId: `${String(number).padStart(6, '0')}-${'a'.repeat(32)}`,
      number,
      madeAt: '2025-01-15T09:00:00.000Z',
      madeBy: { id: 'p', role: 'planner', unit: 'p' },
      unit: 'unit-4',
      programme: 'older-people',
      origin: 'simulated',
      modelVersion: 'm',
      landmarkOn: '2025-01-01',
      horizonMonths: 12,
      rows: listed.map(({ client }, place) => ({
        row: place + 1,
        client,
        sourcesUsed: 'primary-care',
        serviceLanguage: 'fi',
        intervention: offer,
        reasons: [],
        changeable: [],
      })),
      lots: lots.map(({ lot, client, intervention }) => ({ lot, client, intervention })),
    };
    await store.create(list);
    for (const [place, { hasStarted }] of listed.entries()) {
      const outcome: OutreachOutcome = hasStarted ? 'service-started' : 'declined';
      const at = '2025-02-01T09:00:00.000Z';
      await store.append(list.listId, {
        kind: 'outcome',
        eventId: `e-${place}`,
        row: place + 1,
        outcome,
        at,
        recordedBy: 'w',
      });
    }
    return list.listId;
  };
  const close = (listId: string) =>
    store.append(listId, { kind: 'closed', eventId: 'end', at: '2025-03-01T09:00:00.000Z', recordedBy: 'w' });
  return { ports, records, audited: audit.entries, written, makeList, close };
}

const people = drawnCounty(50, 0.6, 0.8, 5);
const winners = people.filter(({ intervention }) => intervention === offer);

async function gathered(ports: EvidencePorts): Promise<EffectEvidence> {
  const outcome = await gatherEvidence(ports, programme, manager);
  if (outcome.status !== 'gathered') throw new Error(outcome.status);
  return outcome.evidence;
}

describe('gathering evidence', () => {
  it('reads closed lists alone, each lot once however many lists it stands behind', async () => {
    const { ports, makeList, close, written } = await county(people);
    const half = winners.slice(0, 250);
    const [first, second] = [await makeList(1, people, half), await makeList(2, people, winners.slice(250))];
    expect((await gathered(ports)).interventions).toEqual([]);
    for (const listId of [first, second]) await close(listId);
    const {
      interventions: [one],
      ...evidence
    } = await gathered(ports);
    expect(evidence).toEqual({ origin: 'simulated', programme: 'older-people', seenTo: '2027-12-31' });
    expect(one).toEqual({
      intervention: offer,
      endpoint: 'heavy-services',
      lots: 50,
      found: estimateEffect(offer, people),
    });
    expect(written.join()).not.toMatch(/[0-9a-f]{32}/);
    EffectEvidence.parse(JSON.parse(written.at(-1)!));
  });

  it('uses nothing of people on lists who drew no lot, and nothing of whom the gate withholds', async () => {
    const { ports, records, makeList, close, audited } = await county(people);
    const drawn = people.slice(200);
    await close(await makeList(1, drawn, winners));
    const objector = drawn[0]!.client;
    const objection = {
      kind: 'objection',
      purpose: 'model-development',
      coveredSource: 'all',
      channel: 'letter',
    } as const;
    await records.record(
      { client: objector, consentEventId: 'o', recordedBy: 'w', ...objection },
      '2026-01-01T00:00:00Z',
    );
    const {
      interventions: [one],
    } = await gathered(ports);
    expect(one!.found).toEqual(estimateEffect(offer, drawn.slice(1)));
    const decisions = audited.flatMap((entry) => (entry.kind === 'release-decisions' ? entry.decisions : []));
    expect(decisions).toHaveLength(drawn.length);
    expect(decisions.find(([client]) => client === objector)?.[1]).toEqual(['objection']);
  });

  it('takes no lot in which everybody drew something', async () => {
    const { ports, makeList, close } = await county(people);
    const allServed = people.map((person) => ({
      ...person,
      intervention:
        person.lot <= 10 ? (person.intervention ?? 'preventive-home-visits') : person.intervention,
    }));
    await close(await makeList(1, allServed, winners));
    const { interventions: found } = await gathered(ports);
    const one = found.find(({ intervention }) => intervention === offer);
    expect(one).toMatchObject({ lots: 40, found: estimateEffect(offer, people.slice(200)) });
  });

  it('is for the knowledge manager alone, and each try is in the audit log', async () => {
    const { ports, audited } = await county(people);
    const outcome = await gatherEvidence(ports, programme, { ...manager, role: 'planner' });
    expect(outcome).toEqual({ status: 'refused', reason: 'role-not-permitted' });
    expect(audited).toMatchObject([{ kind: 'access', outcome: 'refused', useCase: 'estimate-effects' }]);
  });

  it('is said in each language with what is identified, and what plans believe now', async () => {
    const { ports, makeList, close } = await county(people);
    await close(await makeList(1, people, winners));
    const evidence = await gathered(ports);
    for (const language of Language.options) {
      const text = evidenceLines(evidence, interventions, language).join('\n');
      expect(text).not.toMatch(/[{}]|undefined|NaN/);
      expect(text.split('\n')).toHaveLength(7);
      expect(text).toContain('→');
    }
  });
});
