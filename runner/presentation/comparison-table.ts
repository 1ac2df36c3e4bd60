import type { Language } from '../../data-contracts/schemas/fields.ts';
import { comparisonTexts as texts } from '../../data-contracts/vocabularies/comparison.ts';
import type { BesideReference } from '../../models/economics/beside-reference.ts';
import type { DrawComparison } from '../../models/economics/compare-draws.ts';
import type { DrawnSummary } from '../../models/economics/drawn-change.ts';
import type { IncrementalRow } from '../../models/economics/incremental-analysis.ts';
import { figures } from '../../wording/figures.ts';
import { say } from '../../wording/say.ts';
import type { ParameterInformation } from './comparison-files.ts';
import Table from './drawn-table.ts';

/** Rows of a long table that the terminal shows; the files have all. */
const rowsShown = 12;

const plain = { style: { head: [], border: [], compact: true }, wordWrap: true };

/** The incremental table in words. */
export function incrementalTable(rows: readonly IncrementalRow[], language: Language): string {
  const number = readableNumber(language);
  const table = new Table({
    ...plain,
    head: [
      texts.strategy,
      texts.cost,
      texts.effect,
      texts.incrementalCost,
      texts.incrementalEffect,
      texts.icer,
      texts.status,
    ].map((word) => word[language]),
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'left'],
    colWidths: [28, 16, 14, 16, 15, 20, 26],
  });
  for (const row of rows) {
    const { strategy, cost, effect, incrementalCost, incrementalEffect, icer, status } = row;
    const figuresOfRow = [cost, effect, incrementalCost, incrementalEffect, icer].map(number);
    table.push([strategy, ...figuresOfRow, texts.statuses[status][language]]);
  }
  return table.toString();
}

/** Means with their errors, the chance of saving and of harm, and what is best at which willingness to pay. */
export function comparisonTable(
  comparison: DrawComparison,
  names: readonly string[],
  language: Language,
): string {
  const { draws, reference } = comparison;
  const note = say(texts.besideReference, language, { reference, count: draws });
  return [
    incrementalTable(comparison.strategies, language),
    '',
    risksTable(comparison, language),
    note,
    '',
    curvesTable(comparison, names, language),
  ].join('\n');
}

/** Every strategy beside the reference, with the middle 95 % of the draws; net benefit at the greatest willingness to pay. */
export function besideTable(
  reference: string,
  beside: readonly BesideReference[],
  language: Language,
): string {
  const number = readableNumber(language);
  const within = (mean: number | null, interval: readonly [number, number] | null) =>
    `${number(mean)}${interval ? ` (${number(interval[0])} – ${number(interval[1])})` : ''}`;
  const of = ({ mean, lower95, upper95 }: DrawnSummary) => within(mean, [lower95, upper95]);
  const figure = number(beside[0]!.netBenefit.at(-1)?.willingnessToPay ?? null);
  const heads = [
    say(texts.beside, language, { reference }),
    texts.incrementalCost[language],
    texts.incrementalEffect[language],
    texts.icer[language],
    say(texts.incrementalNetBenefit, language, { figure }),
  ];
  const table = new Table({
    ...plain,
    head: heads,
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    colWidths: [24, 26, 26, 26, 28],
  });
  for (const { strategy, incrementalCost, incrementalEffect, icer, icerInterval, netBenefit } of beside) {
    const last = netBenefit.at(-1);
    table.push([
      strategy,
      of(incrementalCost),
      of(incrementalEffect),
      within(icer, icerInterval),
      last ? of(last.incremental) : '–',
    ]);
  }
  return table.toString();
}

/** What knowing each parameter would be worth where knowing everything is worth most, the most first. */
export function evppiTable(
  { curves }: DrawComparison,
  parameters: readonly ParameterInformation[],
  language: Language,
): string {
  const number = readableNumber(language);
  const at = curves.reduce((most, own, place) => (own.evpi > curves[most]!.evpi ? place : most), 0);
  const figure = number(curves[at]!.willingnessToPay);
  const table = new Table({
    ...plain,
    head: [texts.parameter[language], say(texts.evppi, language, { figure })],
    colAligns: ['left', 'right'],
    colWidths: [32, 44],
  });
  const sorted = parameters.toSorted(
    (one, other) => other.information[at]!.evppi - one.information[at]!.evppi,
  );
  for (const { parameter, information } of sorted) {
    const { evppi, evppiError } = information[at]!;
    table.push([parameter, `${number(evppi)} ± ${number(evppiError)}`]);
  }
  return table.toString();
}

function risksTable({ strategies }: DrawComparison, language: Language): string {
  const number = readableNumber(language);
  const share = readableShare(language);
  const table = new Table({
    ...plain,
    head: [texts.strategy, texts.cost, texts.effect, texts.savesMoney, texts.harms].map(
      (word) => word[language],
    ),
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    colWidths: [28, 26, 24, 22, 22],
  });
  for (const { strategy, cost, costError, effect, effectError, against } of strategies) {
    table.push([
      strategy,
      `${number(cost)} ± ${number(costError)}`,
      `${number(effect)} ± ${number(effectError)}`,
      against ? share(against.probabilitySavesMoney.mean) : '–',
      against ? share(against.probabilityHarm.mean) : '–',
    ]);
  }
  return table.toString();
}

function curvesTable({ curves }: DrawComparison, names: readonly string[], language: Language): string {
  const number = readableNumber(language);
  const share = readableShare(language);
  const table = new Table({
    ...plain,
    head: [texts.willingnessToPay, texts.optimal, texts.acceptability, texts.evpi].map(
      (word) => word[language],
    ),
    colAligns: ['right', 'left', 'right', 'right'],
    colWidths: [18, 32, 28, 26],
  });
  const every = Math.ceil(curves.length / rowsShown);
  for (const at of curves.filter((_, place) => place % every === 0)) {
    table.push([
      number(at.willingnessToPay),
      names[at.optimal]!,
      `${share(at.acceptability[at.optimal]!)} ± ${share(at.acceptabilityError[at.optimal]!)}`,
      `${number(at.evpi)} ± ${number(at.evpiError)}`,
    ]);
  }
  return table.toString();
}

const readableShare = (language: Language) => (value: number) =>
  Number.isNaN(value) ? '–' : figures(language).share(value);

/** Whole from 1,000 up, else four significant digits; a dash where there is none. */
const readableNumber = (language: Language) => (value: number | null) => {
  if (value === null || Number.isNaN(value)) return '–';
  const { count, decimal } = figures(language);
  if (Number.isInteger(value)) return count(value);
  const size = Math.floor(Math.log10(Math.abs(value)));
  return decimal(value, Math.min(10, Math.max(0, 3 - size)));
};
