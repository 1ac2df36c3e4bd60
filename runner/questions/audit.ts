import middy from '@middy/core';
import { AuditSearch, searchAuditLog } from '../../functions/core/audit/search-audit-log.ts';
import type { AccessPorts } from '../../functions/core/release/access-in-log.ts';
import { validJob } from '../../functions/valid-job.ts';

/** What the audit log says of a person, for the data-protection officer. */
export const auditSearchHandler = (ports: AccessPorts) =>
  middy()
    .use(validJob(AuditSearch))
    .handler((search) => searchAuditLog(ports, search));
