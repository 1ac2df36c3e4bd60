import type { Plan, PlanAnalysis } from '../../data-contracts/schemas/plan.ts';
import { comparisonTexts } from '../../data-contracts/vocabularies/comparison.ts';
import { planTexts } from '../../data-contracts/vocabularies/plan-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { coloursOf } from '../../web/charts/colours.ts';
import { curvesChart } from '../../web/charts/curves-chart.ts';
import { planeChart } from '../../web/charts/plane-chart.ts';
import type { ChartWords } from '../../web/charts/svg-of-plot.ts';
import { tornadoChart } from '../../web/charts/tornado-chart.ts';
import { yearsChart } from '../../web/charts/years-chart.ts';
import { figures } from '../../wording/figures.ts';
import { say } from '../../wording/say.ts';
import { parameterName } from './plan-names.ts';

/** The files that a plan's pictures are in. */
export const pictureNames = [
  'cost-effectiveness-plane.svg',
  'acceptability.svg',
  'expected-loss.svg',
  'tornado.svg',
  'budget-impact.svg',
] as const;

/** A plan's pictures, by name of file; none where nobody is offered anything. */
export function planPictures(plan: Plan): Record<string, string> {
  const { analysis } = plan;
  if (!analysis) return {};
  return {
    'cost-effectiveness-plane.svg': plane(plan, analysis),
    ...curves(plan, analysis),
    'tornado.svg': tornado(plan, analysis),
    'budget-impact.svg': years(plan),
  };
}

type Picture = keyof typeof planTexts.pictures;

/** Every picture bears the marks of invented people and of values that are only for demonstration. */
function wordsOf(plan: Plan, picture: Picture): ChartWords {
  const { language } = plan;
  const { title, x, y, description } = planTexts.pictures[picture];
  const marks = [
    ...(plan.origin === 'register' ? [] : [texts.origins[plan.origin][language]]),
    ...(plan.notes.includes('demonstration-values') ? [planTexts.onlyDemonstration[language]] : []),
    say(planTexts.drawsBehind, language, { figure: figures(language).count(plan.monteCarlo.draws) }),
  ];
  return {
    title: title[language],
    x: x[language],
    y: y[language],
    description: description[language],
    note: marks.join(' · '),
  };
}

const wholeEuros = ({ language }: Plan) => {
  const { count } = figures(language);
  return (value: number) => count(Math.round(value));
};

function plane(plan: Plan, { plane: points }: PlanAnalysis): string {
  const name = planTexts.strategies.plan[plan.language];
  const { decimal } = figures(plan.language);
  const own = plan.strategies.find(({ id }) => id === 'plan');
  const cloud = {
    name,
    colour: coloursOf([name]).get(name),
    incrementalEffect: Float64Array.from(points, ({ homeYears }) => homeYears),
    incrementalCost: Float64Array.from(points, ({ totalCents }) => totalCents / 100),
    meanEffect: own?.homeYears.mean ?? 0,
    meanCost: (own?.totalCents.mean ?? 0) / 100,
  };
  const euros = wholeEuros(plan);
  const format = (value: number) => (Math.abs(value) < 100 && value !== 0 ? decimal(value, 1) : euros(value));
  return planeChart([cloud], wordsOf(plan, 'plane'), format);
}

/** No offers, the plan made for each worth of a home year, and every plan with only some of its interventions. */
function curves(plan: Plan, { acceptability }: PlanAnalysis): Record<string, string> {
  const ids = ['none', 'plan', 'part'] as const;
  const named = coloursOf(ids);
  const of = (at: (typeof acceptability)[number], id: string) =>
    at.byStrategy.find((one) => one.id === id) ?? at.byStrategy.find((one) => one.id === 'none')!;
  const probabilityOf = (at: (typeof acceptability)[number], id: (typeof ids)[number]) =>
    sumOf(
      at.byStrategy
        .filter((one) => (id === 'part' ? one.id.startsWith('only.') : one.id === id))
        .map(({ probabilityBest }) => probabilityBest),
    );
  const shared = {
    x: acceptability.map(({ worthPerHomeYearCents }) => worthPerHomeYearCents / 100),
    formatX: wholeEuros(plan),
  };
  const curvesOf = (
    some: readonly (typeof ids)[number][],
    value: (at: (typeof acceptability)[number], id: (typeof ids)[number]) => number,
  ) =>
    some.map((id) => ({
      name: planTexts.strategies[id][plan.language],
      colour: named.get(id),
      values: acceptability.map((at) => value(at, id)),
    }));
  const kindOf = (id: string) => (id.startsWith('only.') ? 'part' : (id as 'none' | 'plan'));
  const kinds = acceptability.map(({ optimal }) => kindOf(optimal));
  const piece = kinds.map(
    (_, place) => kinds.slice(1, place + 1).filter((own, before) => own !== kinds[before]).length,
  );
  const loss = curvesOf(['none', 'plan'], (at, id) => of(at, id).expectedLossCents / 100);
  const evpi = acceptability.map(({ evpiCents }) => evpiCents / 100);
  const highest = Math.max(1, ...loss.flatMap(({ values }) => values)) * 1.05;
  const { frontier: frontierName, evpi: evpiName } = comparisonTexts;
  return {
    'acceptability.svg': curvesChart(
      {
        ...shared,
        curves: curvesOf(ids, probabilityOf),
        envelope: {
          name: frontierName[plan.language],
          values: acceptability.map((at, place) => probabilityOf(at, kinds[place]!)),
          piece,
        },
        yDomain: [0, 1],
        formatY: (value) => `${Math.round(value * 100)} %`,
      },
      wordsOf(plan, 'acceptability'),
    ),
    'expected-loss.svg': curvesChart(
      {
        ...shared,
        curves: loss,
        envelope: { name: evpiName[plan.language], values: evpi, piece: evpi.map(() => 0) },
        yDomain: [0, highest],
        formatY: wholeEuros(plan),
      },
      wordsOf(plan, 'expectedLoss'),
    ),
  };
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Values that matter less than the first ten are left to the JSON. */
const barsShown = 10;

function tornado(plan: Plan, { tornado: bars, netBenefitAtMeansCents }: PlanAnalysis): string {
  const { decimal, euros } = figures(plan.language);
  const inWords = (parameter: string, value: number) =>
    /Cents$|\.day$/.test(parameter) ? euros(value) : decimal(value, value < 10 ? 2 : 0);
  const drawn = bars.slice(0, barsShown).map((bar) => ({
    name: parameterName(bar.parameter, plan),
    lower: inWords(bar.parameter, bar.lower),
    upper: inWords(bar.parameter, bar.upper),
    outcomeAtLower: bar.netBenefitAtLowerCents / 100,
    outcomeAtUpper: bar.netBenefitAtUpperCents / 100,
  }));
  return tornadoChart(drawn, netBenefitAtMeansCents / 100, wordsOf(plan, 'tornado'), wholeEuros(plan));
}

function years(plan: Plan): string {
  const { language, budgetImpact } = plan;
  const parts = [
    ['interventionCents', planTexts.ownPrice, '#D55E00'],
    ['heavyCents', planTexts.heavyCost, '#0072B2'],
    ['otherCents', planTexts.otherCost, '#009E73'],
  ] as const;
  const costs = parts.map(([field, name, colour]) => ({
    name: name[language],
    colour,
    values: budgetImpact.map((year) => year[field].mean / 100),
  }));
  const totals = budgetImpact.map(({ totalCents: { mean, lower95, upper95 } }) => ({
    mean: mean / 100,
    lower95: lower95 / 100,
    upper95: upper95 / 100,
  }));
  const names = budgetImpact.map(({ year }) => String(year));
  const totalName = planTexts.together[language];
  return yearsChart(names, costs, totals, totalName, wordsOf(plan, 'budget'), wholeEuros(plan));
}
