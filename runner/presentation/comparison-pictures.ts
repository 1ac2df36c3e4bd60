import type { Language } from '../../data-contracts/schemas/fields.ts';
import { comparisonTexts as texts } from '../../data-contracts/vocabularies/comparison.ts';
import type { DrawComparison } from '../../models/economics/compare-draws.ts';
import type { StrategyDraws } from '../../models/economics/strategy-draws.ts';
import { coloursOf } from '../../web/charts/colours.ts';
import { curvesChart } from '../../web/charts/curves-chart.ts';
import { type PlaneCloud, planeChart } from '../../web/charts/plane-chart.ts';
import type { ChartWords } from '../../web/charts/svg-of-plot.ts';
import { figures } from '../../wording/figures.ts';
import { say } from '../../wording/say.ts';

/** The pictures of a comparison, by name of file. */
export function comparisonPictures(
  drawn: StrategyDraws,
  comparison: DrawComparison,
  language: Language,
): Record<string, string> {
  const { curves } = comparison;
  const named = coloursOf(mostTelling(drawn, comparison));
  const words = wordsOf(comparison, drawn.strategies.length - named.size, language);
  const format = axisFormat(language);
  const share = (value: number) => `${Math.round(value * 100)} %`;
  const shared = {
    x: curves.map(({ willingnessToPay }) => willingnessToPay),
    formatX: format,
  };
  const curvesOf = (values: (at: (typeof curves)[number]) => Float64Array) =>
    drawn.strategies.map((name, place) => ({
      name,
      colour: named.get(name),
      values: curves.map((at) => values(at)[place]!),
    }));
  const optimal = curves.map((at) => at.optimal);
  const frontier = {
    name: texts.frontier[language],
    values: curves.map((at) => at.acceptability[at.optimal]!),
    piece: optimal.map((_, at) => optimal.slice(1, at + 1).filter((own, of) => own !== optimal[of]).length),
  };
  const evpi = {
    name: texts.evpi[language],
    values: curves.map((at) => at.evpi),
    piece: curves.map(() => 0),
  };
  return {
    'cost-effectiveness-plane.svg': planeChart(cloudsOf(drawn, comparison, named), words.plane, format),
    'acceptability.svg': curvesChart(
      {
        ...shared,
        curves: curvesOf((at) => at.acceptability),
        envelope: frontier,
        yDomain: [0, 1],
        formatY: share,
      },
      words.acceptability,
    ),
    'expected-loss.svg': curvesChart(
      {
        ...shared,
        curves: curvesOf((at) => at.expectedLoss),
        envelope: evpi,
        yDomain: [0, highestLoss(comparison)],
        formatY: format,
      },
      words.expectedLoss,
    ),
  };
}

/** Names in the order in which they deserve a colour: on the frontier, then by their highest acceptability. */
function mostTelling({ strategies }: StrategyDraws, { curves }: DrawComparison): string[] {
  const highest = strategies.map((_, place) =>
    curves.reduce((most, at) => Math.max(most, at.acceptability[place]!), 0),
  );
  const isOptimal = strategies.map((_, place) => curves.some(({ optimal }) => optimal === place));
  const order = [...strategies.keys()].sort(
    (one, other) =>
      Number(isOptimal[other]) - Number(isOptimal[one]) || highest[other]! - highest[one]! || one - other,
  );
  return order.map((place) => strategies[place]!);
}

/** The y axis ends where the worst of the frontier's strategies is; hopeless ones leave the picture. */
function highestLoss({ curves }: DrawComparison): number {
  const optimal = [...new Set(curves.map((at) => at.optimal))];
  const highest = curves.flatMap(({ expectedLoss }) => optimal.map((place) => expectedLoss[place]!));
  const all = curves.flatMap(({ expectedLoss }) => [...expectedLoss]);
  return (optimal.length > 1 ? Math.max(...highest) : Math.max(...all)) * 1.05 || 1;
}

function cloudsOf(
  drawn: StrategyDraws,
  { reference, strategies }: DrawComparison,
  named: ReadonlyMap<string, string>,
): PlaneCloud[] {
  const base = drawn.strategies.indexOf(reference);
  const baseRow = strategies.find(({ strategy }) => strategy === reference)!;
  return strategies.map(({ strategy, cost, effect }) => {
    const own = drawn.strategies.indexOf(strategy);
    return {
      name: strategy,
      colour: named.get(strategy),
      incrementalEffect: differences(drawn.effect, drawn.strategies.length, own, base),
      incrementalCost: differences(drawn.cost, drawn.strategies.length, own, base),
      meanEffect: effect - baseRow.effect,
      meanCost: cost - baseRow.cost,
    };
  });
}

const differences = (values: Float64Array, columns: number, own: number, other: number) =>
  Float64Array.from(
    { length: values.length / columns },
    (_, row) => values[row * columns + own]! - values[row * columns + other]!,
  );

function wordsOf({ draws, reference }: DrawComparison, inGrey: number, language: Language) {
  const note =
    say(texts.draws, language, { count: draws }) +
    say(texts.others, language, { count: Math.max(0, inGrey) });
  const words = (picture: keyof typeof texts.titles, x: string, y: string): ChartWords => ({
    title: say(texts.titles[picture], language, { reference }),
    description: texts.descriptions[picture][language],
    x,
    y,
    note,
  });
  return {
    plane: words('plane', texts.incrementalEffect[language], texts.incrementalCost[language]),
    acceptability: words('acceptability', texts.perEffect[language], texts.acceptability[language]),
    expectedLoss: words('expectedLoss', texts.perEffect[language], texts.expectedLoss[language]),
  };
}

/** As few decimals as the size of a number needs. */
function axisFormat(language: Language): (value: number) => string {
  const { count, decimal } = figures(language);
  return (value) => {
    if (Number.isInteger(value)) return count(value);
    const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
    return decimal(value, Math.min(digits, 6))
      .replace(/([.,]\d*?)0+$/, '$1')
      .replace(/[.,]$/, '');
  };
}
