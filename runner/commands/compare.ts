import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../../data-contracts/schemas/fields.ts';
import { writeWhole } from '../../functions/adapters/folder/write-whole.ts';
import { usualWillingnessToPay } from '../../models/economics/acceptability.ts';
import { compareDraws } from '../../models/economics/compare-draws.ts';
import { incrementalAnalysis } from '../../models/economics/incremental-analysis.ts';
import { partialInformation } from '../../models/economics/value-of-partial-information.ts';
import { openTerminal, say } from '../home.ts';
import {
  comparisonFiles,
  incrementalCsv,
  type ParameterInformation,
} from '../presentation/comparison-files.ts';
import { comparisonTable, evppiTable, incrementalTable } from '../presentation/comparison-table.ts';
import { UnusableTable } from '../table/csv-rows.ts';
import { type DrawsOfFile, readDraws, readParameters } from '../table/read-draws.ts';
import { readStrategies } from '../table/read-strategies.ts';
import { writeFiles } from '../write-files.ts';

interface CompareOptions {
  readonly strategies?: string;
  readonly draws?: string;
  readonly parameters?: string;
  readonly wtp?: readonly number[];
  readonly reference?: string;
  readonly out?: string;
}

/** `ennakko compare`: a health economist's tables and pictures from strategies, or from draws of a model. */
export const compareCommand = (command: Command) =>
  command
    .addOption(
      new Option('--strategies <csv>', 'strategy,cost,effect: gives the incremental table').conflicts(
        'draws',
      ),
    )
    .option('--draws <csv>', 'draw,strategy,cost,effect: gives means, curves and the value of information')
    .addOption(ofDraws('--wtp <list>', 'willingness to pay, such as 0,20000,50000').argParser(willingness))
    .addOption(ofDraws('--reference <strategy>', 'beside which money is saved and harm is done'))
    .addOption(
      ofDraws('--parameters <csv>', 'draw and a column a parameter: what knowing each would be worth'),
    )
    .option('--out <path>', 'with --strategies a CSV file, else a folder for CSV, JSON and pictures')
    .addHelpText(
      'after',
      '\n--wtp is 0 to 200,000 by 5,000 unless told; --reference the least costly strategy.',
    )
    .action(async (options: CompareOptions, command: Command) => {
      const { language } = openTerminal(command);
      if (options.strategies !== undefined) await tabulate(options.strategies, options.out, language);
      else if (options.draws !== undefined) await compare(options.draws, options, language);
      else command.error('error: expected --strategies or --draws');
    });

const ofDraws = (flags: string, description: string) =>
  new Option(flags, description).conflicts('strategies');

async function tabulate(file: string, out: string | undefined, language: Language): Promise<void> {
  const rows = incrementalAnalysis(await readStrategies(file));
  if (out === undefined) {
    process.stdout.write(incrementalCsv(rows));
    return;
  }
  await writeWhole(out, Buffer.from(incrementalCsv(rows)));
  say(incrementalTable(rows, language));
  say(out);
}

async function compare(file: string, options: CompareOptions, language: Language): Promise<void> {
  const drawn = await readDraws(file);
  const { reference, out, wtp = usualWillingnessToPay } = options;
  if (reference !== undefined && !drawn.strategies.includes(reference)) {
    throw new UnusableTable(
      file,
      undefined,
      'strategy',
      `expected a row for the reference ${reference}, got none`,
    );
  }
  const comparison = compareDraws(drawn, wtp, reference);
  const parameters = await informationOf(options.parameters, drawn, wtp);
  say(comparisonTable(comparison, drawn.strategies, language));
  if (parameters.length > 0) say(`\n${evppiTable(comparison, parameters, language)}`);
  if (out === undefined) return;
  // Loaded only where pictures are made.
  const { comparisonPictures } = await import('../presentation/comparison-pictures.ts');
  const files = {
    ...comparisonFiles(comparison, drawn.strategies, parameters),
    ...comparisonPictures(drawn, comparison, language),
  };
  for (const path of await writeFiles(files, out)) say(path);
}

/** What knowing each parameter would be worth, one at a time. */
async function informationOf(
  file: string | undefined,
  drawn: DrawsOfFile,
  wtp: readonly number[],
): Promise<ParameterInformation[]> {
  if (file === undefined) return [];
  const parameters = await readParameters(file, drawn);
  return Object.entries(parameters).map(([parameter, values]) => {
    try {
      return { parameter, information: partialInformation(drawn, { [parameter]: values }, wtp) };
    } catch (error) {
      throw error instanceof RangeError
        ? new UnusableTable(file, undefined, parameter, error.message)
        : error;
    }
  });
}

function willingness(given: string): number[] {
  const list = given.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (list.every((own) => own >= 0 && own < Infinity)) return [...new Set(list)].sort((a, b) => a - b);
  throw new InvalidArgumentError('expected numbers from 0, such as 0,20000,50000.');
}
