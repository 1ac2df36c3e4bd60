import type { LambdaName } from '../../data-contracts/vocabularies/lambdas.ts';
import { JoseTokenVerifier } from '../adapters/jose/jose-token-verifier.ts';
import { PowertoolsJournal } from '../adapters/powertools/powertools-journal.ts';
import type { TokenSettings } from './environment.ts';
import { newId, systemClock } from './system.ts';

/** What every API stands on, whatever its home: whose tokens hold, the clock, ids and the journal. */
export const apiParts = (name: LambdaName, { issuer, audience, keysUrl, claimNames }: TokenSettings) => ({
  verifier: JoseTokenVerifier.withKeysAt({ issuer, audience }, keysUrl, systemClock),
  claimNames,
  clock: systemClock,
  newId,
  journal: new PowertoolsJournal(name),
});
