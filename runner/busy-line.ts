import type { Language } from '../data-contracts/schemas/fields.ts';
import { gateTexts } from '../data-contracts/vocabularies/gate-texts.ts';
import type { HomeBusy } from '../functions/adapters/folder/home-lock.ts';
import { say as word } from '../wording/say.ts';

/** Who is at work in the home, where and since when. */
export function busyLine({ holder }: HomeBusy, language: Language): string {
  const { command, processId, host, since } = holder;
  return word(gateTexts.busy, language, { command, processId: String(processId), host, since });
}
