import type { Preset } from '../../../data-contracts/schemas/asked-people.ts';
import type { Language } from '../../../data-contracts/schemas/fields.ts';
import type { ServiceStatusRule } from '../../../data-contracts/schemas/service-status-rule.ts';
import { serviceStatuses, statusBases } from '../../../data-contracts/vocabularies/service-statuses.ts';

/** Whom the county asks about by name, and the statuses by its rules, as they are called in one language. */
export const presetsInWords = (
  presets: readonly Preset[],
  rules: readonly ServiceStatusRule[],
  language: Language,
) => ({
  presets: presets.map((preset) => ({ ...preset, name: preset.name[language] })),
  serviceStatuses: rules.map(({ status, basis }) => ({
    status,
    name: serviceStatuses[status][language],
    basis: statusBases[basis][language],
  })),
});
