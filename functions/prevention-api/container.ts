import { wordFirstCall, wordNamedReason } from '../../wording/word-reason.ts';
import { ObjectKeptAnswers } from '../adapters/objects/object-kept-answers.ts';
import { ObjectOutreachStore } from '../adapters/objects/object-outreach-store.ts';
import { IdentityRegister } from '../core/identity/identity-register.ts';
import { unitNameFrom } from '../core/outreach/named-units.ts';
import { apiParts } from '../homes/api-parts.ts';
import { gateOf, legalBasesIn, peopleNowIn, unitNamesIn } from '../homes/gate.ts';
import { interventionsIn } from '../homes/interventions.ts';
import { keysOf } from '../homes/keys.ts';
import { openHome } from '../homes/open-home.ts';
import { vaultOf } from '../homes/vault.ts';
import type { Config } from './config.ts';
import type { PreventionContainer } from './handler.ts';

export async function preventionContainer({ home: settings, tokens }: Config): Promise<PreventionContainer> {
  const home = await openHome(settings);
  const parts = apiParts('prevention-api', tokens);
  const followPorts = async () => ({
    ...gateOf(home),
    ...parts,
    store: new ObjectOutreachStore(home.objects('outreach')),
    legalBases: await legalBasesIn(home),
  });
  return {
    ...parts,
    audit: gateOf(home).audit,
    answers: new ObjectKeptAnswers(home.objects('answers')),
    followPorts,
    notePorts: async () => ({ ...(await followPorts()), keys: await keysOf(settings, home) }),
    openPorts: async () => ({
      ...(await followPorts()),
      identities: new IdentityRegister(vaultOf(home), await keysOf(settings, home), peopleNowIn(home)),
      keys: await keysOf(settings, home),
      unitName: unitNameFrom(() => unitNamesIn(home)),
      wordReason: wordNamedReason,
      wordFirstCall,
      interventionName: (await interventionsIn(home)).interventionName,
    }),
  };
}
