import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import { ObjectAuditLog } from '../../../functions/adapters/objects/object-audit-log.ts';
import { folderOf, keysUnder } from '../../../functions/adapters/objects/object-store.ts';
import type { AuditLog } from '../../../functions/core/ports/audit-log.ts';
import type { OpenObjects } from '../objects/local-objects.ts';

const requester = { id: 'w-1', role: 'planner', unit: 'unit-1' } as const;
export const entry = (requestId: string): AuditEntry => ({
  kind: 'release-decisions',
  at: '2025-06-01T09:00:00Z',
  requestId,
  requester,
  purpose: 'planning',
  decisions: [
    ['0123456789abcdef0123456789abcdef', 'released'],
    ['f123456789abcdef0123456789abcdef', ['objection']],
  ],
});

async function threePieces(log: AuditLog) {
  await log.append([entry('r1'), entry('r2')]);
  await log.append([entry('r3')]);
  await log.append([entry('r4'), entry('r5')]);
}

/** What every audit log of objects passes, damaged or not. */
export function examAuditLog(name: string, open: OpenObjects) {
  describe(`an audit log, ${name}`, () => {
    const logged = async () => {
      const [objects, others] = await open();
      const log = new ObjectAuditLog(objects);
      await threePieces(log);
      const contents = new Map<string, Buffer>();
      for (const key of await keysUnder(objects, ''))
        contents.set(key, Buffer.from((await objects.get(key))!.content));
      const restore = async () => {
        for (const [key, content] of contents) await objects.put(key, content);
      };
      const pieces = [...contents.keys()].filter((key) => key.endsWith('.jsonl'));
      const damage = async () => (await new ObjectAuditLog(others).verify()).damage;
      return { objects, log, damage, pieces, contents, restore };
    };

    it('is in order when empty, and after every append', async () => {
      const [objects, others] = await open();
      const log = new ObjectAuditLog(objects);
      expect(await log.verify()).toMatchObject({ lines: 0, damage: undefined });
      await log.append([]);
      expect(await keysUnder(objects, '')).toEqual([]);
      await log.append([entry('r1'), entry('r2')]);
      await new ObjectAuditLog(others).append([entry('r3')]);
      expect(await log.verify()).toMatchObject({ lines: 3, damage: undefined });
      const ids: string[] = [];
      for await (const line of log.lines()) ids.push((line.entry as { requestId: string }).requestId);
      expect(ids).toEqual(['r1', 'r2', 'r3']);
    });

    it('gives its latest instant, questions as of another instant left aside', async () => {
      const [objects] = await open();
      const log = new ObjectAuditLog(objects);
      expect(await log.lastInstant()).toBeUndefined();
      await log.append([entry('r1')]);
      expect(await log.lastInstant()).toBe('2025-06-01T09:00:00Z');
      await log.append([{ ...entry('r2'), at: '2020-01-01T00:00:00Z', isAsOf: true } as AuditEntry]);
      expect(await log.lastInstant()).toBe('2025-06-01T09:00:00Z');
    });

    it('keeps each append in one piece when many write at once', async () => {
      const [objects, others] = await open();
      const logs = Array.from({ length: 8 }, (_, at) => new ObjectAuditLog(at % 2 ? objects : others));
      await logs[0]?.append([entry('first')]);
      await Promise.all(logs.map((log, at) => log.append([entry(`a${at}`), entry(`b${at}`)])));
      expect((await logs[0]!.verify()).damage).toBeUndefined();
      const keys = (await keysUnder(objects, '')).filter((key) => key.endsWith('.jsonl'));
      expect(keys).toHaveLength(9);
      for (const key of keys.slice(1)) {
        const lines = Buffer.from((await objects.get(key))!.content)
          .toString()
          .trim()
          .split('\n');
        const [a, b] = lines.map((line) => JSON.parse(line).entry.requestId as string);
        expect(b?.slice(1)).toBe(a?.slice(1));
      }
    });

    it('finds any byte changed, anywhere', async () => {
      const { objects, damage, pieces, contents } = await logged();
      for (const key of pieces) {
        const content = contents.get(key)!;
        for (let at = 0; at < content.length; at += 61) {
          const changed = Buffer.from(content);
          changed[at] = (changed[at] ?? 0) ^ 1;
          await objects.put(key, changed);
          expect(await damage(), `${key} byte ${at}`).toBeDefined();
        }
        await objects.put(key, content);
      }
      expect(await damage()).toBeUndefined();
    });

    it('finds what was written anew with hashes that fit one another', async () => {
      const { objects, damage, pieces } = await logged();
      const other = folderOf(objects, 'other');
      await new ObjectAuditLog(other).append([entry('x1'), entry('x2')]);
      await objects.put(pieces[0]!, (await other.get(pieces[0]!))!.content);
      await objects.remove(await keysUnder(objects, 'other/'));
      expect(await damage()).toEqual({ code: 'chain-broken', line: 3 });
    });

    it('finds a piece missing from the middle and from the end, and a line missing from a piece', async () => {
      const { objects, damage, pieces, contents, restore } = await logged();
      const [, second = '', last = ''] = pieces;
      await objects.remove([second]);
      expect(await damage()).toMatchObject({ code: 'out-of-order', line: 3 });
      await restore();
      await objects.remove([last]);
      expect(await damage()).toMatchObject({ code: 'shortened', line: 4 });
      await restore();
      const text = contents.get(last)!.toString();
      const put = (changed: string) => objects.put(last, Buffer.from(changed));
      await put(text.slice(0, text.indexOf('\n') + 1));
      expect(await damage()).toMatchObject({ code: 'shortened', line: 5 });
      await put(text.slice(0, -20));
      expect(await damage()).toMatchObject({ code: 'not-a-line', line: 5 });
      await restore();
      await objects.remove(['head.json']);
      expect(await damage()).toMatchObject({ code: 'head-unreadable' });
    });

    it('finds two lines that have changed places', async () => {
      const { objects, damage, pieces, contents } = await logged();
      const [a, b] = contents.get(pieces[0]!)!.toString().trim().split('\n');
      await objects.put(pieces[0]!, Buffer.from(`${b}\n${a}\n`));
      expect(await damage()).toEqual({ code: 'out-of-order', line: 1 });
    });

    it('goes on after a crash at any step of an append, with nothing torn in the log', async () => {
      const { objects, log, damage, contents } = await logged();
      await objects.put('a-draft-cut-short.part', Buffer.from('{"line":6,"previous":"'));
      expect(await damage()).toBeUndefined();
      await log.append([entry('r6')]);
      await objects.put('head.json', contents.get('head.json')!);
      expect(await damage()).toBeUndefined();
      await log.append([entry('r7')]);
      expect(await log.verify()).toMatchObject({ lines: 7, damage: undefined });
      expect(await log.lastInstant()).toBe('2025-06-01T09:00:00Z');
    });

    it('goes on from a head of an earlier version, which does not say where the last piece begins', async () => {
      const { objects, log, contents } = await logged();
      const { pieceFrom, ...earlier } = JSON.parse(contents.get('head.json')!.toString());
      expect(pieceFrom).toBe(4);
      await objects.put('head.json', Buffer.from(`${JSON.stringify(earlier)}\n`));
      await log.append([entry('r6')]);
      expect(await log.verify()).toMatchObject({ lines: 6, damage: undefined });
    });
  });
}
