import { z } from 'zod';
import {
  keptAfterErasure,
  legalBases,
  controller as shippedController,
  interventions as shippedInterventions,
  plausibilityRules as shippedPlausibilityRules,
  presets as shippedPresets,
  priceIndex as shippedPriceIndex,
  releaseLimits as shippedReleaseLimits,
  retention as shippedRetention,
  serviceStatusRules as shippedServiceStatusRules,
  storageTimes as shippedStorageTimes,
  unitCosts as shippedUnitCosts,
} from '../../data-contracts/catalogues/index.ts';
import { Presets } from '../../data-contracts/schemas/asked-people.ts';
import { Controller } from '../../data-contracts/schemas/controller.ts';
import { InterventionCatalogue } from '../../data-contracts/schemas/intervention.ts';
import { KeptRecord } from '../../data-contracts/schemas/kept-record.ts';
import { LegalBasis } from '../../data-contracts/schemas/legal-basis.ts';
import { NotRecorded } from '../../data-contracts/schemas/not-recorded.ts';
import { PlausibilityRules } from '../../data-contracts/schemas/plausibility.ts';
import { PriceIndex } from '../../data-contracts/schemas/price-index.ts';
import { ReleaseLimits } from '../../data-contracts/schemas/release-limits.ts';
import { Retention } from '../../data-contracts/schemas/retention.ts';
import { ServiceStatusRules } from '../../data-contracts/schemas/service-status-rule.ts';
import { StorageTime } from '../../data-contracts/schemas/storage-time.ts';
import { UnitCost } from '../../data-contracts/schemas/unit-cost.ts';
import { type UnitName, UnitNames } from '../../data-contracts/schemas/unit-name.ts';

/** A catalogue in a home is not what its contract says. */
export class BadCatalogue extends Error {
  readonly code = 'bad-catalogue';
}

/** A county's own catalogues as they lie in its home. */
export interface SettingFiles {
  /** The text of a file; undefined where there is none. */
  read(name: string): Promise<string | undefined>;
  /** Where a file is, for messages. */
  placeOf(name: string): string;
}

/** The county's own legal bases, `legal-bases.json`, where it has them; else the shipped examples. */
export const legalBasesOf = (files: SettingFiles): Promise<readonly LegalBasis[]> =>
  own(files, 'legal-bases.json', z.array(LegalBasis), [...legalBases]);

/** How much may be asked in a day, and how few are never singled out: the county's own `release-limits.json`, else the shipped. */
export const releaseLimitsOf = (files: SettingFiles): Promise<ReleaseLimits> =>
  own(files, 'release-limits.json', ReleaseLimits, shippedReleaseLimits);

/** What the county keeps of people who have been erased: its own `kept-after-erasure.json`, else the shipped. */
export const keptAfterErasureOf = (files: SettingFiles): Promise<readonly KeptRecord[]> =>
  own(files, 'kept-after-erasure.json', z.array(KeptRecord), [...keptAfterErasure]);

/** How long the county keeps its deliveries: its own `retention.json`, else the shipped period. */
export const retentionOf = (files: SettingFiles): Promise<Retention> =>
  own(files, 'retention.json', Retention, shippedRetention);

/** By which rules everybody has a service status: the county's own `service-statuses.json`, else the shipped. */
export const serviceStatusRulesOf = (files: SettingFiles): Promise<ServiceStatusRules> =>
  own(files, 'service-statuses.json', ServiceStatusRules, [...shippedServiceStatusRules]);

/** From when on rows are hardly plausible, and which a build leaves out: the county's own `plausibility.json`, else the shipped. */
export const plausibilityRulesOf = (files: SettingFiles): Promise<PlausibilityRules> =>
  own(files, 'plausibility.json', PlausibilityRules, shippedPlausibilityRules);

/** What the county does not record: its own `not-recorded.json`, where it has one; else it records everything. */
export const notRecordedOf = (files: SettingFiles): Promise<NotRecorded> =>
  own(files, 'not-recorded.json', NotRecorded, []);

/** Whom the county asks about by name: its own `presets.json`, else the shipped. */
export const presetsOf = (files: SettingFiles): Promise<Presets> =>
  own(files, 'presets.json', Presets, [...shippedPresets]);
/** Who answers for people's data: the county's own `controller.json`, else somebody invented. */
export const controllerOf = (files: SettingFiles): Promise<Controller> =>
  own(files, 'controller.json', Controller, shippedController);

/** How long what is not a delivery is kept: the county's own `storage-times.json`, else the shipped. */
export const storageTimesOf = (files: SettingFiles): Promise<readonly StorageTime[]> =>
  own(files, 'storage-times.json', z.array(StorageTime), [...shippedStorageTimes]);

/** What the county calls its units: its own `units.json`, where it has one; none is shipped. */
export const unitNamesOf = (files: SettingFiles): Promise<readonly UnitName[]> =>
  own(files, 'units.json', UnitNames, []);

/**
 * What prevention does and what things cost: the county's own `interventions.json`, `unit-costs.json` and
 * `price-index.json` in its home, each where it is there; else the shipped ones.
 * @throws BadCatalogue naming file, entry, field and rule
 */
export const planCatalogues = async (files: SettingFiles) => ({
  interventions: await own(files, 'interventions.json', InterventionCatalogue, [...shippedInterventions]),
  unitCosts: await own(files, 'unit-costs.json', z.array(UnitCost), [...shippedUnitCosts]),
  priceIndex: await own(files, 'price-index.json', PriceIndex, shippedPriceIndex),
});

async function own<Catalogue>(
  files: SettingFiles,
  name: string,
  contract: z.ZodType<Catalogue>,
  shipped: Catalogue,
): Promise<Catalogue> {
  const text = await files.read(name);
  if (text === undefined) return shipped;
  const given = jsonOf(text, files.placeOf(name));
  const parsed = contract.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new BadCatalogue(`${files.placeOf(name)}: ${faultOf(parsed.error.issues[0]!, given)}`);
}

function jsonOf(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BadCatalogue(`${place}: not JSON`, { cause });
  }
}

/** The first fault: its entry by id where it has one, else by number from 1. */
function faultOf({ path, message }: z.core.$ZodIssue, given: unknown): string {
  const [at, ...field] = path;
  if (typeof at !== 'number') return message;
  const entry = (given as Record<string, unknown>[])[at];
  const id = entry?.id ?? entry?.unitCostId ?? entry?.unit ?? entry?.status ?? entry?.year;
  return `entry ${id ?? at + 1}: ${field.join('.') || 'the whole'}: ${message}`;
}
