import * as Plot from '@observablehq/plot';
import type { ChartSize } from './draw-svg.ts';
import { colours, drawSvg } from './draw-svg.ts';

export interface CalibrationPointShown {
  readonly meanProbability: number;
  readonly observed: number;
  readonly lower95: number | null;
  readonly upper95: number | null;
}

export interface CalibrationWords {
  readonly predicted: string;
  readonly observed: string;
  readonly label: string;
  readonly share: (value: number) => string;
}

/** Mean prediction against what was observed, each point with its interval; the diagonal is perfect. */
export function calibrationChart(
  points: readonly CalibrationPointShown[],
  words: CalibrationWords,
  size: ChartSize,
): string {
  const most = Math.max(
    ...points.flatMap((point) => [point.meanProbability, point.upper95 ?? point.observed]),
  );
  const axis = { domain: [0, most * 1.05], tickFormat: words.share, ticks: 5, grid: true };
  const known = points.filter(({ lower95 }) => lower95 !== null);
  return drawSvg(
    {
      ...size,
      marginLeft: 58,
      marginBottom: 42,
      x: { ...axis, label: words.predicted },
      y: { ...axis, label: words.observed },
      marks: [
        Plot.line(
          [
            [0, 0],
            [most, most],
          ],
          { stroke: colours.faint, strokeDasharray: '4 4' },
        ),
        Plot.ruleX(known, { x: 'meanProbability', y1: 'lower95', y2: 'upper95', stroke: colours.first }),
        Plot.dot(points, { x: 'meanProbability', y: 'observed', fill: colours.first, r: 4 }),
      ],
    },
    words.label,
  );
}
