import { type BesideReference, pairwise } from '../../models/economics/beside-reference.ts';
import type { DrawComparison } from '../../models/economics/compare-draws.ts';
import type { IncrementalRow } from '../../models/economics/incremental-analysis.ts';
import type { PartialInformation } from '../../models/economics/value-of-partial-information.ts';
import { plainCsv } from '../table/plain-csv.ts';

/** What knowing one parameter would be worth. */
export interface ParameterInformation {
  readonly parameter: string;
  readonly information: readonly PartialInformation[];
}

const incrementalColumns = [
  'strategy',
  'cost',
  'effect',
  'incrementalCost',
  'incrementalEffect',
  'icer',
  'status',
] as const;

/** The incremental table, a row a strategy; what there is not is empty. With a reference, also each beside that. */
export function incrementalCsv(rows: readonly IncrementalRow[], reference?: string): string {
  const cells = (row: IncrementalRow) => incrementalColumns.map((column) => row[column]);
  if (reference === undefined) return plainCsv(incrementalColumns, rows.map(cells));
  const beside = new Map(
    pairwise(rows)
      .filter((pair) => pair.beside === reference)
      .map((pair) => [pair.strategy, [pair.incrementalCost, pair.incrementalEffect, pair.icer]]),
  );
  return plainCsv(
    [...incrementalColumns, 'costBesideReference', 'effectBesideReference', 'icerBesideReference'],
    rows.map((row) => [...cells(row), ...(beside.get(row.strategy) ?? [null, null, null])]),
  );
}

/** Tables of a comparison over draws, by name of file. */
export function comparisonFiles(
  comparison: DrawComparison,
  names: readonly string[],
  parameters: readonly ParameterInformation[],
  beside: readonly BesideReference[],
): Record<string, string> {
  const { curves } = comparison;
  const perStrategy = (
    columns: readonly string[],
    of: (at: (typeof curves)[number], place: number) => number[],
  ) =>
    plainCsv(
      ['wtp', 'strategy', ...columns],
      curves.flatMap((at) =>
        names.map((name, place) => [at.willingnessToPay, name, ...of(at, place)] as const),
      ),
    );
  return {
    'means.csv': meansCsv(comparison),
    'acceptability.csv': perStrategy(['acceptability', 'standardError'], (at, place) => [
      at.acceptability[place]!,
      at.acceptabilityError[place]!,
    ]),
    'expected-loss.csv': perStrategy(['expectedLoss', 'standardError'], (at, place) => [
      at.expectedLoss[place]!,
      at.expectedLossError[place]!,
    ]),
    'net-benefit.csv': perStrategy(['expectedNetBenefit'], (at, place) => [at.expectedNetBenefit[place]!]),
    'frontier.csv': plainCsv(
      ['wtp', 'strategy', 'acceptability', 'expectedNetBenefit'],
      curves.map(({ willingnessToPay, optimal, acceptability, expectedNetBenefit }) => [
        willingnessToPay,
        names[optimal]!,
        acceptability[optimal]!,
        expectedNetBenefit[optimal]!,
      ]),
    ),
    'evpi.csv': plainCsv(
      ['wtp', 'evpi', 'standardError'],
      curves.map(({ willingnessToPay, evpi, evpiError }) => [willingnessToPay, evpi, evpiError]),
    ),
    'beside-reference.csv': besideCsv(comparison.reference, beside),
    'incremental-net-benefit.csv': incrementalNetBenefitCsv(comparison.reference, beside),
    'pairwise.csv': pairwiseCsv(comparison),
    ...(parameters.length > 0 ? { 'evppi.csv': evppiCsv(parameters) } : {}),
    'comparison.json': comparisonJson(comparison, names, parameters, beside),
  };
}

function meansCsv({ strategies }: DrawComparison): string {
  const header = [
    ...incrementalColumns,
    'costStandardError',
    'effectStandardError',
    'probabilitySavesMoney',
    'probabilityHarm',
  ];
  return plainCsv(
    header,
    strategies.map((row) => [
      ...incrementalColumns.map((column) => row[column]),
      row.costError,
      row.effectError,
      row.against?.probabilitySavesMoney.mean ?? null,
      row.against?.probabilityHarm.mean ?? null,
    ]),
  );
}

/** Each strategy beside the reference, with the middle 95 % of the draws. */
const besideCsv = (reference: string, beside: readonly BesideReference[]) =>
  plainCsv(
    ['strategy', 'reference', ...['incrementalCost', 'incrementalEffect', 'icer'].flatMap(withInterval)],
    beside.map(({ strategy, incrementalCost: cost, incrementalEffect: effect, icer, icerInterval }) => [
      strategy,
      reference,
      ...[cost, effect].flatMap(({ mean, lower95, upper95 }) => [mean, lower95, upper95]),
      icer,
      ...(icerInterval ?? [null, null]),
    ]),
  );

const withInterval = (column: string) => [column, `${column}Lower95`, `${column}Upper95`];

const incrementalNetBenefitCsv = (reference: string, beside: readonly BesideReference[]) =>
  plainCsv(
    ['wtp', 'strategy', 'reference', ...withInterval('incrementalNetBenefit'), 'probabilityAboveZero'],
    beside.flatMap(({ strategy, netBenefit }) =>
      netBenefit.map(
        ({ willingnessToPay, incremental: { mean, lower95, upper95 }, probabilityAboveZero }) => [
          willingnessToPay,
          strategy,
          reference,
          mean,
          lower95,
          upper95,
          probabilityAboveZero,
        ],
      ),
    ),
  );

/** Every strategy beside every other, by means. */
const pairwiseCsv = ({ strategies }: DrawComparison) =>
  plainCsv(
    ['strategy', 'beside', 'incrementalCost', 'incrementalEffect', 'icer', 'position'],
    pairwise(strategies).map((pair) => [
      pair.strategy,
      pair.beside,
      pair.incrementalCost,
      pair.incrementalEffect,
      pair.icer,
      pair.position,
    ]),
  );

const evppiCsv = (parameters: readonly ParameterInformation[]) =>
  plainCsv(
    ['wtp', 'parameter', 'evppi', 'standardError'],
    parameters.flatMap(({ parameter, information }) =>
      information.map(({ willingnessToPay, evppi, evppiError }) => [
        willingnessToPay,
        parameter,
        evppi,
        evppiError,
      ]),
    ),
  );

/** Everything in one file. NaN, which JSON does not know, is null. */
function comparisonJson(
  { draws, reference, strategies, curves }: DrawComparison,
  names: readonly string[],
  parameters: readonly ParameterInformation[],
  beside: readonly BesideReference[],
): string {
  const content = {
    draws,
    reference,
    strategies: strategies.map(({ costError, effectError, against, ...row }) => ({
      ...row,
      costStandardError: costError,
      effectStandardError: effectError,
      probabilitySavesMoney: against?.probabilitySavesMoney.mean ?? null,
      probabilityHarm: against?.probabilityHarm.mean ?? null,
    })),
    willingnessToPay: curves.map((at) => ({
      wtp: at.willingnessToPay,
      frontier: names[at.optimal],
      evpi: at.evpi,
      evpiStandardError: at.evpiError,
      strategies: names.map((strategy, place) => ({
        strategy,
        expectedNetBenefit: at.expectedNetBenefit[place],
        acceptability: at.acceptability[place],
        acceptabilityStandardError: at.acceptabilityError[place],
        expectedLoss: at.expectedLoss[place],
        expectedLossStandardError: at.expectedLossError[place],
      })),
    })),
    besideReference: beside,
    evppi: parameters.flatMap(({ parameter, information }) =>
      information.map((own) => ({
        parameter,
        wtp: own.willingnessToPay,
        evppi: own.evppi,
        standardError: own.evppiError,
      })),
    ),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
