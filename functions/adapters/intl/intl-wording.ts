import { IntlMessageFormat } from 'intl-messageformat';
import type { Language, Texts } from '../../../data-contracts/schemas/fields.ts';
import type { HiddenDemandRule } from '../../../data-contracts/schemas/programme.ts';
import { featureBand } from '../../../data-contracts/vocabularies/feature-bands.ts';
import { featureGroups, reasonEndings } from '../../../data-contracts/vocabularies/feature-groups.ts';
import { featureValue, locales } from '../../../data-contracts/vocabularies/feature-values.ts';
import type { FeatureGroup, FeatureId } from '../../../data-contracts/vocabularies/features.ts';
import {
  hiddenCertaintyTexts,
  hiddenReasonTexts,
} from '../../../data-contracts/vocabularies/hidden-demand-texts.ts';
import { outreachTexts } from '../../../data-contracts/vocabularies/outreach-texts.ts';
import type { WordlessReason } from '../../core/cohort/strongest-reasons.ts';
import type { WordlessHiddenReason } from '../../core/hidden-demand/listed-row.ts';
import type { FirstCall } from '../../core/outreach/open-row.ts';

const formats = new Map<string, IntlMessageFormat>();

/** A text of the vocabularies (ICU MessageFormat) in a language, with its placeholders filled. */
export function say(text: Texts, language: Language, values: Record<string, string | number> = {}): string {
  const key = `${language} ${text[language]}`;
  const format = formats.get(key) ?? new IntlMessageFormat(text[language], locales[language]);
  formats.set(key, format);
  return String(format.format(values));
}

/**
 * A reason in words: what was seen, which way the estimate goes with it and how surely, never a cause. Figures are
 * told by their bands, as exact ones would single people out.
 */
export const wordReason = (reason: WordlessReason, language: Language): string =>
  worded(reason, language, featureBand);

/** The same for the person whose reason it is, figures and all. */
export const wordOwnReason = (reason: WordlessReason, language: Language): string =>
  worded(reason, language, featureValue);

/** How a team begins the first call: who calls, what for, and that it may be declined. */
export const wordFirstCall = (call: FirstCall, language: Language): string =>
  say(outreachTexts.firstCall, language, {
    unit: call.unit,
    intervention: call.intervention ?? '',
    hasIntervention: call.intervention === undefined ? 'no' : 'yes',
  });

/** Why somebody is worth a check-up, and how surely: never what they have. */
export function wordHiddenReason(
  { reason, certainty, share }: WordlessHiddenReason,
  { diagnosisName }: HiddenDemandRule,
  language: Language,
): string {
  const told = new Intl.NumberFormat(locales[language], { style: 'percent' }).format(share);
  const text = say(hiddenReasonTexts[reason].told, language, {
    share: told,
    diagnosis: diagnosisName[language],
  });
  return `${text} (${hiddenCertaintyTexts[certainty][language]})`;
}

function worded(reason: WordlessReason, language: Language, wordValue: typeof featureValue): string {
  const { fact, unknown } = featureGroups[reason.group as FeatureGroup];
  const value = wordValue(reason.feature as FeatureId, reason.value, language);
  const seen = value === undefined ? say(unknown, language) : say(fact, language, { value });
  return `${seen} – ${say(reasonEndings[reason.direction][reason.certainty], language)}`;
}
