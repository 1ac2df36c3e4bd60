import * as Plot from '@observablehq/plot';
import { type ChartSize, colours, drawSvg } from './draw-svg.ts';

export interface ImportanceBar {
  readonly name: string;
  readonly size: number;
}

export interface ImportanceWords {
  readonly label: string;
  readonly axis: string;
  readonly share: (value: number) => string;
}

/** Feature groups by the mean size of their contributions, in the order given. */
export function importanceChart(
  bars: readonly ImportanceBar[],
  { label, axis, share }: ImportanceWords,
  size: ChartSize,
): string {
  return drawSvg(
    {
      ...size,
      marginLeft: 220,
      marginBottom: 42,
      marginRight: 60,
      x: { label: axis, tickFormat: share, ticks: 5, grid: true },
      y: { label: null, domain: bars.map(({ name }) => name), tickSize: 0 },
      marks: [
        Plot.barX(bars, { x: 'size', y: 'name', fill: colours.first }),
        Plot.text(bars, {
          x: 'size',
          y: 'name',
          text: (bar: ImportanceBar) => share(bar.size),
          dx: 4,
          textAnchor: 'start',
        }),
      ],
    },
    label,
  );
}
