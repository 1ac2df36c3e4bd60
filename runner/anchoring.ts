import { readFile } from 'node:fs/promises';
import type { AuditEntry } from '../data-contracts/schemas/audit-entry.ts';
import { ObjectAuditLog } from '../functions/adapters/objects/object-audit-log.ts';
import { anchorAuditLog } from '../functions/core/audit/anchor-audit-log.ts';
import type { AnchorStore } from '../functions/core/ports/anchor-store.ts';
import type { Clock } from '../functions/core/ports/clock.ts';
import { folderHome } from '../functions/homes/folder-home.ts';
import { keysOf } from '../functions/homes/folder-home-keys.ts';

/** An audit log that knows whether this process wrote to it. */
export class NotedAuditLog extends ObjectAuditLog {
  isWritten = false;

  override async append(entries: readonly AuditEntry[]): Promise<void> {
    this.isWritten ||= entries.length > 0;
    await super.append(entries);
  }
}

/** Anchors a home's audit log where it has grown since its last anchor; the anchor, where there is a new one. */
export function anchorHome(folder: string, clock: Clock) {
  const home = folderHome(folder);
  return anchorAuditLog(
    {
      audit: new ObjectAuditLog(home.objects('audit')),
      anchors: home.anchors(),
      keys: { anchorKey: async () => (await keysOf(folder)).anchorKey() },
      clock,
    },
    { onlyWhenGrown: true },
  );
}

/** Anchors that somebody has kept: a copy of the file, or lines of it, as they were mailed. */
export const keptAnchors = (file: string): Pick<AnchorStore, 'list'> => ({
  list: async () => {
    const lines = (await readFile(file, 'utf8')).split('\n').map((line) => line.trim());
    return { texts: lines.filter(Boolean), next: 0, remembered: undefined, isExcerpt: true };
  },
});
