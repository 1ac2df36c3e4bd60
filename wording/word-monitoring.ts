import { Language, type Texts } from '../data-contracts/schemas/fields.ts';
import type {
  ModelAge,
  ModelMonitoring,
  MonitoringStatement,
  PredictionShift,
  PredictorShift,
} from '../data-contracts/schemas/model-monitoring.ts';
import { featureGroups } from '../data-contracts/vocabularies/feature-groups.ts';
import { locales } from '../data-contracts/vocabularies/feature-values.ts';
import { features } from '../data-contracts/vocabularies/features.ts';
import { monitoringTexts } from '../data-contracts/vocabularies/monitoring-texts.ts';
import { say } from './say.ts';

type StatementId = MonitoringStatement['id'];

/** How a model stands, in words for those who answer for it: its age, what has changed, and the predictions. */
export function wordMonitoring({ age, drift }: ModelMonitoring): MonitoringStatement[] {
  if (!drift) return [ageStatement(age), statement('drift-not-known')];
  const shifted = drift.predictors.filter(({ level }) => level !== 'alike');
  const count = shifted.length;
  return [
    ageStatement(age),
    count === 0
      ? statement('features-alike', () => ({ count: drift.predictors.length }))
      : statement('features-shifted', () => ({ count })),
    ...shifted.map(featureStatement),
    ...drift.predictions.map(predictionStatement),
  ];
}

function statement(
  id: StatementId,
  valuesIn: (language: Language) => Record<string, string | number> = () => ({}),
): MonitoringStatement {
  const texts = Language.options.map((language) => [
    language,
    say(monitoringTexts[id], language, valuesIn(language)),
  ]);
  return { id, text: Object.fromEntries(texts) as Texts };
}

function ageStatement(age: ModelAge | null): MonitoringStatement {
  if (!age) return statement('age-not-known');
  const { learntUntil, months, limitMonths: limit } = age;
  return statement(age.isStale ? 'age-beyond-limit' : 'age-within-limit', (language) => {
    const day = new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeZone: 'UTC' });
    return { learntUntil: day.format(new Date(`${learntUntil}T00:00:00Z`)), months, limit };
  });
}

const featureStatement = (shift: PredictorShift) =>
  statement(shift.level === 'shifted' ? 'feature-shifted' : 'feature-strongly-shifted', (language) => ({
    group: featureGroups[features[shift.predictor].group][language],
    feature: shift.predictor,
    index: decimal(language, 2).format(shift.stabilityIndex),
    more: `${meanChange(shift, language)}${missingChange(shift, language)}`,
  }));

function meanChange({ predictor, meanInTraining, meanNow }: PredictorShift, language: Language): string {
  if (meanInTraining === null || meanNow === null) return '';
  const { kind } = features[predictor];
  const told = (mean: number) => {
    if (kind === 'flag') return share(language).format(mean);
    if (kind === 'cents') return euros(language).format(mean / 100);
    return decimal(language, 1).format(mean);
  };
  const [before, now] = [told(meanInTraining), told(meanNow)];
  return say(monitoringTexts.meanChanged, language, { before, now });
}

function missingChange({ missingInTraining, missingNow }: PredictorShift, language: Language): string {
  const [before, now] = [missingInTraining, missingNow].map((one) => share(language).format(one));
  if (before === now) return '';
  return say(monitoringTexts.missingChanged, language, { before: before!, now: now! });
}

const predictionStatement = ({ horizonMonths: horizon, level, meanInTraining, meanNow }: PredictionShift) =>
  statement(`predictions-${level}`, (language) => ({
    horizon,
    now: meanNow === null ? '–' : share(language).format(meanNow),
    before: meanInTraining === null ? '–' : share(language).format(meanInTraining),
  }));

const decimal = (language: Language, maximumFractionDigits: number) =>
  new Intl.NumberFormat(locales[language], { maximumFractionDigits });
const share = (language: Language) =>
  new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 1 });
const euros = (language: Language) =>
  new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
