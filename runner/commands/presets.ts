import type { Command } from 'commander';
import type { Preset } from '../../data-contracts/schemas/asked-people.ts';
import type { Language } from '../../data-contracts/schemas/fields.ts';
import type { ServiceStatusRule } from '../../data-contracts/schemas/service-status-rule.ts';
import { aboutTexts } from '../../data-contracts/vocabularies/about-texts.ts';
import { serviceStatuses, statusBases } from '../../data-contracts/vocabularies/service-statuses.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { openCounty, say, terminalWidth } from '../home.ts';
import { peopleTerms } from '../presentation/about-lines.ts';
import { fittedTable } from '../presentation/fitted-table.ts';

/** `ennakko presets`: whom the county asks about by name, and which service statuses there are. */
export const presetsCommand = (command: Command) =>
  command.action(async (_options: object, command: Command) => {
    const { service, language } = await openCounty(command);
    say(presetTable(await service.presets(), language));
    say(texts.notes['small-groups-left-out'][language]);
    say();
    say(statusTable(await service.serviceStatusRules(), language));
    say(aboutTexts.firstThatHolds[language]);
  });

function presetTable(presets: readonly Preset[], language: Language): string {
  const { presetId, presetName, presetTerms } = aboutTexts;
  return tableOf(
    [presetId, presetName, presetTerms].map((head) => head[language]),
    presets.map((preset) => [preset.id, preset.name[language], peopleTerms(preset, language)]),
  );
}

function statusTable(rules: readonly ServiceStatusRule[], language: Language): string {
  const { presetId, serviceStatus, statusBasis, otherwise } = aboutTexts;
  return tableOf(
    [presetId, serviceStatus, statusBasis].map((head) => head[language]),
    [
      ...rules.map(({ status, basis }) => [
        status,
        serviceStatuses[status][language],
        statusBases[basis][language],
      ]),
      ['none', serviceStatuses.none[language], otherwise[language]],
    ],
  );
}

const tableOf = (heads: string[], rows: string[][]) => fittedTable({ heads, rows }, terminalWidth());
