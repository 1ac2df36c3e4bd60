import { Language } from '../../data-contracts/schemas/fields.ts';

/**
 * The language that a reader would rather have, of those there are: by weight, then as listed; Finnish for
 * whoever says nothing that helps.
 * @param header as in RFC 9110, such as `sv-FI, fi;q=0.8`
 */
export function readerLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((part, place) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((one) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(one)?.[1]).find(Boolean);
      return { language: tag.trim().toLowerCase().split('-')[0], weight: Number(weight ?? 1), place };
    })
    .filter(
      ({ language, weight }) => weight > 0 && (Language.options as readonly string[]).includes(language!),
    )
    .sort((a, b) => b.weight - a.weight || a.place - b.place);
  return Language.parse(wanted[0]?.language ?? 'fi');
}
