import { localObjects } from '../objects/local-objects.ts';
import { examAuditLog } from './audit-log-exam.ts';
import { examDamagedLog } from './damaged-log-exam.ts';

for (const [name, open] of Object.entries(localObjects)) {
  examAuditLog(name, open);
  examDamagedLog(name, open, name === 'memory' ? 1 : 37);
}
