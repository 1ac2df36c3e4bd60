import * as Plot from '@observablehq/plot';
import { type ChartSize, colours, drawSvg } from './draw-svg.ts';

export interface FeaturePoint {
  readonly value: number;
  readonly effects: readonly number[];
}

export interface FeatureWords {
  readonly label: string;
  /** Name of each horizon, in their order. */
  readonly horizons: readonly string[];
  readonly value: (value: number) => string;
  /** A change in percentage points. */
  readonly change: (value: number) => string;
}

/** How the predictions change along a feature, a line a horizon; 0 is the feature's average. */
export function featureChart(
  points: readonly FeaturePoint[],
  { label, horizons, value, change }: FeatureWords,
  size: ChartSize,
): string {
  const strokes = [colours.first, colours.second];
  const lines = horizons.flatMap((name, h) => {
    const drawn = points.map((point) => ({ value: point.value, change: point.effects[h]!, name }));
    const stroke = strokes[h % strokes.length]!;
    const shape = { x: 'value', y: 'change' };
    return [
      Plot.line(drawn, { ...shape, stroke, strokeWidth: 2, ...(h > 0 && { strokeDasharray: '6 3' }) }),
      Plot.dot(drawn, { ...shape, fill: stroke, r: 2.5 }),
      Plot.text(drawn.slice(-1), { ...shape, text: 'name', fill: stroke, dx: 6, textAnchor: 'start' }),
    ];
  });
  return drawSvg(
    {
      ...size,
      marginLeft: 56,
      marginRight: 62,
      marginBottom: 34,
      x: { label: null, ticks: 4, tickFormat: value },
      y: { label: null, ticks: 4, tickFormat: change, grid: true },
      marks: [Plot.ruleY([0], { stroke: colours.faint }), ...lines],
    },
    label,
  );
}
