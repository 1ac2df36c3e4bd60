import { type PlotOptions, plot } from '@observablehq/plot';
import { type LightDocument, lightDocument } from './light-document.ts';

/** Attributes that place something; their last digits differ between machines and nobody sees them. */
const placing = /\b(d|transform|points|x|y|x1|x2|y1|y2|cx|cy|r|width|height)="([^"]*)"/g;

/** What no XML file may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

/** What every chart says in words. Charts know no language: they are given texts and formats. */
export interface ChartWords {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  /** What the picture shows, for whoever cannot see it. */
  readonly description: string;
  /** Small print under the picture. */
  readonly note: string;
}

/** Room around what is drawn, pixels. */
export const frame = { width: 860, height: 520, top: 64, right: 212, bottom: 76, left: 84 } as const;

/** The label of an x axis: under its middle, clear of the numbers. */
export const axisBelow = { labelAnchor: 'center', labelArrow: 'none', labelOffset: 44 } as const;

/**
 * A picture by Observable Plot as an SVG file of its own: the title and what the y axis shows above, small print
 * below; the same bytes for the same input. Leave the y axis without a label.
 */
export function svgOfPlot(words: ChartWords, options: PlotOptions): string {
  const document = lightDocument();
  const drawn = plot({
    ...options,
    document,
    className: 'chart',
    width: frame.width,
    height: frame.height,
    marginTop: frame.top,
    marginRight: frame.right,
    marginBottom: frame.bottom,
    marginLeft: frame.left,
    style: {
      background: 'white',
      color: '#222',
      fontFamily: 'Arial, Helvetica, sans-serif',
      fontSize: '12px',
    },
  });
  drawn.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  drawn.setAttribute('role', 'img');
  // In elements, not in attributes, which the light DOM writes as HTML and not as XML.
  drawn.prepend(named(document, 'title', words.title), named(document, 'desc', words.description));
  drawn.append(
    line(document, words.title, 16, 24, 16, 'bold'),
    line(document, words.y, 16, 48, 12),
    line(document, words.note, 16, 506, 11),
  );
  const written = String(drawn.outerHTML).replaceAll(unwritable, '');
  return `${written.replaceAll(placing, (_, name, numbers) => `${name}="${rounded(numbers)}"`)}\n`;
}

const rounded = (numbers: string) =>
  numbers.replaceAll(/-?\d+\.\d+(e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(2))));

function named(document: LightDocument, name: 'title' | 'desc' | 'text', content: string) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  element.textContent = content;
  return element;
}

function line(document: LightDocument, text: string, x: number, y: number, size: number, weight = 'normal') {
  const element = named(document, 'text', text);
  const attributes = { x, y, 'font-size': size, 'font-weight': weight, 'text-anchor': 'start' };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
