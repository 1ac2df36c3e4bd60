import type { ApiName } from '../../data-contracts/api/index.ts';
import type { Journal } from '../../functions/core/ports/journal.ts';
import type { TokenVerifier } from '../../functions/core/ports/token-verifier.ts';
import { usualClaimNames } from '../../functions/core/sign-in/requester-of-claims.ts';
import type { ApiHandler } from '../../functions/http/api-handler.ts';
import { knowledgeContainer } from '../../functions/knowledge-api/container.ts';
import { knowledgeHandler } from '../../functions/knowledge-api/handler.ts';
import { plannerContainer } from '../../functions/planner-api/container.ts';
import { plannerHandler } from '../../functions/planner-api/handler.ts';
import { preventionContainer } from '../../functions/prevention-api/container.ts';
import { preventionHandler } from '../../functions/prevention-api/handler.ts';
import { rightsContainer } from '../../functions/rights-api/container.ts';
import { rightsHandler } from '../../functions/rights-api/handler.ts';

/** The Lambdas' own handlers and containers on a folder, with this machine's sign-in and journal in place of theirs. */
export async function localApis(
  folder: string,
  own: { readonly verifier: TokenVerifier; readonly journal: Journal },
): Promise<Record<ApiName, ApiHandler>> {
  const home = { kind: 'folder', folder } as const;
  // Nothing is fetched from there: this machine's verifier takes the place of the one that would.
  const nowhere = { issuer: 'http://localhost', audience: 'ennakko', keysUrl: 'http://localhost' };
  const config = { home, tokens: { ...nowhere, claimNames: usualClaimNames } };
  return {
    'planner-api': plannerHandler({ ...(await plannerContainer(config)), ...own }),
    'prevention-api': preventionHandler({ ...(await preventionContainer(config)), ...own }),
    'knowledge-api': knowledgeHandler({ ...(await knowledgeContainer(config)), ...own }),
    'rights-api': rightsHandler({ ...(await rightsContainer(config)), ...own }),
  };
}
