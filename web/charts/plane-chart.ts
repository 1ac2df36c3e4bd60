import { dot, gridX, gridY, ruleX, ruleY } from '@observablehq/plot';
import { grey } from './colours.ts';
import { sideLabels } from './side-labels.ts';
import { axisBelow, type ChartWords, svgOfPlot } from './svg-of-plot.ts';

/** One strategy beside the reference: its draws and their mean. */
export interface PlaneCloud {
  readonly name: string;
  readonly colour: string | undefined;
  readonly incrementalEffect: Float64Array;
  readonly incrementalCost: Float64Array;
  readonly meanEffect: number;
  readonly meanCost: number;
}

/** Points over all clouds; more would make the file large and the picture no clearer. */
const mostPoints = 6000;

/** The cost-effectiveness plane: what each strategy adds in effect and cost, draw by draw, and on average. */
export function planeChart(
  clouds: readonly PlaneCloud[],
  words: ChartWords,
  format: (value: number) => string,
): string {
  const points = clouds.flatMap((cloud) => pointsOf(cloud, Math.ceil(mostPoints / clouds.length)));
  const domain = paddedRange([0, ...points.map(({ y }) => y), ...clouds.map(({ meanCost }) => meanCost)]);
  const greyFirst = points.toSorted(
    (one, other) => Number(other.colour === grey) - Number(one.colour === grey),
  );
  const means = clouds.map(({ meanEffect, meanCost, colour = grey }) => ({
    x: meanEffect,
    y: meanCost,
    colour,
  }));
  const labels = clouds.flatMap(({ name, colour, meanCost }) =>
    colour === undefined ? [] : [{ label: name, colour, y: meanCost }],
  );
  return svgOfPlot(words, {
    x: {
      label: words.x,
      ...axisBelow,
      tickFormat: format,
      ticks: 8,
    },
    y: { label: null, domain, tickFormat: format },
    marks: [
      gridY({ stroke: '#e4e4e4', strokeOpacity: 1 }),
      gridX({ stroke: '#eee', strokeOpacity: 1 }),
      dot(greyFirst, { x: 'x', y: 'y', r: 1.6, fill: 'colour', fillOpacity: 0.3 }),
      ruleX([0], { stroke: '#222' }),
      ruleY([0], { stroke: '#222' }),
      dot(means, { x: 'x', y: 'y', r: 6, fill: 'colour', stroke: 'white', strokeWidth: 1.5 }),
      sideLabels(labels, domain),
    ],
  });
}

/** Evenly spaced draws of a cloud, at most so many. */
function pointsOf({ incrementalEffect, incrementalCost, colour = grey }: PlaneCloud, most: number) {
  const every = Math.ceil(incrementalCost.length / most);
  return Array.from({ length: Math.ceil(incrementalCost.length / every) }, (_, at) => ({
    x: incrementalEffect[at * every]!,
    y: incrementalCost[at * every]!,
    colour,
  }));
}

function paddedRange(values: readonly number[]): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  const room = (high - low || 1) * 0.04;
  return [low - room, high + room];
}
