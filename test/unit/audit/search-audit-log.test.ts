import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectAuditLog } from '../../../functions/adapters/objects/object-audit-log.ts';
import { searchAuditLog } from '../../../functions/core/audit/search-audit-log.ts';
import { requestCohort } from '../../../functions/core/cohort/request-cohort.ts';
import { openOutreachList } from '../../../functions/core/outreach/open-outreach-list.ts';
import { clientOf, request, smallCounty } from '../cohort/small-county.ts';
import { smallTeam, worker } from '../outreach/small-team.ts';
import { MemoryAuditLog } from './memory-audit-log.ts';

const officer = { id: 'dpo-1', role: 'data-protection-officer', unit: 'data-protection' } as const;
const search = { client: clientOf(3), requester: officer };
const clock = { now: () => '2025-06-01T12:00:00.000Z' };
const newId = () => 'a-1';

describe('searching the audit log by person', () => {
  it('finds every line of the person, and nothing of anybody else', async () => {
    const team = smallTeam();
    const { list } = await team.make([1, 2, 3, 4]);
    await openOutreachList(team.ports, { listId: list.listId, requester: worker, language: 'fi' });
    const lines = await searchAuditLog({ ...team.ports, clock }, search);
    expect(lines.map(({ entry }) => ('useCase' in entry ? entry.useCase : entry.kind))).toEqual([
      'make-outreach-list',
      'open-outreach-list',
      'search-audit-log',
    ]);
    const text = JSON.stringify(lines);
    expect(text).toContain(clientOf(3));
    for (const other of [1, 2, 4]) expect(text).not.toContain(clientOf(other));
  });

  it('is the data-protection officer’s, and is in the log itself', async () => {
    const audit = new MemoryAuditLog();
    for (const role of [
      'planner',
      'prevention-worker',
      'knowledge-manager',
      'client-representative',
    ] as const) {
      const requester = { id: 'x', role, unit: 'u', represents: search.client };
      await expect(searchAuditLog({ audit, clock, newId }, { ...search, requester })).rejects.toMatchObject({
        code: 'access-refused',
      });
    }
    await searchAuditLog({ audit, clock, newId }, search);
    expect(audit.entries.map((entry) => entry.kind === 'access' && entry.outcome)).toEqual([
      'refused',
      'refused',
      'refused',
      'refused',
      'allowed',
    ]);
  });

  it('answers from what is as it was written, and leaves out what was changed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ennakko-search-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const audit = new ObjectAuditLog(new FolderObjects(folder));
    const entry = (at: string): AuditEntry => ({
      kind: 'access',
      at,
      requestId: 'r-1',
      requester: officer,
      useCase: 'search-audit-log',
      outcome: 'allowed',
      client: clientOf(3),
    });
    await audit.append([entry('2025-01-01T00:00:00Z')]);
    await audit.append([entry('2025-01-02T00:00:00Z')]);
    expect(await searchAuditLog({ audit, clock, newId }, search)).toHaveLength(3);
    const first = join(folder, readdirSync(folder).sort()[0] as string);
    writeFileSync(first, readFileSync(first, 'utf8').replace('dpo-1', 'dpo-2'));
    const found = await searchAuditLog({ audit, clock, newId }, search);
    expect(found.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect((await audit.verify()).damage).toEqual({ code: 'changed', line: 1 });
  });
});

describe('a clock that was set back', () => {
  const back = '2025-05-31T09:00:00Z';

  it('releases nobody until it is right again', async () => {
    const county = smallCounty();
    await requestCohort(county.ports, request(), { at: '2025-06-01T09:00:00Z', requestId: 'r-1' });
    await expect(
      requestCohort(county.ports, request(), { at: back, requestId: 'r-2' }),
    ).rejects.toMatchObject({ code: 'clock-set-back' });
    await requestCohort(county.ports, request(), { at: '2025-06-01T09:00:01Z', requestId: 'r-3' });
  });

  it('may be asked as of an earlier instant, which moves nothing', async () => {
    const county = smallCounty();
    const future = { at: '2030-01-01T00:00:00Z', requestId: 'r-1', isAsOf: true } as const;
    await requestCohort(county.ports, request(), future);
    await requestCohort(county.ports, request(), { at: '2025-06-01T09:00:00Z', requestId: 'r-2' });
    expect(await county.ports.audit.lastInstant()).toBe('2025-06-01T09:00:00Z');
  });

  it('releases no list, and hides no withdrawal that was recorded before it', async () => {
    const team = smallTeam();
    const { list } = await team.make([1, 2, 3, 4]);
    team.wait(60);
    await team.object(3);
    team.wait(-60);
    const opened = await openOutreachList(team.ports, {
      listId: list.listId,
      requester: worker,
      language: 'fi',
    });
    expect(opened.rows.map(({ familyName }) => familyName)).not.toContain('Family3');
    team.wait(-600);
    await expect(
      openOutreachList(team.ports, { listId: list.listId, requester: worker, language: 'fi' }),
    ).rejects.toMatchObject({ code: 'clock-set-back' });
  });
});
