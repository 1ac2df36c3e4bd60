import { join } from 'node:path';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectAuditLog } from '../../../functions/adapters/objects/object-audit-log.ts';
import { ObjectConsentRecords } from '../../../functions/adapters/objects/object-consent-records.ts';
import { ObjectErasureRecords } from '../../../functions/adapters/objects/object-erasure-records.ts';
import { ObjectOutreachStore } from '../../../functions/adapters/objects/object-outreach-store.ts';
import { recordConsents } from '../../../functions/core/consent/record-consent.ts';
import { recordOutcome } from '../../../functions/core/outreach/follow-outreach-list.ts';

/**
 * Records consents and outcomes in a home for as long as it lives, and says after each, in a line, which it has.
 * It begins again with the ids it is told that it was not heard to have acknowledged.
 */
const [home, listId, first] = process.argv.slice(2) as [string, string, string];
const audit = new ObjectAuditLog(new FolderObjects(join(home, 'audit')));
const records = new ObjectConsentRecords(new FolderObjects(join(home, 'consents')));
const store = new ObjectOutreachStore(new FolderObjects(join(home, 'outreach')));
const clock = { now: () => new Date().toISOString() };
const worker = { id: 'w-1', role: 'prevention-worker', unit: 'unit-4' } as const;
let ids = 0;
const related = { unit: 'unit-4', startedOn: '2020-01-01', recordedOn: '2020-01-01' };
const ports = {
  audit,
  records,
  store,
  clock,
  newId: () => `${process.pid}-${ids++}`,
  legalBases: [],
  erasures: new ObjectErasureRecords(new FolderObjects(join(home, 'erasures'))),
  consentLedger: records,
  relationships: {
    relationshipsOf: async (clients: readonly string[]) =>
      new Map(clients.map((client) => [client, [related]])),
  },
};

for (let number = Number(first); ; number += 1) {
  const client = String(number % 7).repeat(32);
  const notice = {
    client,
    kind: 'objection',
    purpose: 'outreach',
    coveredSource: 'all',
    channel: 'visit',
  } as const;
  const notices = [{ ...notice, consentEventId: `c-${number}` }];
  await recordConsents(ports, { requester: worker, notices }, clock.now());
  process.stdout.write(`c-${number}\n`);
  const outcome = { listId, row: 1 + (number % 7), outcome: 'declined', eventId: `o-${number}` } as const;
  await recordOutcome(ports, { ...outcome, objects: number % 3 === 0, requester: worker });
  process.stdout.write(`o-${number}\n`);
}
