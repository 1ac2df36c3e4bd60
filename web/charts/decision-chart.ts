import * as Plot from '@observablehq/plot';
import { type ChartSize, colours, drawSvg } from './draw-svg.ts';

export interface NetBenefitShown {
  readonly thresholdProbability: number;
  readonly byPrediction: number;
  readonly everybody: number;
  readonly lower95: number | null;
  readonly upper95: number | null;
}

export interface DecisionWords {
  readonly threshold: string;
  readonly netBenefit: string;
  readonly byPrediction: string;
  readonly everybody: string;
  readonly nobody: string;
  readonly label: string;
  readonly share: (value: number) => string;
  readonly decimal: (value: number) => string;
}

/** Net benefit of contacting by prediction, with its interval, beside everybody and nobody (0). */
export function decisionChart(
  points: readonly NetBenefitShown[],
  words: DecisionWords,
  size: ChartSize,
): string {
  const tops = points.flatMap((point) => [point.byPrediction, point.upper95 ?? 0, point.everybody]);
  const top = Math.max(...tops);
  const known = points.filter(({ lower95 }) => lower95 !== null);
  const floor = -top / 4;
  const everybody = points.filter((point) => point.everybody >= floor);
  const last = everybody.at(-1) ?? points[0]!;
  const named = (text: string, x: number, y: number, fill: string, dy: number) =>
    Plot.text([[x, y]], { text: [text], fill, dy, dx: 4, textAnchor: 'start' });
  return drawSvg(
    {
      ...size,
      marginLeft: 62,
      marginBottom: 42,
      marginRight: 24,
      x: {
        type: 'log',
        label: words.threshold,
        ticks: [0.01, 0.02, 0.05, 0.1, 0.2, 0.5],
        tickFormat: words.share,
      },
      y: {
        domain: [floor, top * 1.15],
        label: words.netBenefit,
        tickFormat: words.decimal,
        ticks: 5,
        grid: true,
      },
      marks: [
        Plot.ruleY([0], { stroke: colours.faint }),
        Plot.areaY(known, {
          x: 'thresholdProbability',
          y1: 'lower95',
          y2: 'upper95',
          fill: colours.first,
          fillOpacity: 0.15,
        }),
        Plot.line(everybody, {
          x: 'thresholdProbability',
          y: 'everybody',
          stroke: colours.second,
          strokeWidth: 2,
          strokeDasharray: '6 4',
        }),
        Plot.line(points, {
          x: 'thresholdProbability',
          y: 'byPrediction',
          stroke: colours.first,
          strokeWidth: 2,
        }),
        named(
          words.byPrediction,
          points[3]!.thresholdProbability,
          points[3]!.byPrediction,
          colours.first,
          -12,
        ),
        named(words.everybody, last.thresholdProbability, last.everybody, colours.second, 12),
        named(words.nobody, points.at(-3)!.thresholdProbability, 0, colours.faint, 12),
      ],
    },
    words.label,
  );
}
