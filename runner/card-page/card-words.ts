import type { EstimateWithInterval } from '../../data-contracts/schemas/evaluation-report.ts';
import type { Language, Texts } from '../../data-contracts/schemas/fields.ts';
import type { ModelCard } from '../../data-contracts/schemas/model-card.ts';
import type { ModelMonitoring } from '../../data-contracts/schemas/model-monitoring.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { figures } from '../../wording/figures.ts';
import { say } from '../../wording/say.ts';
import { html, type Markup } from './html.ts';

/** What every part of the page is made with. */
export interface PageParts {
  readonly card: ModelCard;
  readonly language: Language;
  /** Of scores that this model made; undefined: none yet. */
  readonly monitoring?: ModelMonitoring | undefined;
}

/** Words and figures in the page's language. */
export function wordsIn(language: Language) {
  const { decimal, share, count, day } = figures(language);
  const number = (value: number | null, digits: number) =>
    value === null
      ? '–'
      : decimal(value, digits)
          .replace(/^[-−](?=[0.,]*$)/, '')
          .replace('-', '−');
  return {
    word: (text: Texts, values: Record<string, string | number> = {}) => say(text, language, values),
    number,
    share: (value: number | null) => (value === null ? '–' : share(value)),
    count: (value: number | 'suppressed') =>
      value === 'suppressed' ? texts.withheld.suppressed[language] : count(value),
    day,
    interval: ({ estimate, lower95, upper95 }: EstimateWithInterval, digits: number) =>
      lower95 === null
        ? number(estimate, digits)
        : `${number(estimate, digits)} (${number(lower95, digits)}\u00a0…\u00a0${number(upper95, digits)})`,
    /** A change in probability, in percentage points with its sign. */
    points: (change: number) => number(change * 100, 1).replace(/^(?=\d)(?![0.,]*$)/, '+'),
  };
}

/** The mark of people who are not real; it stands wherever figures do. */
export function originMark({ card, language }: PageParts): Markup {
  return card.origin === 'register'
    ? html``
    : html`<p class="mark">${texts.origins[card.origin][language]}</p>`;
}

/** A part of the page with figures in it. */
export function figureSection(parts: PageParts, id: string, title: Texts, content: Markup): Markup {
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title[parts.language]}</h2>
${originMark(parts)}
${content}
</section>`;
}

/** A table: the first cell of each row is its heading. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): Markup {
  return html`<div class="scroll"><table>
<caption>${caption}</caption>
<thead><tr>${heads.map((head, at) => html`<th scope="col"${at > 0 ? numberClass : ''}>${head}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([first, ...cells]) =>
    html`<tr><th scope="row">${first ?? ''}</th>${cells.map((cell) => html`<td class="number">${cell}</td>`)}</tr>
`,
)}</tbody></table></div>`;
}

const numberClass = html` class="number"`;
