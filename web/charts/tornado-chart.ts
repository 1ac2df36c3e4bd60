import { barX, gridX, ruleX, text } from '@observablehq/plot';
import { axisBelow, type ChartWords, svgOfPlot } from './svg-of-plot.ts';

/** One bar: a value's name, and the outcome at the two ends of its interval. */
export interface TornadoBarDrawn {
  readonly name: string;
  /** The two ends in words, such as `0.72` and `0.89`. */
  readonly lower: string;
  readonly upper: string;
  readonly outcomeAtLower: number;
  readonly outcomeAtUpper: number;
}

const lowerColour = '#0072B2';
const upperColour = '#D55E00';

/** Bars around the outcome at the means, the widest on top; each end has the colour of the value's end. */
export function tornadoChart(
  bars: readonly TornadoBarDrawn[],
  outcomeAtBase: number,
  words: ChartWords,
  format: (value: number) => string,
): string {
  const ends = bars.flatMap(({ name, lower, upper, outcomeAtLower, outcomeAtUpper }) => [
    { name, outcome: outcomeAtLower, end: lower, colour: lowerColour },
    { name, outcome: outcomeAtUpper, end: upper, colour: upperColour },
  ]);
  const isLeft = (end: (typeof ends)[number]) => end.outcome < outcomeAtBase;
  const label = (isOnLeft: boolean) =>
    text(
      ends.filter((end) => isLeft(end) === isOnLeft),
      {
        x: 'outcome',
        y: 'name',
        text: 'end',
        textAnchor: isOnLeft ? 'end' : 'start',
        dx: isOnLeft ? -4 : 4,
        dy: 8,
        fill: '#444',
        fontSize: 10,
      },
    );
  return svgOfPlot(words, {
    x: {
      label: words.x,
      ...axisBelow,
      tickFormat: format,
      ticks: 6,
      inset: 40,
    },
    y: { label: null, domain: bars.map(({ name }) => name), axis: null },
    marks: [
      gridX({ stroke: '#e4e4e4', strokeOpacity: 1 }),
      barX(ends, { x1: () => outcomeAtBase, x2: 'outcome', y: 'name', fill: 'colour', insetTop: 16 }),
      ruleX([outcomeAtBase], { stroke: '#222' }),
      label(true),
      label(false),
      text(bars, {
        frameAnchor: 'left',
        textAnchor: 'start',
        y: 'name',
        text: 'name',
        lineAnchor: 'bottom',
        dy: -4,
        dx: -60,
        fill: '#222',
        stroke: 'white',
        strokeWidth: 3,
      }),
    ],
  });
}
