import middy from '@middy/core';
import { AuditSearch, searchAuditLog } from '../../functions/core/audit/search-audit-log.ts';
import type { AccessPorts } from '../../functions/core/release/access-in-log.ts';
import {
  FaultToSetAside,
  type SetAsidePorts,
  setAsideFault,
} from '../../functions/core/verify/set-aside-fault.ts';
import { validJob } from '../../functions/valid-job.ts';

/** What the audit log says of a person, for the data-protection officer. */
export const auditSearchHandler = (ports: AccessPorts) =>
  middy()
    .use(validJob(AuditSearch))
    .handler((search) => searchAuditLog(ports, search));

/** Something damaged is set aside by the data-protection officer. */
export const setAsideHandler = (ports: SetAsidePorts) =>
  middy()
    .use(validJob(FaultToSetAside))
    .handler((asked) => setAsideFault(ports, asked));
