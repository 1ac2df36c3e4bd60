import { barY, gridY, ruleX, ruleY, text } from '@observablehq/plot';
import { sideLabels } from './side-labels.ts';
import { axisBelow, type ChartWords, svgOfPlot } from './svg-of-plot.ts';

/** One kind of cost over the years; below 0 is saved. */
export interface YearlyCost {
  readonly name: string;
  readonly colour: string;
  /** One a year. */
  readonly values: readonly number[];
}

/** All costs together in a year, with their interval. */
export interface YearTotal {
  readonly mean: number;
  readonly lower95: number;
  readonly upper95: number;
}

/** Costs by year, those that rise above 0 and those that fall below, and the balance with its interval. */
export function yearsChart(
  years: readonly string[],
  costs: readonly YearlyCost[],
  totals: readonly YearTotal[],
  totalName: string,
  words: ChartWords,
  format: (value: number) => string,
): string {
  const bars = costs.flatMap(({ name, colour, values }) =>
    values.map((value, at) => ({ year: years[at]!, value, colour, name })),
  );
  const balances = totals.map((total, at) => ({ year: years[at]!, ...total }));
  const stacked = years.flatMap((year) => {
    const own = bars.filter((bar) => bar.year === year).map(({ value }) => value);
    const sum = (some: number[]) => some.reduce((total, value) => total + value, 0);
    return [sum(own.filter((value) => value > 0)), sum(own.filter((value) => value < 0))];
  });
  const all = [0, ...stacked, ...totals.flatMap(({ lower95, upper95 }) => [lower95, upper95])];
  const room = (Math.max(...all) - Math.min(...all) || 1) * 0.06;
  const domain: [number, number] = [Math.min(...all) - room, Math.max(...all) + room];
  const labels = costs.map(({ name, colour, values }) => ({ label: name, colour, y: values.at(-1) ?? 0 }));
  return svgOfPlot(words, {
    x: {
      label: words.x,
      ...axisBelow,
      domain: [...years],
      padding: 0.4,
    },
    y: { label: null, domain, tickFormat: format },
    marks: [
      gridY({ stroke: '#e4e4e4', strokeOpacity: 1 }),
      barY(bars, { x: 'year', y: 'value', fill: 'colour', fillOpacity: 0.75 }),
      ruleY([0], { stroke: '#222' }),
      ruleX(balances, { x: 'year', y1: 'lower95', y2: 'upper95', stroke: '#222', strokeWidth: 2 }),
      text(balances, { x: 'year', y: 'mean', text: () => '◆', fontSize: 16, fill: '#222' }),
      sideLabels([...labels, { label: totalName, colour: '#222', y: totals.at(-1)?.mean ?? 0 }], domain),
    ],
  });
}
