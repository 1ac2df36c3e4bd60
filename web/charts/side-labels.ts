import { text } from '@observablehq/plot';
import { frame } from './svg-of-plot.ts';

/** A name beside the picture, as near as may be to the height that it belongs to. */
export interface SideLabel {
  readonly label: string;
  readonly colour: string;
  /** In the unit of the y axis. */
  readonly y: number;
}

/** Least distance of two lines of text, pixels. */
const lineHeight = 16;
const longest = 31;

/** Names at the right edge, moved apart where they would overlap. */
export function sideLabels(labels: readonly SideLabel[], [low, high]: readonly [number, number]) {
  const [top, bottom] = [frame.top, frame.height - frame.bottom];
  const toPixel = (y: number) => bottom - ((y - low) / (high - low)) * (bottom - top);
  const placed = movedApart(
    labels.map((own) => ({ ...own, pixel: toPixel(own.y) })),
    top,
    bottom,
  );
  return text(placed, {
    text: ({ label }) => (label.length > longest ? `${label.slice(0, longest - 1)}…` : label),
    fill: 'colour',
    frameAnchor: 'right',
    textAnchor: 'start',
    dx: 8,
    y: ({ pixel }) => low + ((bottom - pixel) / (bottom - top)) * (high - low),
    fontWeight: 'bold',
  });
}

/** From the top down each below the one before, then from the bottom up. */
function movedApart<T extends { pixel: number }>(labels: T[], top: number, bottom: number): T[] {
  const sorted = labels.toSorted((one, other) => one.pixel - other.pixel);
  let least = top;
  for (const own of sorted) {
    own.pixel = Math.max(own.pixel, least);
    least = own.pixel + lineHeight;
  }
  let most = bottom;
  for (const own of sorted.toReversed()) {
    own.pixel = Math.min(own.pixel, most);
    most = own.pixel - lineHeight;
  }
  return sorted;
}
