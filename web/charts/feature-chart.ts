import * as Plot from '@observablehq/plot';
import { type ChartSize, colours, drawSvg } from './draw-svg.ts';

export interface FeaturePoint {
  readonly value: number;
  readonly effects: readonly number[];
}

export interface FeatureWords {
  readonly label: string;
  readonly value: (value: number) => string;
  /** A change in percentage points. */
  readonly change: (value: number) => string;
}

/** Lines of the horizons, in their order: told apart by colour and by dashes. */
const strokes = [
  { stroke: colours.first, strokeWidth: 2 },
  { stroke: colours.second, strokeWidth: 2, strokeDasharray: '6 3' },
];

const mostTicks = 6;

/**
 * How contributions change along a feature, a line a horizon; 0 is as somebody typical of the same age and sex.
 *
 * @param domain of the change
 */
export function featureChart(
  points: readonly FeaturePoint[],
  { label, value, change }: FeatureWords,
  domain: readonly [number, number],
  size: ChartSize,
): string {
  const lines = strokes.flatMap((stroke, h) => {
    const drawn = points.map((point) => ({ value: point.value, change: point.effects[h]! }));
    const shape = { x: 'value', y: 'change' };
    return [
      Plot.line(drawn, { ...shape, ...stroke }),
      Plot.dot(drawn, { ...shape, fill: stroke.stroke, r: 2.5 }),
    ];
  });
  const ticks = points.length <= mostTicks ? points.map((point) => point.value) : 4;
  return drawSvg(
    {
      ...size,
      marginLeft: 56,
      marginRight: 24,
      marginBottom: 34,
      x: { label: null, ticks, tickFormat: value },
      y: { label: null, domain: [...domain], ticks: 4, tickFormat: change, grid: true },
      marks: [Plot.ruleY([0], { stroke: colours.faint }), ...lines],
    },
    label,
  );
}
