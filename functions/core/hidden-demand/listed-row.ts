import { notTold } from '../../../data-contracts/schemas/cohort.ts';
import { HiddenContributions, type HiddenDemandRow } from '../../../data-contracts/schemas/hidden-demand.ts';
import type {
  HiddenDemandListed,
  HiddenDemandRequest,
} from '../../../data-contracts/schemas/hidden-demand-list.ts';
import type { HiddenDemandRule } from '../../../data-contracts/schemas/programme.ts';
import { FeatureValues } from '../../../data-contracts/schemas/risk-score.ts';
import { ageBand } from '../../../data-contracts/vocabularies/age-bands.ts';
import type { WordReason } from '../cohort/cohort-answer.ts';
import type { WordlessReason } from '../cohort/strongest-reasons.ts';
import { leadingFeatures } from '../risk/leading-features.ts';

/** A reason of somebody before it is put into words. */
export interface WordlessHiddenReason {
  readonly reason: HiddenDemandRequest['reason'];
  readonly certainty: 'clear' | 'uncertain';
  /** How common the diagnosis is among people like them; the share of peers among whose fewest contacts theirs are. */
  readonly share: number;
}

/** Puts a reason to look at somebody into words of a language. */
export type WordHiddenReason = (
  reason: WordlessHiddenReason,
  rule: HiddenDemandRule,
  language: HiddenDemandRequest['language'],
) => string;

export interface HiddenWords {
  /** Without a size: what a sign adds is not of a risk. */
  readonly wordReason: WordReason;
  readonly wordHiddenReason: WordHiddenReason;
}

/** In steps of a twentieth: what is told of somebody many others share. */
export const toldStrength = (strength: number) => Math.round(strength * 20) / 20;

/** How strong a reason is of somebody. */
export const strengthOf = (row: HiddenDemandRow, reason: HiddenDemandRequest['reason']) =>
  reason === 'few-contacts' ? row.need : (row.signs ?? 0);

/** A released person's row as a row of the answer, but for its rank. */
export function listedRow(
  row: HiddenDemandRow,
  request: Pick<HiddenDemandRequest, 'reason' | 'language' | 'reasonsShown'>,
  rule: HiddenDemandRule,
  words: HiddenWords,
  isSmallCell: boolean,
): Omit<HiddenDemandListed, 'rank'> {
  const { language, reason, reasonsShown } = request;
  const speaking = speaksForSigns(row, rule).filter(({ group }) => !(isSmallCell && group === 'age'));
  return {
    client: row.client,
    ageBand: isSmallCell ? notTold : ageBand(row.age_years),
    municipality: isSmallCell ? notTold : row.municipality,
    strength: toldStrength(strengthOf(row, reason)),
    reasons: reasonsOf(row, rule).map((one) => ({
      reason: one.reason,
      certainty: one.certainty,
      text: words.wordHiddenReason({ ...one, share: toldStrength(one.share) }, rule, language),
    })),
    speaksForIt: speaking.slice(0, reasonsShown).map((one) => words.wordReason(one, language)),
  };
}

/** The reasons that hold of somebody. */
export function reasonsOf(row: HiddenDemandRow, { lowestShare }: HiddenDemandRule): WordlessHiddenReason[] {
  const { signs, signs_certainty: ofSigns, contacts_certainty: ofContacts } = row;
  return [
    ...(ofSigns && signs !== null
      ? [{ reason: 'signs-without-diagnosis' as const, certainty: ofSigns, share: signs }]
      : []),
    ...(ofContacts ? [{ reason: 'few-contacts' as const, certainty: ofContacts, share: lowestShare }] : []),
  ];
}

/** In logits: less than this is no reason. */
const leastContribution = 0.1;

/**
 * What speaks for somebody's signs, strongest first, ties by name: nothing where there are none, and never that the
 * diagnosis is missing.
 */
export function speaksForSigns(row: HiddenDemandRow, rule: HiddenDemandRule): WordlessReason[] {
  if (row.signs_certainty === null) return [];
  const values = FeatureValues.parse(JSON.parse(row.feature_values));
  const isOfDiagnosis = (feature: string) =>
    feature === rule.diagnosis || rule.withoutPredictors.some((one) => one === feature);
  return leadingFeatures(HiddenContributions.parse(JSON.parse(row.contributions)), 0)
    .filter(({ contribution, feature }) => contribution >= leastContribution && !isOfDiagnosis(feature))
    .sort((one, other) => other.contribution - one.contribution || (one.group < other.group ? -1 : 1))
    .map(({ group, feature, contribution }) => ({
      group,
      feature,
      value: values[feature] ?? null,
      direction: 'raises' as const,
      contribution,
      certainty: 'not-measured' as const,
    }));
}
