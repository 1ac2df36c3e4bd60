import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import example from '../../../../data-contracts/examples/model-card.json' with { type: 'json' };
import type { GroupReport, HorizonReport } from '../../../../data-contracts/schemas/evaluation-report.ts';
import { Language } from '../../../../data-contracts/schemas/fields.ts';
import { ModelCard } from '../../../../data-contracts/schemas/model-card.ts';
import { modelCardTexts } from '../../../../data-contracts/vocabularies/model-card-texts.ts';
import { serviceStatuses } from '../../../../data-contracts/vocabularies/service-statuses.ts';
import { texts } from '../../../../data-contracts/vocabularies/texts.ts';
import { cardSummary } from '../../../../runner/card-page/card-summary.ts';
import { html, Markup } from '../../../../runner/card-page/html.ts';
import { modelCardPage } from '../../../../runner/card-page/model-card-page.ts';
import { pageStyle } from '../../../../runner/card-page/page-style.ts';
import { wordMonitoring } from '../../../../wording/word-monitoring.ts';
import { asTrained } from '../../cohort/small-county.ts';

const card = ModelCard.parse(example);
type Evaluated = Extract<HorizonReport, { status: 'evaluated' }>;
const isReported = (group: GroupReport): group is Extract<GroupReport, { status: 'reported' }> =>
  group.status === 'reported';
const groupsOf = ({ evaluation }: ModelCard) => (evaluation.models.network!.horizons[0] as Evaluated).groups;

/** The card with one grouping of its own at every horizon. */
function withGroups(groups: GroupReport[], name = 'regularService'): ModelCard {
  const { models } = card.evaluation;
  const horizons = models.network!.horizons.map((one) => ({ ...one, groups: [{ name, groups }] }));
  const network = { ...models.network!, horizons: horizons as HorizonReport[] };
  return { ...card, evaluation: { ...card.evaluation, models: { ...models, network } } };
}

const bodyOf = (page: string) => parseHTML(page).document;

describe.each(Language.options)('the page of a model’s card, %s', (language) => {
  const page = modelCardPage(card, language);
  const document = bodyOf(page);
  const all = (selector: string) => [...document.querySelectorAll(selector)];

  it('is the same when made again, and says its language', () => {
    expect(modelCardPage(card, language)).toBe(page);
    expect(document.documentElement.getAttribute('lang')).toBe(language);
  });

  it('needs no network and runs no script', () => {
    expect(all('script, link, img, iframe, object')).toEqual([]);
    const addresses = page.match(/(?:https?:)?\/\/[^\s"'<)]+/g) ?? [];
    expect(addresses.filter((address) => !address.includes('www.w3.org'))).toEqual([]);
    expect(page).not.toMatch(/url\(|@import| on[a-z]+="/);
    expect(document.querySelector('meta[http-equiv]')!.getAttribute('content')).toContain(
      "default-src 'none'",
    );
  });

  it('marks invented people at its top and beside the figures of every section', () => {
    const mark = texts.origins.simulated[language];
    expect(document.querySelector('.banner')!.textContent).toBe(mark);
    const withFigures = all('section').filter((section) => section.querySelector('svg, table, .mark'));
    const unmarked = withFigures.filter((section) => section.querySelector('.mark')?.textContent !== mark);
    expect(unmarked.map((section) => section.getAttribute('aria-labelledby'))).toEqual(['tripod']);
    expect(cardSummary(card, language)[0]).toContain(mark);
    const real = modelCardPage({ ...card, origin: 'register' }, language);
    expect(bodyOf(real).querySelector('.mark, .banner')).toBeNull();
  });

  it('tells the order among those without regular services beside that of everybody, and their status in words', () => {
    const auc = { estimate: 0.843, lower95: 0.801, upper95: 0.88 };
    const [sample] = groupsOf(card).flatMap(({ groups }) => groups.filter(isReported));
    const without = { ...sample!, label: 'without', auc };
    const said = cardSummary(withGroups([without]), language).join('\n');
    expect(said).toMatch(/84 .*80–88/);
    const hidden = cardSummary(withGroups([{ label: 'without', status: 'suppressed' }]), language).join('\n');
    expect(hidden).toContain(modelCardTexts.short.withoutServiceSuppressed[language]);
    const status = withGroups([{ ...sample!, label: 'regular-home-care' }], 'serviceStatus');
    expect(modelCardPage(status, language)).toContain(serviceStatuses['regular-home-care'][language]);
    expect(cardSummary(card, language)).not.toContain(hidden);
  });

  it('can be read without seeing: headings in order, named pictures, tables with headings', () => {
    expect(all('h1')).toHaveLength(1);
    for (const section of all('section')) {
      const heading = section.querySelector('h2')!;
      expect(heading.getAttribute('id')).toBe(section.getAttribute('aria-labelledby'));
    }
    expect(all('svg').length).toBeGreaterThan(8);
    for (const svg of all('svg')) {
      expect(svg.getAttribute('role')).toBe('img');
      expect(svg.getAttribute('aria-label')!.length).toBeGreaterThan(20);
    }
    for (const heading of all('th')) expect(heading.getAttribute('scope')).toMatch(/^(col|row|rowgroup)$/);
    expect(new Set(all('[id]').map((own) => own.getAttribute('id'))).size).toBe(all('[id]').length);
  });

  it('draws no number that is none, and leaves no placeholder unfilled', () => {
    expect(page).not.toMatch(/NaN|undefined|\bnull\b|Infinity|\{[a-z]+\}/);
  });

  it('lets no text be markup', () => {
    const title = { fi: '<b>x</b>', sv: '<b>x</b>', en: '<b>x</b>' };
    const hostile = { ...card, programme: { ...card.programme, title } };
    const made = modelCardPage(hostile, language);
    expect(made).not.toContain('<b>x</b>');
    expect(bodyOf(made).querySelector('h1')!.textContent).toContain('<b>x</b>');
  });

  it('says how the model stands, of its own scores only', () => {
    const own = { ...asTrained, modelVersion: card.modelVersion };
    const said = bodyOf(modelCardPage(card, language, own)).querySelector('[aria-labelledby=monitoring]')!;
    const sentences = [...said.querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(sentences).toEqual(wordMonitoring(own).map(({ text }) => text[language]));
    expect(said.querySelector('.mark')!.textContent).toBe(texts.origins.simulated[language]);
    expect(modelCardPage(card, language, { ...own, modelVersion: 'another' })).toBe(page);
  });

  it('says so where nobody was followed to a horizon', () => {
    const short = structuredClone(card);
    const network = short.evaluation.models.network!;
    network.horizons[1] = { status: 'too-little-follow-up', horizon: 36 };
    expect(() => modelCardPage(short, language)).not.toThrow();
    expect(cardSummary(short, language).length).toBeLessThan(cardSummary(card, language).length);
  });
});

describe('the template', () => {
  it('escapes what is put in, but markup', () => {
    const shown = html`<p title="${'"\'&'}">${['<i>', new Markup('<br>'), 3]}</p>`;
    expect(shown.text).toBe('<p title="&quot;&#39;&amp;">&lt;i&gt;<br>3</p>');
  });
});

describe('the colours of the page', () => {
  it('stand out: at least 4.5 to 1 where there is text', () => {
    const pairs = [...pageStyle.text.matchAll(/(?:^|[{;\s])color: (#[0-9a-f]{3,6})/g)].map(([, own]) => own!);
    expect(pairs.length).toBeGreaterThan(4);
    for (const colour of pairs) {
      const isLight = luminance(colour) > 0.5;
      expect(contrast(colour, isLight ? '#7a1f00' : '#ffffff'), colour).toBeGreaterThanOrEqual(4.5);
    }
  });
});

/** @source WCAG 2.2, relative luminance and contrast ratio */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const digits =
    colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit) : colour.match(/\w\w/g)!;
  const [red, green, blue] = digits.map((pair) => {
    const share = Number.parseInt(pair, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
