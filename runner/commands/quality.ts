import { type Command, Option } from 'commander';
import { QualityPlace } from '../../data-contracts/schemas/recording-quality.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { openCounty, say, wholeNumber } from '../home.ts';
import { qualityTables } from '../presentation/quality-tables.ts';
import { type RequesterOptions, requesterOf, withRequester } from '../requester-options.ts';

const manager = {
  requester: 'local-knowledge-manager',
  role: 'knowledge-manager',
  unit: 'knowledge-management',
} as const;

interface QualityOptions extends RequesterOptions {
  readonly by: QualityPlace;
  readonly from: number;
}

/** `ennakko quality`: how rows were recorded, by table, year and place. */
export const qualityCommand = (command: Command) =>
  withRequester(command, manager)
    .addOption(
      new Option('--by <place>', 'of the whole county, or by municipality or unit')
        .choices(QualityPlace.options)
        .default('county'),
    )
    .option('--from <year>', 'the earliest year that is shown', wholeNumber(1850, 2199), 2000)
    .action(async (options: QualityOptions, command: Command) => {
      const { language, service } = await openCounty(command);
      const told = await service.recordingQuality({ place: options.by, requester: requesterOf(options) });
      if (told.origin !== 'register') say(texts.origins[told.origin][language]);
      say(qualityTables({ ...told, cells: told.cells.filter(({ year }) => year >= options.from) }, language));
    });
