import { describe, expect, it } from 'vitest';
import { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import { ConsentEventKind } from '../../../data-contracts/schemas/consent-event.ts';
import { type Requester, Role } from '../../../data-contracts/schemas/requester.ts';
import { recordConsents } from '../../../functions/core/consent/record-consent.ts';
import { MemoryConsentRecords } from '../../contract/consent-ledger/memory-consent-records.ts';
import { MemoryErasureRecords } from '../../contract/erasure/memory-erasure-records.ts';
import { MemoryAuditLog } from '../audit/memory-audit-log.ts';

const [anna, bo, nobody] = ['a', 'b', 'e'].map((digit) => digit.repeat(32)) as [string, string, string];
const at = '2026-03-01T09:00:00.000Z';
const worker = { id: 'w-1', role: 'prevention-worker', unit: 'unit-4' } as const;
const officer = { id: 'd-1', role: 'data-protection-officer', unit: 'data-protection' } as const;
const notice = (client: string, consentEventId = 'c-1', kind: ConsentEventKind = 'objection') =>
  ({
    client,
    consentEventId,
    kind,
    purpose: 'outreach',
    coveredSource: 'all',
    channel: 'telephone',
  }) as const;

/** Unit-4 is related to Anna for good and was to Bo in 2025; nobody knows who is not one of the two. */
function county() {
  const audit = new MemoryAuditLog();
  const records = new MemoryConsentRecords();
  const erasures = new MemoryErasureRecords();
  const since = { unit: 'unit-4', startedOn: '2025-01-01', recordedOn: '2025-01-01' };
  const ties = new Map([
    [anna, [since]],
    [bo, [{ ...since, endedOn: '2025-12-31' }]],
  ]);
  const relationships = { relationshipsOf: async () => ties };
  return { audited: audit.entries, records, erasures, ports: { records, audit, erasures, relationships } };
}

describe('recording what people say', () => {
  it('keeps each notice with its recorder, and writes it to the audit log', async () => {
    const { ports, records, audited } = county();
    await recordConsents(ports, { requester: officer, notices: [notice(anna), notice(bo)] }, at);
    expect((await records.eventsOf([bo])).get(bo)).toMatchObject([{ recordedBy: 'd-1', sequence: 1 }]);
    expect(audited.map((entry) => entry.kind)).toEqual(['consent-recorded', 'consent-recorded']);
    for (const entry of audited) AuditEntry.parse(entry);
  });

  it('writes nothing to the log from which a pseudonym could be found out but the pseudonym itself', async () => {
    const logs = await Promise.all(
      [anna, nobody].map(async (client) => {
        const { ports, audited } = county();
        await recordConsents(ports, { requester: officer, notices: [notice(client)] }, at);
        const refused = { requester: { ...worker, unit: 'unit-5' }, notices: [notice(client)] };
        await expect(recordConsents(ports, refused, at)).rejects.toThrow();
        return JSON.stringify(audited).replaceAll(client, '…');
      }),
    );
    expect(logs[0]).toBe(logs[1]);
  });

  it('records nothing at all where the requester may not record for one of them', async () => {
    const { ports, records, audited } = county();
    const representative = { id: 'r-1', role: 'client-representative', unit: 'x', represents: anna } as const;
    const both = { requester: representative, notices: [notice(anna), notice(bo)] };
    await expect(recordConsents(ports, both, at)).rejects.toMatchObject({ code: 'access-refused' });
    expect((await records.eventsOf([anna])).get(anna)).toEqual([]);
    expect(audited).toMatchObject([{ kind: 'access', outcome: 'refused', client: bo }]);
    await recordConsents(ports, { ...both, notices: [notice(anna)] }, at);
    expect((await records.eventsOf([anna])).get(anna)).toHaveLength(1);
  });

  it('keeps no personal identity code, wherever it is put', async () => {
    const { ports, audited } = county();
    const code = '010150-999K';
    const asRequester = { requester: { ...worker, id: code }, notices: [notice(anna)] };
    await expect(recordConsents(ports, asRequester, at)).rejects.toThrow('requester.id');
    const asId = { requester: worker, notices: [notice(anna, code)] };
    await expect(recordConsents(ports, asId, at)).rejects.toThrow('consentEventId: holds');
    expect(audited).toEqual([]);
  });

  it('lets a request for erasure be lifted until it is carried out, and not after', async () => {
    const { ports, erasures, records } = county();
    const lifted = (id: string) => ({
      requester: officer,
      notices: [{ ...notice(anna, id), kind: 'erasure-request-lifted', purpose: 'all' } as const],
    });
    await recordConsents(ports, lifted('c-1'), at);
    const erased = { tables: {}, identities: 0, clientMonths: 0, scores: 0, listRows: 0 };
    await erasures.record({ client: anna, at, orderedBy: 'dpo-1', erased, files: [], said: [] });
    await expect(recordConsents(ports, lifted('c-2'), at)).rejects.toMatchObject({ code: 'already-erased' });
    await recordConsents(ports, { requester: worker, notices: [notice(anna, 'c-3')] }, at);
    expect((await records.eventsOf([anna])).get(anna)?.map(({ consentEventId }) => consentEventId)).toEqual([
      'c-1',
      'c-3',
    ]);
  });

  it('takes nothing that is not of its form, whichever edge it came by', async () => {
    const { ports, records, audited } = county();
    for (const wrong of [
      { ...notice(anna), effectiveAt: '+010000-01-01T00:00:00.000Z' },
      { ...notice(anna), kind: 'revoked' },
      { ...notice('anna') },
      { ...notice(anna), document: { id: 'k1', says: 'x' } },
    ])
      await expect(
        recordConsents(ports, { requester: officer, notices: [wrong as never] }, at),
      ).rejects.toMatchObject({ code: 'unusable-recording' });
    const many = Array.from({ length: 10_001 }, (_, place) => notice(anna, `c-${place}`));
    await expect(recordConsents(ports, { requester: officer, notices: many }, at)).rejects.toThrow(
      /^notices: /,
    );
    expect((await records.eventsOf([anna])).get(anna)).toEqual([]);
    expect(audited).toEqual([]);
  });

  it.each([
    ['1900-01-01T00:00:00Z', false],
    ['1999-12-31T23:59:59.999Z', false],
    ['2000-01-01T00:00:00Z', true],
    ['2036-01-01T00:00:00Z', true],
    ['2036-03-02T00:00:00Z', false],
  ])('takes what holds from %s: %s', async (effectiveAt, isTaken) => {
    const { ports } = county();
    const recording = recordConsents(
      ports,
      { requester: officer, notices: [{ ...notice(anna), effectiveAt }] },
      at,
    );
    if (isTaken) await recording;
    else await expect(recording).rejects.toMatchObject({ code: 'consent-out-of-time' });
  });
});

/** Whom a role may record what of, written out again: by how the requester stands to the person. */
const mayRecord = (role: Role, standing: string, kind: ConsentEventKind): boolean => {
  if (role === 'data-protection-officer') return true;
  if (role === 'client-representative') return standing === 'represents';
  return role === 'prevention-worker' && standing === 'related' && !kind.endsWith('-lifted');
};

describe('who may record what of whom, in full', () => {
  const standings: readonly [string, client: string, more: Partial<Requester>][] = [
    ['related', anna, {}],
    ['related until last year', bo, {}],
    ['related to by another unit', anna, { unit: 'unit-5' }],
    ['unknown', nobody, {}],
    ['represents', bo, { represents: bo, unit: 'family' }],
    ['represents another', bo, { represents: nobody, unit: 'family' }],
  ];
  for (const role of Role.options)
    for (const [standing, client, more] of standings)
      it(`${role}, ${standing}`, async () => {
        for (const kind of ConsentEventKind.options) {
          const { ports, records, audited } = county();
          const requester = { id: 'x-1', role, unit: 'unit-4', ...more };
          const recording = recordConsents(ports, { requester, notices: [notice(client, 'c-1', kind)] }, at);
          const kept = async () => (await records.eventsOf([client])).get(client);
          if (mayRecord(role, standing, kind)) {
            await recording;
            expect(await kept()).toHaveLength(1);
            continue;
          }
          await expect(recording, kind).rejects.toMatchObject({ code: 'access-refused' });
          expect(await kept()).toEqual([]);
          expect(audited).toMatchObject([{ kind: 'access', outcome: 'refused', requester: { id: 'x-1' } }]);
          for (const entry of audited) AuditEntry.parse(entry);
        }
      });

  it('is refused in the log also where there is nothing to record', async () => {
    const { ports, audited } = county();
    const planner = { id: 'p-1', role: 'planner', unit: 'unit-4' } as const;
    await expect(recordConsents(ports, { requester: planner, notices: [] }, at)).rejects.toThrow();
    expect(audited).toMatchObject([{ kind: 'access', useCase: 'record-consent', outcome: 'refused' }]);
  });

  it('does not read who is related where the role does not ask for it', async () => {
    const { ports } = county();
    const relationshipsOf = () => {
      throw new Error('not asked');
    };
    const asked = { ...ports, relationships: { relationshipsOf } };
    await recordConsents(asked, { requester: officer, notices: [notice(anna)] }, at);
  });
});
