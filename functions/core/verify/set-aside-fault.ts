import { z } from 'zod';
import { FaultSetAsideEntry, type SetAside } from '../../../data-contracts/schemas/audit-entry.ts';
import { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { ConsentKeeping } from '../ports/consent-records.ts';
import { type AccessPorts, accessInLog } from '../release/access-in-log.ts';
import { refuseIdentityCodes } from '../release/no-identity-codes.ts';
import { type ConsentFault, consentFaults, setAsideOf } from './consent-faults.ts';
import { instantsAhead } from './instants-ahead.ts';

export const FaultToSetAside = z.object({
  requester: Requester,
  /** As `verify` names it. */
  faultId: FaultSetAsideEntry.shape.faultId,
  /** Why, in words without identity codes. */
  reason: FaultSetAsideEntry.shape.reason,
});
export type FaultToSetAside = z.infer<typeof FaultToSetAside>;

export interface SetAsidePorts extends AccessPorts {
  readonly records: ConsentKeeping;
}

/** Nothing is damaged by that name, or it has been set aside, or it is another damage by now. */
export class NoSuchFault extends Error {
  readonly code = 'no-such-fault';
}

/**
 * A data-protection officer has looked at a damage that `verify` names, and sets exactly that aside: the log says so
 * for good, and `verify` tells of it as set aside from then on. Of consents, what the log has as recorded counts
 * again, or whatever permits least; of instants, the gate passes over them, and over what they dated in the ledger.
 * @throws AccessRefused, IdentityCodeInWords, NoSuchFault
 */
export async function setAsideFault(
  ports: SetAsidePorts,
  { requester, faultId, reason }: FaultToSetAside,
): Promise<SetAside> {
  refuseIdentityCodes({ reason, faultId });
  await accessInLog(ports, requester, 'set-aside-fault');
  const now = ports.clock.now();
  const inLog = async (id: string, fault: SetAside) => {
    const at = ports.clock.now();
    const requestId = ports.newId();
    await ports.audit.append([
      { kind: 'fault-set-aside', at, requestId, requester, faultId: id, fault, reason },
    ]);
    return fault;
  };
  const ofConsent = async (found: ConsentFault) => {
    const aside = setAsideOf(found, { now, officer: requester.id });
    await inLog(found.id, aside);
    await ports.records.setAside(aside);
    return aside;
  };
  const damaged = (await ports.audit.verify()).faults.find(({ id, setAside }) => id === faultId && !setAside);
  if (damaged) return inLog(faultId, { of: 'audit-lines', line: damaged.line, through: damaged.through });
  const consents: ConsentFault[] = [];
  for await (const found of consentFaults(ports.audit, ports.records, now)) consents.push(found);
  const consent = consents.find(({ id }) => id === faultId);
  if (consent) return ofConsent(consent);
  const ahead = (await instantsAhead(ports.audit, now)).find(
    ({ id, setAside }) => id === faultId && !setAside,
  );
  if (!ahead) throw new NoSuchFault('fault: there is none by that name that has not been set aside');
  // The gate opens with the last line: by then nothing that anybody said waits for the instant of that clock.
  for (const found of consents) if (found.code === 'consent-instant-ahead') await ofConsent(found);
  return inLog(faultId, { of: 'audit-instants', line: ahead.line, through: ahead.through });
}
