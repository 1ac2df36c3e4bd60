import { createHash } from 'node:crypto';
import type { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import { MemoryObjects } from '../../../functions/adapters/objects/memory-objects.ts';
import { ObjectAuditLog } from '../../../functions/adapters/objects/object-audit-log.ts';
import { keysUnder, type ObjectStore } from '../../../functions/adapters/objects/object-store.ts';
import { anchorText } from '../../../functions/core/audit/anchor.ts';
import { anchorAuditLog } from '../../../functions/core/audit/anchor-audit-log.ts';
import { verifyAgainstAnchors } from '../../../functions/core/audit/anchor-check.ts';
import type { AnchorStore, HomeMemory } from '../../../functions/core/ports/anchor-store.ts';

export const seedOf = (name: string) => createHash('sha256').update(`a seed of tests: ${name}`).digest();

/** A line of the log: somebody opened something. */
export const accessOf = (id: string, at: string): AuditEntry => ({
  kind: 'access',
  at,
  requestId: 'r-1',
  requester: { id, role: 'planner', unit: 'planning' },
  useCase: 'read-model-card',
  outcome: 'allowed',
});

/** A log in memory and its anchors as texts that a test may tamper with, with a clock that it sets. */
export function anchoredLog({ seed = seedOf('home'), audit = new MemoryObjects() as ObjectStore } = {}) {
  const texts: string[] = [];
  const state = { now: '2026-11-02T09:00:00.000Z', seed, remembered: undefined as HomeMemory | undefined };
  const anchors: AnchorStore = {
    list: async () => ({ texts: [...texts], next: texts.length + 1, remembered: state.remembered }),
    publish: async (next, anchor) => {
      if (next !== texts.length + 1) return false;
      texts.push(anchorText(anchor));
      return true;
    },
  };
  const log = new ObjectAuditLog(audit);
  const ports = {
    audit: log,
    anchors,
    keys: { anchorKey: async () => state.seed },
    clock: { now: () => state.now },
  };
  return {
    audit,
    texts,
    state,
    anchors,
    write: (...ids: string[]) => log.append(ids.map((id) => accessOf(id, state.now))),
    anchor: () => anchorAuditLog(ports, { onlyWhenGrown: true }),
    verify: (mostLines?: number) => verifyAgainstAnchors(new ObjectAuditLog(audit), anchors, mostLines),
    codes: async (mostLines?: number) => {
      const { damage, anchored } = await verifyAgainstAnchors(new ObjectAuditLog(audit), anchors, mostLines);
      return [...(damage ? [damage.code] : []), ...anchored.findings.map(({ code }) => code)];
    },
  };
}

/** Writes a log anew from entries that somebody would rather see, every hash and the head made to fit. */
export async function rewrite(
  audit: ObjectStore,
  change: (entries: AuditEntry[]) => readonly AuditEntry[],
): Promise<void> {
  const pieces: AuditEntry[][] = [];
  for (const key of (await keysUnder(audit, '')).filter((one) => one.endsWith('.jsonl'))) {
    const text = Buffer.from((await audit.get(key))!.content).toString();
    const lines = text.trimEnd().split('\n');
    pieces.push(lines.map((line) => (JSON.parse(line) as { entry: AuditEntry }).entry));
  }
  await audit.remove(await keysUnder(audit, ''));
  const log = new ObjectAuditLog(audit);
  for (const entry of change(pieces.flat())) await log.append([entry]);
}
