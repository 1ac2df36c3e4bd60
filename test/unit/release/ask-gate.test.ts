import { describe, expect, it } from 'vitest';
import { legalBases } from '../../../data-contracts/catalogues/index.ts';
import type { GateQuestion } from '../../../functions/core/release/gate-question.ts';
import { askGate } from '../../../functions/core/release/release-gate.ts';
import { MemoryAuditLog } from '../audit/memory-audit-log.ts';

const requester = { id: 'planner-1', role: 'planner', unit: 'elderly-services' } as const;
const [earlier, later] = ['2026-01-14T09:00:00Z', '2026-01-15T09:00:00Z'];

/** A gate that has been asked later already, and fails when anybody's standing is read. */
async function gateAskedAt(at: string) {
  const audit = new MemoryAuditLog();
  await audit.append([
    { kind: 'access', at: later, requestId: 'a1', requester, useCase: 'ask-cohort', outcome: 'allowed' },
  ]);
  const unread = () => {
    throw new Error('nobody’s standing is read');
  };
  const ports = {
    audit,
    legalBases,
    clock: { now: () => at },
    newId: () => 'a2',
    consentLedger: { eventsOf: unread, clientsHeardSince: unread },
    relationships: { relationshipsOf: unread },
  };
  const ask = (question: Partial<GateQuestion> = {}) =>
    askGate(ports, { useCase: 'ask-cohort', requester, originOf: async () => 'simulated', ...question });
  return { audit, ask };
}

describe('a question to the gate', () => {
  it.each([
    ['clock-set-back', earlier, {}],
    ['identity-code-in-words', later, { words: { reason: 'about 131052-308T' } }],
  ] as const)('is in the log as refused for %s, without what it held', async (reason, at, question) => {
    const { audit, ask } = await gateAskedAt(at);
    await expect(ask(question)).rejects.toThrow(expect.objectContaining({ code: reason }));
    expect(audit.entries.slice(1)).toEqual([
      { kind: 'access', at, requestId: 'a2', requester, useCase: 'ask-cohort', outcome: 'refused', reason },
    ]);
    expect(JSON.stringify(audit.entries)).not.toContain('131052');
  });

  it('of whom an identity code names as the requester is kept nowhere', async () => {
    const { audit, ask } = await gateAskedAt(later);
    const code = 'identity-code-as-requester';
    await expect(ask({ requester: { ...requester, id: '131052-308T' } })).rejects.toThrow(
      expect.objectContaining({ code }),
    );
    expect(audit.entries).toHaveLength(1);
  });
});
