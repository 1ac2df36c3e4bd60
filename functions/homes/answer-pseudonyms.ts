import { AnswerPseudonyms } from '../core/identity/unit-pseudonyms.ts';
import type { HomeSettings } from './environment.ts';
import type { Home } from './home.ts';
import { keysOf } from './keys.ts';

/**
 * The pseudonyms of a home's answers. On AWS the key is opened once for as long as the Lambda lives; a folder's is read
 * anew, as its first deliveries decide which it is.
 */
export function answerPseudonymsOf(settings: HomeSettings, home: Home): () => Promise<AnswerPseudonyms> {
  const open = async () => new AnswerPseudonyms(await (await keysOf(settings, home)).answersKey());
  if (settings.kind === 'folder') return open;
  let opened: Promise<AnswerPseudonyms> | undefined;
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
}
