import { dot, gridX, gridY, line } from '@observablehq/plot';
import { grey } from './colours.ts';
import { type SideLabel, sideLabels } from './side-labels.ts';
import { axisBelow, type ChartWords, svgOfPlot } from './svg-of-plot.ts';

/** One curve; without a colour it is drawn in grey and not named. */
export interface Curve {
  readonly name: string;
  readonly colour: string | undefined;
  /** One value at each x. */
  readonly values: ArrayLike<number>;
}

/** A curve that is drawn broad below the others, in pieces that are not joined. */
export interface Envelope {
  readonly name: string;
  readonly values: ArrayLike<number>;
  /** Which piece each value belongs to. */
  readonly piece: ArrayLike<number>;
}

export interface CurvesChart {
  readonly x: readonly number[];
  readonly curves: readonly Curve[];
  readonly envelope: Envelope;
  /** Ends of the y axis; a curve ends where it leaves them upwards. */
  readonly yDomain: readonly [number, number];
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
}

/** With so few points each is shown as a dot. */
const fewPoints = 8;

/** Curves over one x, such as willingness to pay, each named at its right end. */
export function curvesChart(chart: CurvesChart, words: ChartWords): string {
  const { x, curves, envelope, yDomain } = chart;
  const points = (values: ArrayLike<number>) =>
    x.map((own, at) => ({ x: own, y: values[at]! <= yDomain[1] ? values[at] : Number.NaN }));
  const drawn = (some: readonly Curve[], strokeWidth: number) =>
    some.map(({ values, colour = grey }) =>
      line(points(values), { x: 'x', y: 'y', stroke: colour, strokeWidth }),
    );
  const dots = ({ values, colour }: Curve) => dot(points(values), { x: 'x', y: 'y', r: 3.5, fill: colour });
  const isNamed = ({ colour }: Curve) => colour !== undefined;
  return svgOfPlot(words, {
    x: {
      label: words.x,
      ...axisBelow,
      tickFormat: chart.formatX,
      ticks: 8,
    },
    y: {
      label: null,
      domain: [...yDomain],
      tickFormat: chart.formatY,
    },
    marks: [
      gridY({ stroke: '#ddd', strokeOpacity: 1 }),
      gridX({ stroke: '#eee', strokeOpacity: 1 }),
      drawn(
        curves.filter((curve) => !isNamed(curve)),
        1,
      ),
      line(points(envelope.values), {
        x: 'x',
        y: 'y',
        z: (_: unknown, at: number) => envelope.piece[at],
        stroke: '#222',
        strokeOpacity: 0.22,
        strokeWidth: 9,
        strokeLinecap: 'round',
      }),
      drawn(curves.filter(isNamed), 2),
      x.length <= fewPoints ? curves.filter(isNamed).map(dots) : [],
      sideLabels([...curves.filter(isNamed).map(labelOf), envelopeLabel(envelope)], yDomain),
    ],
  });
}

const lastOf = (values: ArrayLike<number>) => values[values.length - 1]!;
const labelOf = ({ name, colour, values }: Curve): SideLabel => ({
  label: name,
  colour: colour!,
  y: lastOf(values),
});
const envelopeLabel = ({ name, values }: Envelope): SideLabel => ({
  label: name,
  colour: '#666',
  y: lastOf(values),
});
