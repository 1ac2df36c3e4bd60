import { join } from 'node:path';
import type { Language } from '../../data-contracts/schemas/fields.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import type { Publication } from '../../functions/core/ports/publication-store.ts';
import { say } from '../../wording/say.ts';

/** Where a station's result is, and whether it was there already. */
export function publishedLine(
  { publication, wasReused }: { readonly publication: Publication; readonly wasReused: boolean },
  home: string,
  language: Language,
): string {
  const folder = join(home, publication.station, publication.run);
  const place = say(texts.run.filesAre, language, { folder });
  return wasReused ? `${place} (${say(texts.run.unchanged, language)})` : place;
}
