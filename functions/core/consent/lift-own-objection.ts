import { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { ConsentLedger } from '../ports/consent-ledger.ts';
import { consentAsOf } from '../release/consent-as-of.ts';
import type { LogFirstPorts } from './log-first.ts';
import { keepConsent } from './record-consent.ts';

/** What an objection told over the telephone, and taking it back, is of. */
export const ofOutreach = { purpose: 'outreach', coveredSource: 'all', channel: 'telephone' } as const;

/** An objection to outreach that was recorded by a slip of the hand, and the ids of it and of its contrary. */
export interface OwnObjection {
  readonly client: string;
  readonly objection: string;
  readonly lifting: string;
}

/**
 * Lifts an objection to outreach that was never made, for whoever has settled that the requester may: the ledger takes
 * its contrary, and keeps both. Where the person objects by what was said elsewhere too, that no stands.
 */
export async function liftOwnObjection(
  ports: LogFirstPorts & { readonly consentLedger: ConsentLedger },
  requester: Requester,
  { client, objection, lifting }: OwnObjection,
  at: string,
): Promise<void> {
  const said = (await ports.consentLedger.eventsOf([client])).get(client);
  if (!said) return;
  const elsewhere = consentAsOf(
    said.filter(({ consentEventId }) => consentEventId !== objection),
    at,
  );
  if (DataSource.options.some((source) => elsewhere.holds('objection', 'outreach', source))) return;
  const told = { client, consentEventId: lifting, kind: 'objection-lifted', ...ofOutreach } as const;
  await keepConsent(ports, requester, told, at);
}
