import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../../data-contracts/schemas/fields.ts';
import { comparisonTexts } from '../../data-contracts/vocabularies/comparison.ts';
import { writeWhole } from '../../functions/adapters/folder/write-whole.ts';
import { usualWillingnessToPay } from '../../models/economics/acceptability.ts';
import { besideReference } from '../../models/economics/beside-reference.ts';
import { compareDraws } from '../../models/economics/compare-draws.ts';
import { incrementalAnalysis } from '../../models/economics/incremental-analysis.ts';
import { partialInformation } from '../../models/economics/value-of-partial-information.ts';
import { say as translated } from '../../wording/say.ts';
import { openTerminal, say } from '../home.ts';
import {
  comparisonFiles,
  incrementalCsv,
  type ParameterInformation,
} from '../presentation/comparison-files.ts';
import {
  besideTable,
  comparisonTable,
  evppiTable,
  incrementalTable,
} from '../presentation/comparison-table.ts';
import { seenName } from '../table/column-names.ts';
import { UnusableTable } from '../table/csv-rows.ts';
import type { DrawsOfFile } from '../table/gathered-draws.ts';
import { readCostsAndEffects, readDraws, readParameters } from '../table/read-draws.ts';
import { readStrategies } from '../table/read-strategies.ts';
import { WrittenNumbers } from '../table/written-number.ts';
import { writeFiles } from '../write-files.ts';

interface CompareOptions {
  readonly strategies?: string;
  readonly draws?: string;
  readonly costs?: string;
  readonly effects?: string;
  readonly together?: readonly string[][];
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
    .option(
      '--draws <csv>',
      'draw,strategy,cost,effect, or a row a draw with cost_A,effect_A,cost_B …: gives means, curves and the value of information',
    )
    .addOption(
      ofDraws(
        '--costs <csv>',
        'instead of --draws: a row a draw, a column a strategy; with --effects',
      ).conflicts('draws'),
    )
    .addOption(ofDraws('--effects <csv>', 'the effects to --costs, shaped alike').conflicts('draws'))
    .addOption(ofDraws('--wtp <list>', 'willingness to pay, such as 0,20000,50000').argParser(willingness))
    .option('--reference <strategy>', 'beside which every other is told')
    .addOption(
      ofDraws('--parameters <csv>', 'draw and a column a parameter: what knowing each would be worth'),
    )
    .addOption(
      ofDraws(
        '--together <list>',
        'parameters to be known together, such as pFail,pDie; may be given more than once',
      ).argParser((given: string, before: string[][] = []) => [...before, given.split(',').map(seenName)]),
    )
    .option('--out <path>', 'with --strategies a CSV file, else a folder for CSV, JSON and pictures')
    .addHelpText(
      'after',
      '\n--wtp is 0 to 200,000 by 5,000 unless told; --reference the least costly strategy.',
    )
    .action(async (options: CompareOptions, command: Command) => {
      const { language } = openTerminal(command);
      const { strategies, draws, costs, effects } = options;
      if (strategies !== undefined) await tabulate(strategies, options, language);
      else if (draws !== undefined) await compare(await readDraws(draws), options, language);
      else if (costs !== undefined && effects !== undefined)
        await compare(await readCostsAndEffects(costs, effects), options, language);
      else command.error('error: expected --strategies or --draws, or --costs and --effects');
    });

const ofDraws = (flags: string, description: string) =>
  new Option(flags, description).conflicts('strategies');

async function tabulate(file: string, { out, reference }: CompareOptions, language: Language): Promise<void> {
  const { strategies, encoding } = await readStrategies(file);
  tellEncoding(file, encoding, language);
  requireReference(
    file,
    reference,
    strategies.map(({ strategy }) => strategy),
  );
  const rows = incrementalAnalysis(strategies);
  const csv = incrementalCsv(rows, reference && seenName(reference));
  if (out === undefined) {
    process.stdout.write(csv);
    return;
  }
  await writeWhole(out, Buffer.from(csv));
  say(incrementalTable(rows, language));
  say(out);
}

/** A file in an older encoding is read, and it is said that it was. */
function tellEncoding(file: string, encoding: DrawsOfFile['encoding'], language: Language): void {
  if (encoding === 'windows-1252')
    process.stderr.write(`${translated(comparisonTexts.readAs, language, { file })}\n`);
}

function requireReference(file: string, reference: string | undefined, strategies: readonly string[]): void {
  if (reference === undefined || strategies.includes(seenName(reference))) return;
  const expected = `expected a row for the reference ${reference}, got none`;
  throw new UnusableTable(file, undefined, 'strategy', expected);
}

async function compare(drawn: DrawsOfFile, options: CompareOptions, language: Language): Promise<void> {
  const { out, wtp = usualWillingnessToPay } = options;
  const reference = options.reference && seenName(options.reference);
  tellEncoding(drawn.file, drawn.encoding, language);
  requireReference(drawn.file, reference, drawn.strategies);
  const comparison = compareDraws(drawn, wtp, reference);
  const parameters = await informationOf(options, drawn, wtp);
  // The table shows the last willingness to pay alone.
  const beside = besideReference(drawn, comparison.reference, out === undefined ? wtp.slice(-1) : wtp);
  say(comparisonTable(comparison, drawn.strategies, language));
  if (beside.length > 0) say(`\n${besideTable(comparison.reference, beside, language)}`);
  if (parameters.length > 0) say(`\n${evppiTable(comparison, parameters, language)}`);
  if (out === undefined) return;
  // Loaded only where pictures are made.
  const { comparisonPictures } = await import('../presentation/comparison-pictures.ts');
  const files = {
    ...comparisonFiles(comparison, drawn.strategies, parameters, beside),
    ...comparisonPictures(drawn, comparison, language),
  };
  for (const path of await writeFiles(files, out)) say(path);
}

/** What knowing each parameter would be worth, one at a time and those that are asked for together. */
async function informationOf(
  { parameters: file, together = [] }: CompareOptions,
  drawn: DrawsOfFile,
  wtp: readonly number[],
): Promise<ParameterInformation[]> {
  if (file === undefined) return [];
  const parameters = await readParameters(file, drawn);
  const names = Object.keys(parameters);
  for (const name of together.flat())
    if (!names.includes(name))
      throw new UnusableTable(file, 1, name, 'expected a column of this name, got none');
  return [...names.map((name) => [name]), ...together].map((known) => {
    const parameter = known.join(' + ');
    const values = Object.fromEntries(known.map((name) => [name, parameters[name]!]));
    try {
      return { parameter, information: partialInformation(drawn, values, wtp) };
    } catch (error) {
      throw error instanceof RangeError
        ? new UnusableTable(file, undefined, parameter, error.message)
        : error;
    }
  });
}

/** Numbers parted by commas, or by semicolons where decimals or thousands are written the Finnish way. */
function willingness(given: string): number[] {
  const separator = given.includes(';') ? ';' : ',';
  const list = given.split(separator).map((part) => numberOf(part.trim(), separator));
  if (list.every((own) => own >= 0)) return [...new Set(list)].sort((a, b) => a - b);
  throw new InvalidArgumentError('expected numbers from 0, such as 0,20000,50000.');
}

function numberOf(text: string, separator: string): number {
  try {
    return new WrittenNumbers(separator).read(text);
  } catch {
    return Number.NaN;
  }
}
