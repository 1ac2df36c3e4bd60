import type { Language } from '../data-contracts/schemas/fields.ts';
import type { HiddenDemandRule } from '../data-contracts/schemas/programme.ts';
import { featureBand } from '../data-contracts/vocabularies/feature-bands.ts';
import { featureGroups } from '../data-contracts/vocabularies/feature-groups.ts';
import { type FeatureTexts, featureTexts } from '../data-contracts/vocabularies/feature-texts.ts';
import { featureValue, locales } from '../data-contracts/vocabularies/feature-values.ts';
import { type FeatureId, features } from '../data-contracts/vocabularies/features.ts';
import {
  hiddenCertaintyTexts,
  hiddenReasonTexts,
} from '../data-contracts/vocabularies/hidden-demand-texts.ts';
import { outreachTexts } from '../data-contracts/vocabularies/outreach-texts.ts';
import { reasonTexts } from '../data-contracts/vocabularies/reason-texts.ts';
import type { WordReason } from '../functions/core/cohort/cohort-answer.ts';
import type { WordlessReason } from '../functions/core/cohort/strongest-reasons.ts';
import type { WordlessHiddenReason } from '../functions/core/hidden-demand/listed-row.ts';
import type { FirstCall } from '../functions/core/outreach/open-row.ts';
import { say } from './say.ts';

/**
 * A reason in words: what was seen and against what, how far the estimate goes with it, and apart from that how surely;
 * never a cause. Figures are told by their bands, as exact ones would single people out.
 */
export const wordReason: WordReason = (reason, language) => sized(reason, language, featureBand);

/** The same for the person whose reason it is, figures and all. */
export const wordOwnReason: WordReason = (reason, language) => sized(reason, language, featureValue);

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

/** The same beside a name: a size would help to find the same reasons beside a pseudonym. */
export const wordNamedReason: WordReason = (reason, language) => {
  const seen = seenIn(reason, language, featureBand);
  return surely(reason, say(reasonTexts.directions[reason.direction], language, { seen }), language);
};

type WordValue = typeof featureValue;

function sized(reason: WordlessReason, language: Language, wordValue: WordValue): string {
  const points = pointsIn[language].format(reason.contribution * 100);
  const seen = seenIn(reason, language, wordValue);
  return surely(reason, say(reasonTexts.size, language, { seen, points }), language);
}

const surely = ({ certainty }: WordlessReason, told: string, language: Language) =>
  say(reasonTexts.certainty[certainty], language, { told });

const pointForms = { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const;
/** Made once: each takes longer than what it writes. */
const pointsIn = {
  fi: new Intl.NumberFormat(locales.fi, pointForms),
  sv: new Intl.NumberFormat(locales.sv, pointForms),
  en: new Intl.NumberFormat(locales.en, pointForms),
};

/** What was seen and, where the typical is not that there is nothing, against what. */
function seenIn(reason: WordlessReason, language: Language, wordValue: WordValue): string {
  const { value, typical = null, comparison } = reason;
  const feature = reason.feature as FeatureId;
  const seen = factOf(feature, value, language, wordValue);
  const { against } = reasonTexts;
  if (comparison === undefined) return seen;
  if (value === null) return say(against.known, language, { seen });
  if (typical === null) return value === 0 ? say(against.none, language, { seen }) : seen;
  if (typical === 0 && value !== 0 && comparison === 'more') return seen;
  if (features[feature].kind === 'flag') return say(against.unlike, language, { seen });
  const usual = wordValue(feature, typical, language)!;
  const isOfSameBand = usual === wordValue(feature, value, language) && comparison !== 'other';
  return isOfSameBand
    ? say(against[comparison], language, { seen })
    : say(against.value, language, { seen, typical: usual });
}

/** What is said of a feature's value. */
function factOf(feature: FeatureId, value: number | null, language: Language, wordValue: WordValue): string {
  const { no, missing, ...name }: FeatureTexts = featureTexts[feature];
  const { group, kind } = features[feature];
  const worded = wordValue(feature, value, language);
  if (worded === undefined) return say(missing ?? featureGroups[group].unknown, language);
  if (kind === 'flag') return say(worded === 'no' && no ? no : name, language);
  return say(reasonTexts.fact, language, { name: name[language], value: worded });
}
