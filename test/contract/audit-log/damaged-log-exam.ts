import { describe, expect, it } from 'vitest';
import type { AuditEntry, SetAside } from '../../../data-contracts/schemas/audit-entry.ts';
import { ObjectAuditLog } from '../../../functions/adapters/objects/object-audit-log.ts';
import { keysUnder, type ObjectStore, textOf } from '../../../functions/adapters/objects/object-store.ts';
import type { AuditFault } from '../../../functions/core/ports/audit-log.ts';
import type { OpenObjects } from '../objects/local-objects.ts';
import { entry } from './audit-log-exam.ts';

const officer = { id: 'dpo-1', role: 'data-protection-officer', unit: 'dp' } as const;

export const setAside = (faultId: string, fault: SetAside): AuditEntry => ({
  kind: 'fault-set-aside',
  at: '2025-06-02T09:00:00Z',
  requestId: 's-1',
  requester: officer,
  faultId,
  fault,
  reason: 'a disk that lost power',
});

const linesOf = ({ line, through }: AuditFault): SetAside => ({ of: 'audit-lines', line, through });

/** What every audit log of objects does once something in it is not as it was written. */
export function examDamagedLog(name: string, open: OpenObjects, everySoManyBytes = 1) {
  describe(`a damaged audit log, ${name}`, () => {
    const logged = async () => {
      const [objects] = await open();
      const log = new ObjectAuditLog(objects);
      await log.append([entry('r1'), entry('r2')]);
      await log.append([entry('r3')]);
      const keys = await keysUnder(objects, '');
      const before = new Map<string, Buffer>();
      for (const key of keys) before.set(key, Buffer.from((await objects.get(key))!.content));
      const restore = async () => {
        await objects.remove((await keysUnder(objects, '')).filter((key) => !before.has(key)));
        for (const [key, content] of before) await objects.put(key, content);
      };
      return { objects, log, before, restore };
    };
    const idsIn = async (log: ObjectAuditLog) => {
      const ids: string[] = [];
      for await (const line of log.lines()) ids.push((line.entry as { requestId?: string }).requestId ?? '');
      return ids;
    };
    const lastPiece = '000000000003.jsonl';

    /** The log goes on, keeps saying what was found, under the same name, and says it still when it is set aside. */
    async function goesOn(objects: ObjectStore, what: string) {
      const log = new ObjectAuditLog(objects);
      const found = (await log.verify()).faults;
      expect(found.length, what).toBeGreaterThan(0);
      await log.append([entry('r4'), entry('r5')]);
      await log.append([entry('r6')]);
      const after = await log.verify();
      expect(after.damage, what).toBeDefined();
      expect(
        after.faults.map(({ id }) => id),
        what,
      ).toEqual(found.map(({ id }) => id));
      expect((await idsIn(log)).slice(-3), what).toEqual(['r4', 'r5', 'r6']);
      for (const fault of after.faults) await log.append([setAside(fault.id, linesOf(fault))]);
      const ended = await log.verify();
      expect(ended.damage, what).toBeUndefined();
      expect(ended.faults, what).toMatchObject(after.faults.map(() => ({ setAside: { by: 'dpo-1' } })));
      return after.faults;
    }

    it('goes on behind a last piece that is cut short or changed at any byte, and forgets neither', async () => {
      const { objects, before, restore } = await logged();
      const content = before.get(lastPiece)!;
      for (let at = 0; at < content.length; at += everySoManyBytes) {
        await objects.put(lastPiece, content.subarray(0, at));
        await goesOn(objects, `cut at ${at}`);
        await restore();
        const changed = Buffer.from(content);
        changed[at] = (changed[at] ?? 0) ^ 4;
        await objects.put(lastPiece, changed);
        await goesOn(objects, `changed at ${at}`);
        await restore();
      }
    }, 60_000);

    it('goes on where its last piece, its head, or both are gone or hold something else', async () => {
      const { objects, restore } = await logged();
      const spoilings = [
        () => objects.remove([lastPiece]),
        () => objects.remove(['head.json']),
        () => objects.put('head.json', Buffer.from('{"lines":')),
        () => objects.put('head.json', Buffer.from('{"lines":-1,"hash":"x"}')),
        () => objects.remove([lastPiece, 'head.json']),
        () => objects.put(lastPiece, Buffer.from('')),
        () => objects.put(lastPiece, Buffer.from('\n\n{}\n[1]\nnull\n"text"\n')),
        () => objects.put('000000000007.jsonl', Buffer.from('{}')),
        async () => objects.put(lastPiece, Buffer.from((await textOf(objects, '000000000001.jsonl'))!)),
      ];
      for (const spoil of spoilings) {
        await spoil();
        await goesOn(objects, spoil.toString());
        await restore();
      }
    });

    it('tells apart what was set aside from what was done to the same place later', async () => {
      const { objects, before, log } = await logged();
      const content = before.get(lastPiece)!;
      await objects.put(lastPiece, content.subarray(0, 40));
      const [fault] = await goesOn(objects, 'cut');
      await objects.put(lastPiece, content.subarray(0, 30));
      expect((await log.verify()).damage).toMatchObject({ line: 3 });
      await objects.put(lastPiece, content);
      const restored = (await log.verify()).faults.find(({ setAside: by }) => !by);
      expect(restored).toMatchObject({ code: 'not-as-found', line: 3 });
      expect(restored?.id).not.toBe(fault?.id);
      await objects.remove([lastPiece]);
      expect((await log.verify()).damage).toBeDefined();
    });

    it('names a piece in its middle, and goes on reading behind it', async () => {
      const { objects, log } = await logged();
      const first = '000000000001.jsonl';
      await objects.put(first, Buffer.from((await textOf(objects, first))!.replace('r1', 'r9')));
      expect(await log.verify()).toMatchObject({ faults: [{ code: 'changed', line: 1 }] });
      expect(await idsIn(log)).toEqual(['r2', 'r3']);
      await objects.remove([first]);
      expect(await log.verify()).toMatchObject({ faults: [{ code: 'out-of-order', line: 1, through: 2 }] });
      expect(await idsIn(log)).toEqual(['r3']);
    });

    it('is set aside by nobody but a data-protection officer', async () => {
      const { objects, log } = await logged();
      await objects.remove([lastPiece]);
      const { faults } = await log.verify();
      const line = {
        ...setAside(faults[0]!.id, linesOf(faults[0]!)),
        requester: { ...officer, role: 'planner' },
      };
      await log.append([line as AuditEntry]);
      expect((await log.verify()).damage).toBeDefined();
    });

    it('lets two that go on at once say once what was found', async () => {
      const { objects, before } = await logged();
      await objects.put(lastPiece, before.get(lastPiece)!.subarray(0, 40));
      const logs = Array.from({ length: 6 }, () => new ObjectAuditLog(objects));
      await Promise.all(logs.map((log, place) => log.append([entry(`a${place}`)])));
      const kinds: string[] = [];
      for await (const line of logs[0]!.lines()) kinds.push(line.entry.kind);
      expect(kinds.filter((kind) => kind === 'audit-damage-found')).toHaveLength(1);
      expect(kinds).toHaveLength(2 + 1 + 6);
      expect((await logs[0]!.verify()).faults).toHaveLength(1);
    });

    it('writes nothing that it could not read', async () => {
      const { objects, log } = await logged();
      const keys = await keysUnder(objects, '');
      for (const at of ['+010000-01-01T00:00:00.000Z', '9999-12-31T00:00:00Z', 'yesterday'])
        await expect(log.append([entry('r4'), { ...entry('r5'), at }])).rejects.toMatchObject({
          code: 'would-not-be-read',
        });
      expect(await keysUnder(objects, '')).toEqual(keys);
    });

    it('passes over instants that were set aside, and over no others', async () => {
      const { log } = await logged();
      await log.append([
        { ...entry('r4'), at: '2035-06-01T09:00:00Z' },
        { ...entry('r5'), at: '2035-06-01T09:01:00Z' },
      ]);
      await log.append([{ ...entry('r6'), at: '2025-06-01T10:00:00Z' }]);
      expect(await log.lastInstant()).toBe('2035-06-01T09:01:00Z');
      await log.append([setAside('instants-4', { of: 'audit-instants', line: 4, through: 4 })]);
      expect(await log.lastInstant()).toBe('2035-06-01T09:01:00Z');
      await log.append([setAside('instants-5', { of: 'audit-instants', line: 5, through: 5 })]);
      expect(await log.lastInstant()).toBe('2025-06-02T09:00:00Z');
      await log.append([{ ...entry('r7'), at: '2025-06-03T09:00:00Z' }]);
      expect(await log.lastInstant()).toBe('2025-06-03T09:00:00Z');
    });
  });
}
