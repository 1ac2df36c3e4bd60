import type { EffectEvidence, InterventionEvidence } from '../../data-contracts/schemas/effect-evidence.ts';
import type { Language } from '../../data-contracts/schemas/fields.ts';
import type { Intervention } from '../../data-contracts/schemas/intervention.ts';
import { evidenceTexts as words } from '../../data-contracts/vocabularies/evidence-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { updatedEffect } from '../../functions/core/evidence/updated-catalogue.ts';
import { figures } from '../../wording/figures.ts';
import { say } from '../../wording/say.ts';

interface Ratio {
  readonly ratio: number;
  readonly lower95: number;
  readonly upper95: number;
}

/** What lots have shown of each intervention, what was believed before, and what plans are made with now. */
export function evidenceLines(
  { origin, seenTo, interventions }: EffectEvidence,
  catalogue: readonly Intervention[],
  language: Language,
): string[] {
  return [
    ...(origin === 'register' ? [] : [texts.origins[origin][language]]),
    ...(interventions.length === 0 ? [words.none[language]] : []),
    ...interventions.flatMap((one) => {
      const entry = catalogue.find(({ id }) => id === one.intervention);
      const intervention = entry?.name[language] ?? one.intervention;
      const day = figures(language).day(seenTo);
      return [
        say(words.head, language, { intervention, lots: one.lots, day }),
        ...foundLines(one, entry, language),
      ];
    }),
    words.identified[language],
  ];
}

function foundLines(
  one: InterventionEvidence,
  entry: Intervention | undefined,
  language: Language,
): string[] {
  const { found, endpoint } = one;
  if (found.status !== 'estimated') return [words.without[found.status][language]];
  const { count, share } = figures(language);
  const ratio = ({ ratio: middle, lower95, upper95 }: Ratio) => {
    const [told, lower, upper] = [middle, lower95, upper95].map((value) =>
      new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value),
    );
    return `${told} (${lower}–${upper})`;
  };
  const armOf = ({ people, outcomes, months }: typeof found.offered) => ({
    people: count(people),
    outcomes: count(outcomes),
    months: count(Math.round(months)),
  });
  const prior = entry?.effects.find((effect) => effect.endpoint === endpoint);
  return [
    say(words.offered, language, { ...armOf(found.offered), uptake: share(found.uptakeShare) }),
    say(words.others, language, armOf(found.others)),
    say(words.ratios, language, { offered: ratio(found.ofOffered), takers: ratio(found.ofTakers) }),
    ...(prior
      ? [say(words.updated, language, { prior: ratio(prior), posterior: ratio(updatedEffect(prior, one)) })]
      : []),
  ];
}
