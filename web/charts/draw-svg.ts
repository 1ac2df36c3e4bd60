import * as Plot from '@observablehq/plot';
import { lightDocument } from './light-document.ts';

/** Two colours that differ in lightness too, dark enough for text on white (contrast above 4.5). */
export const colours = { first: '#0b4f8a', second: '#b0440a', faint: '#6b6b6b' } as const;

/** A chart's size in CSS pixels; it shrinks with the page. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a plot as SVG text, without a browser: the same options, the same bytes.
 *
 * @param label what the picture shows, for those who do not see it
 */
export function drawSvg(options: Plot.PlotOptions, label: string): string {
  const svg = Plot.plot({
    className: 'plot',
    style: { fontSize: '12px', fontFamily: 'system-ui, sans-serif', color: '#1a1a1a', overflow: 'visible' },
    ...options,
    document: lightDocument(),
  });
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  return svg.outerHTML;
}
