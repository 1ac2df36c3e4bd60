import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { type CurvesChart, curvesChart } from '../../../web/charts/curves-chart.ts';
import { planeChart } from '../../../web/charts/plane-chart.ts';
import type { ChartWords } from '../../../web/charts/svg-of-plot.ts';

const words: ChartWords = {
  title: 'Rehabilitation & <exercise>',
  x: 'Willingness to pay',
  y: 'Probability',
  description: 'Two curves',
  note: '100 draws',
};
const chart: CurvesChart = {
  x: [0, 1, 2, 3],
  curves: [
    { name: 'usual "care"', colour: '#0072B2', values: [0.9, 0.5, 0.2, 0.1] },
    { name: 'rehabilitation', colour: '#D55E00', values: [0.05, 0.4, 0.7, 0.85] },
    { name: 'not told apart', colour: undefined, values: [0.05, 0.1, 0.1, 0.05] },
  ],
  envelope: { name: 'frontier', values: [0.9, 0.5, 0.7, 0.85], piece: [0, 0, 1, 1] },
  yDomain: [0, 1],
  formatX: String,
  formatY: String,
};

const textsOf = (svg: string) =>
  [...parseHTML(svg).document.querySelectorAll('text')].map((text) => text.textContent);
const pathsOf = (svg: string, stroke: string) => [
  ...parseHTML(svg).document.querySelectorAll(`[stroke="${stroke}"] path, path[stroke="${stroke}"]`),
];

describe('a chart of curves', () => {
  const svg = curvesChart(chart, words);

  it('is an SVG file of its own that says what it shows', () => {
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('role="img"');
    expect(svg).toContain('<title>Rehabilitation &amp; &lt;exercise&gt;</title><desc>Two curves</desc>');
    expect(textsOf(svg)).toEqual(expect.arrayContaining([words.title, words.x, words.y, words.note]));
  });

  it('names coloured curves and the envelope, and leaves the others in grey', () => {
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['usual "care"', 'rehabilitation', 'frontier']));
    expect(textsOf(svg)).not.toContain('not told apart');
    expect(pathsOf(svg, '#b4b4b4')).toHaveLength(1);
    expect(pathsOf(svg, '#222')).toHaveLength(2);
  });

  it('is the same bytes for the same input, with two decimals at most', () => {
    expect(curvesChart(chart, words)).toBe(svg);
    expect(svg).not.toMatch(/ d="[^"]*\.\d{3}/);
  });

  it('keeps names apart where curves end together', () => {
    const close = chart.curves.slice(0, 2).map((curve) => ({ ...curve, values: [0, 0, 0, 0] }));
    const crowded = parseHTML(curvesChart({ ...chart, curves: close }, words)).document;
    const heights = [...crowded.querySelectorAll('text')]
      .filter(({ textContent }) => ['usual "care"', 'rehabilitation'].includes(textContent ?? ''))
      .map((label) => Number(/,([\d.]+)\)/.exec(label.getAttribute('transform') ?? '')?.[1]));
    expect(heights).toHaveLength(2);
    expect(Math.abs(heights[0]! - heights[1]!)).toBeGreaterThanOrEqual(15.9);
  });
});

describe('the cost-effectiveness plane', () => {
  const cloud = (name: string, colour: string | undefined, draws: number) => ({
    name,
    colour,
    incrementalEffect: Float64Array.from({ length: draws }, (_, at) => at / draws),
    incrementalCost: Float64Array.from({ length: draws }, (_, at) => 100 - at),
    meanEffect: 0.5,
    meanCost: 50,
  });

  it('shows a point a draw and the mean, and of many draws some', () => {
    const circles = (svg: string) => (svg.match(/<circle/g) ?? []).length;
    expect(circles(planeChart([cloud('a', '#0072B2', 40), cloud('b', undefined, 40)], words, String))).toBe(
      82,
    );
    const many = circles(planeChart([cloud('a', '#0072B2', 100_000)], words, String));
    expect(many).toBeGreaterThan(3000);
    expect(many).toBeLessThanOrEqual(6001);
  });

  it('can show one strategy that is its own reference', () => {
    const alone = { ...cloud('a', '#0072B2', 3), meanEffect: 0, meanCost: 0 };
    alone.incrementalCost.fill(0);
    alone.incrementalEffect.fill(0);
    expect(planeChart([alone], words, String)).toContain('<circle');
  });
});
