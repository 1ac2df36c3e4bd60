import { AnswerPseudonyms } from '../core/identity/unit-pseudonyms.ts';
import type { HomeSettings } from './environment.ts';
import { peopleNowIn } from './gate.ts';
import type { Home } from './home.ts';
import { keysOf } from './keys.ts';

/**
 * The pseudonyms of a home's answers. On AWS the key is opened once for as long as the Lambda lives; a folder's is read
 * anew, as its first deliveries decide which it is.
 */
export function answerPseudonymsOf(settings: HomeSettings, home: Home): () => Promise<AnswerPseudonyms> {
  const people = peopleNowIn(home);
  const open = async () => (await keysOf(settings, home)).answersKey();
  let opened: Promise<Uint8Array> | undefined;
  const openOnce = () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  const key = settings.kind === 'folder' ? open : openOnce;
  return async () => new AnswerPseudonyms(await key(), await people());
}
