import { describe, expect, it } from 'vitest';
import { legalBases } from '../../../data-contracts/catalogues/index.ts';
import { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import type { ClientMonthSource } from '../../../functions/core/ports/client-month-source.ts';
import type { LedgerEvent } from '../../../functions/core/ports/consent-ledger.ts';
import type { Publication } from '../../../functions/core/ports/publication-store.ts';
import type { RowChoice } from '../../../functions/core/risk/landmark-rows.ts';
import { type TrainingOccasion, whoMayTrain } from '../../../functions/core/risk/who-may-train.ts';
import { MemoryAuditLog } from '../audit/memory-audit-log.ts';
import { ledgerOf } from '../release/ledger-of.ts';

const clientOf = (number: number) => number.toString(16).padStart(32, '0');
const people = 40;
const months = { fingerprint: 'months', origin: 'simulated' } as Publication;
const occasion: TrainingOccasion = {
  requester: { id: 'km-1', role: 'knowledge-manager', unit: 'knowledge-management' },
  at: '2026-01-15T09:00:00Z',
};

/** Two landmarks of forty people; in the second, RAI is behind every fifth client's month. */
const sourcesOf = (landmark: string, person: number) =>
  landmark === '2024-07-01' && person % 5 === 0
    ? 'population-register,rai'
    : 'population-register,primary-care';
const source = {
  async *read(_: Publication, landmark: string) {
    yield {
      rows: people,
      texts: {
        client: Array.from({ length: people }, (__, person) => clientOf(person)),
        study_group: Array.from({ length: people }, () => ''),
        sources_used: Array.from({ length: people }, (__, person) => sourcesOf(landmark, person)),
      },
      numbers: {},
    };
  },
} as unknown as ClientMonthSource;

const choice: RowChoice = {
  landmarks: ['2024-01-01', '2024-07-01'],
  keeps: (client) => client !== clientOf(39),
  followUpMonths: () => 12,
};

const event = (kind: LedgerEvent['kind'], purpose: LedgerEvent['purpose'] = 'all'): LedgerEvent => ({
  consentEventId: `e-${kind}`,
  kind,
  purpose,
  coveredSource: 'all',
  effectiveAt: '2025-01-01T00:00:00Z',
  recordedAt: '2025-01-01T00:00:00Z',
});

async function asked(
  said: Record<number, LedgerEvent[]> = {},
  bases: readonly LegalBasis[] = legalBases,
  who: Partial<TrainingOccasion> = {},
  from = months,
) {
  const audit = new MemoryAuditLog();
  const ports = {
    clientMonths: source,
    legalBases: bases,
    consentLedger: ledgerOf((client) => said[Number.parseInt(client, 16)] ?? []),
    relationships: { relationshipsOf: async () => new Map() },
    audit,
  };
  const may = await whoMayTrain(ports, from, [choice], { ...occasion, ...who });
  const kept = choice.landmarks.flatMap((landmark) =>
    Array.from({ length: people }, (_, person) => person).filter((person) =>
      may.ofThose(choice).keeps(clientOf(person), '', sourcesOf(landmark, person), landmark),
    ),
  );
  return { may, kept, audited: audit.entries };
}

describe('who may be learnt from', () => {
  it('is everyone chosen, where nobody has said anything and the law covers every source', async () => {
    const { may, kept } = await asked();
    expect(kept).toHaveLength(2 * (people - 1));
    expect(may.withheld).toEqual({ total: 0, byReason: [] });
  });

  it('is nobody who has objected to model development, or to everything; other purposes do not matter', async () => {
    const { kept, may } = await asked({
      ...Object.fromEntries([1, 2, 3, 4].map((one) => [one, [event('objection', 'model-development')]])),
      5: [event('objection')],
      6: [event('objection', 'outreach')],
      7: [event('prohibition')],
    });
    for (const one of [1, 2, 3, 4, 5, 7]) expect(kept).not.toContain(one);
    expect(kept.filter((one) => one === 6)).toHaveLength(2);
    expect(may.withheld).toEqual({
      total: 'suppressed',
      byReason: [
        { reason: 'objection', count: 5 },
        { reason: 'prohibition', count: 'suppressed' },
      ],
    });
  });

  it('loses exactly the months that stand on a source whose basis has fallen away', async () => {
    const withoutRai = legalBases.filter(
      ({ purpose, dataSource }) => purpose !== 'model-development' || dataSource !== 'rai',
    );
    const { kept, may } = await asked({}, withoutRai);
    const twice = (one: number) => kept.filter((each) => each === one).length === 2;
    for (let one = 0; one < people - 1; one += 1) expect(twice(one)).toBe(one % 5 !== 0);
    expect(kept.filter((one) => one % 5 === 0)).toHaveLength(8);
    expect(may.withheld.byReason).toEqual([{ reason: 'no-legal-basis-for-source', count: 8 }]);
  });

  it('is told by a digest that changes with who is withheld, and with nothing else', async () => {
    const digest = async (said: Record<number, LedgerEvent[]>) => (await asked(said)).may.withheldSha256;
    const none = await digest({});
    expect(await digest({ 3: [event('objection', 'outreach')] })).toBe(none);
    const one = await digest({ 3: [event('objection')] });
    expect(one).not.toBe(none);
    expect(await digest({ 3: [event('objection')] })).toBe(one);
    expect(await digest({ 4: [event('objection')] })).not.toBe(one);
  });

  it('is in the audit log, everyone with the answer, before anything is learnt', async () => {
    const { audited } = await asked({ 3: [event('objection')] });
    const [allowed, entry, closed] = audited.map((one) => AuditEntry.parse(one));
    expect(allowed).toMatchObject({ kind: 'access', outcome: 'allowed', useCase: 'train-model' });
    expect(closed).toMatchObject({ kind: 'question-closed', withheldByReason: { objection: 1 } });
    if (entry?.kind !== 'release-decisions') throw new Error('no decisions');
    expect(entry).toMatchObject({ purpose: 'model-development', useCase: 'train-model' });
    expect(new Set(entry.decisions.map(([client]) => client)).size).toBe(people - 1);
    expect(entry.decisions.filter(([, decision]) => decision !== 'released')).toEqual([
      [clientOf(3), ['objection']],
    ]);
  });

  it('is nobody, for a role that may not train, without a basis, or with none confirmed for real people', async () => {
    const planner = { requester: { id: 'p-1', role: 'planner', unit: 'u' } } as const;
    await expect(asked({}, legalBases, planner)).rejects.toMatchObject({
      code: 'training-refused',
      reason: 'role-not-permitted',
    });
    await expect(asked({}, [])).rejects.toMatchObject({ reason: 'no-legal-basis' });
    const real = { ...months, origin: 'register' } as Publication;
    await expect(asked({}, legalBases, {}, real)).rejects.toMatchObject({ reason: 'no-legal-basis' });
  });
});
