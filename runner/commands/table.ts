import { type Command, InvalidArgumentError, Option } from 'commander';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { writeWhole } from '../../functions/adapters/folder/write-whole.ts';
import { crossFit } from '../../functions/core/risk/cross-fit.ts';
import { crossFitFigures } from '../../functions/core/risk/cross-fit-figures.ts';
import { columnsTellingOfCensoring } from '../../functions/core/risk/missing-tells-censoring.ts';
import {
  type Repetition,
  rowsForTest,
  seededFolds,
  seededTest,
} from '../../functions/core/risk/table-folds.ts';
import { TooLittleToLearnFrom } from '../../functions/core/risk/training-plan.ts';
import { say as inWords } from '../../wording/say.ts';
import { openTerminal, say, wholeNumber } from '../home.ts';
import { crossFitTable } from '../presentation/cross-fit-table.ts';
import { UnusableTable } from '../table/csv-rows.ts';
import { keptInFolder } from '../table/kept-in-folder.ts';
import { predictionsCsv } from '../table/predictions-csv.ts';
import { readFolds } from '../table/read-folds.ts';
import { readSurvivalTable, readWithTest, type TableOfFile } from '../table/read-survival-table.ts';
import { startNetwork } from '../training/start-network.ts';

interface TableOptions {
  readonly data: string;
  readonly id: string;
  readonly person?: string;
  readonly time: string;
  readonly event: string;
  readonly horizons: readonly number[];
  readonly folds?: string;
  readonly test?: string;
  readonly testShare?: number;
  readonly out: string;
  readonly seed: number;
}

const foldsUnlessTold = 5;

/** `ennakko table`: out-of-fold predictions for any survival table, judged beside a logistic regression. */
export const tableCommand = (command: Command) =>
  command
    .requiredOption(
      '--data <csv>',
      'the table; empty, NA and NaN are missing; every other column is a predictor',
    )
    .requiredOption('--id <column>', 'identifies a row; rows of one id stay together')
    .option('--person <column>', 'whose a row is, where people have several: all of them stay together')
    .requiredOption('--time <column>', 'until when the row was seen; 0 is taken as the smallest time above 0')
    .requiredOption('--event <column>', '0 censored, 1 the outcome, 2 and above competing events')
    .requiredOption('--horizons <list>', 'rising, in the unit of time, such as 365.25,1095.75', horizonList)
    .option('--folds <csv>', 'row_id,rep,fold; five folds by person, or by id, unless told')
    .addOption(
      new Option('--test <csv>', 'instead of folds: predict these rows, train on all of --data').conflicts(
        'folds',
      ),
    )
    .addOption(
      new Option(
        '--test-share <share>',
        'instead of folds: predict this share of the people, train on the rest',
      )
        .argParser(share)
        .conflicts(['folds', 'test']),
    )
    .requiredOption('--out <csv>', 'where the predictions go: row_id,rep,p1 … pk')
    .option('--seed <number>', 'the same seed gives the same predictions', wholeNumber(0, 2 ** 31 - 1), 1)
    .action(async (options: TableOptions, command: Command) => {
      const { language, progress } = openTerminal(command);
      const { horizons, seed, out } = options;
      const table = await readTable(options);
      const repetitions = await repetitionsOf(options, table);
      const kept = keptInFolder(`${out}.unfinished`);
      const ports = { network: await startNetwork(), progress, kept };
      const predicted = await crossFit(ports, { table, repetitions, horizons, seed }).catch((error) => {
        throw error instanceof TooLittleToLearnFrom || error instanceof RangeError
          ? new UnusableTable(options.data, undefined, options.event, error.message)
          : error;
      });
      await writeWhole(out, new TextEncoder().encode(predictionsCsv(table.ids, predicted)));
      await kept.clear();
      const rows = table.followUp.time.reduce((count, time) => count + Number(time === 0), 0);
      if (rows > 0) say(inWords(texts.table.endAtZero, language, { rows }));
      say(crossFitTable(crossFitFigures(table.followUp, horizons, predicted), language));
      const telling = columnsTellingOfCensoring(table).map(({ name }) => name);
      if (telling.length > 0)
        say(inWords(texts.table.missingTellsCensoring, language, { columns: telling.join(', ') }));
      say(out);
    });

const readTable = ({ data, test, ...named }: TableOptions): Promise<TableOfFile> =>
  test === undefined ? readSurvivalTable(data, named) : readWithTest(data, test, named);

async function repetitionsOf(
  { folds, test, testShare, seed }: TableOptions,
  table: TableOfFile,
): Promise<Repetition[]> {
  if (folds !== undefined) return readFolds(folds, table);
  if (test !== undefined) return [rowsForTest(table.places.map(({ file }) => file === test))];
  if (testShare !== undefined) return [seededTest(table.people, testShare, seed)];
  return [seededFolds(table.people, foldsUnlessTold, seed)];
}

function horizonList(given: string): number[] {
  const horizons = given.split(',').map(Number);
  if (horizons.every((horizon, at) => horizon > (horizons[at - 1] ?? 0) && horizon < Infinity))
    return horizons;
  throw new InvalidArgumentError('expected rising numbers above 0.');
}

function share(given: string): number {
  const number = Number(given);
  if (number > 0 && number < 1) return number;
  throw new InvalidArgumentError('expected a number above 0 and below 1.');
}
