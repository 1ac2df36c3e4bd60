import { programmes } from '../../data-contracts/programmes/index.ts';
import { wordReason } from '../adapters/intl/intl-wording.ts';
import { ObjectOutreachStore } from '../adapters/objects/object-outreach-store.ts';
import { pseudonymOfPerson } from '../core/ingest/person-to-pseudonym.ts';
import { requireProgramme } from '../core/require-programme.ts';
import { apiParts } from '../homes/api-parts.ts';
import { gateOf } from '../homes/gate.ts';
import { keysOf, vaultOf } from '../homes/identities.ts';
import { openHome } from '../homes/open-home.ts';
import type { Config } from './config.ts';
import type { RightsContainer } from './handler.ts';

export async function rightsContainer({ home: settings, tokens }: Config): Promise<RightsContainer> {
  const home = await openHome(settings);
  const parts = apiParts('rights-api', tokens);
  const gate = gateOf(home);
  return {
    ...parts,
    consentPorts: gate,
    documentPorts: async () => ({
      ...gate,
      ...parts,
      held: home.tables().heldData(Object.keys(programmes)),
      vault: vaultOf(home),
      store: new ObjectOutreachStore(home.objects('outreach')),
      programmeOf: requireProgramme,
      wordReason,
    }),
    pseudonymiser: async () => {
      const key = await (await keysOf(settings, home)).pseudonymKey();
      return (identifier) => pseudonymOfPerson(identifier, key);
    },
  };
}
