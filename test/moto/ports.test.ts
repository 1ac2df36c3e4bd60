import { describe } from 'vitest';
import { ObjectAnchors } from '../../functions/adapters/objects/object-anchors.ts';
import { ObjectConsentRecords } from '../../functions/adapters/objects/object-consent-records.ts';
import { ObjectOutreachStore } from '../../functions/adapters/objects/object-outreach-store.ts';
import { examAnchors } from '../contract/anchors/anchors-exam.ts';
import { examAuditLog } from '../contract/audit-log/audit-log-exam.ts';
import { examConsentRecords, examDamagedConsents } from '../contract/consent-ledger/consent-records-exam.ts';
import { examIdentityVault } from '../contract/ingest/identity-vault-exam.ts';
import { examHome } from '../contract/objects/homes-exam.ts';
import { examPublications } from '../contract/objects/publications-exam.ts';
import { examDamagedOutreach, examOutreachStore } from '../contract/outreach/outreach-store-exam.ts';
import { endpoint, newPlace } from './moto.ts';

const open = () => newPlace('county/');

describe.skipIf(!endpoint)('the ports on S3', () => {
  examAuditLog('S3', open);
  examAnchors('S3', async () => {
    const [objects, others] = await open();
    return [new ObjectAnchors(objects), new ObjectAnchors(others)];
  });
  examPublications('S3', open);
  examHome('S3', open);
  examIdentityVault('S3', open);
  examDamagedConsents('S3', open);
  examConsentRecords(
    'S3',
    async () => {
      const [objects, others] = await open();
      return [new ObjectConsentRecords(objects), new ObjectConsentRecords(others)];
    },
    12,
  );
  examDamagedOutreach('S3', open);
  examOutreachStore('S3', async () => {
    const [objects, others] = await open();
    return [new ObjectOutreachStore(objects), new ObjectOutreachStore(others)];
  });
});
