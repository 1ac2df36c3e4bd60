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

/** The incremental table, a row a strategy; what there is not is empty. */
export const incrementalCsv = (rows: readonly IncrementalRow[]) =>
  plainCsv(
    incrementalColumns,
    rows.map((row) => incrementalColumns.map((column) => row[column])),
  );

/** Tables of a comparison over draws, by name of file. */
export function comparisonFiles(
  comparison: DrawComparison,
  names: readonly string[],
  parameters: readonly ParameterInformation[],
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
    ...(parameters.length > 0 ? { 'evppi.csv': evppiCsv(parameters) } : {}),
    'comparison.json': comparisonJson(comparison, names, parameters),
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
