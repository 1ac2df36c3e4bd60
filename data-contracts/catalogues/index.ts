import { z } from 'zod';
import { AccessMatrix } from '../schemas/access-matrix.ts';
import { Presets } from '../schemas/asked-people.ts';
import { Controller } from '../schemas/controller.ts';
import { type Intervention, InterventionCatalogue } from '../schemas/intervention.ts';
import { KeptRecord } from '../schemas/kept-record.ts';
import { LegalBasis } from '../schemas/legal-basis.ts';
import { PlausibilityRules } from '../schemas/plausibility.ts';
import { PriceIndex } from '../schemas/price-index.ts';
import { ReleaseLimits } from '../schemas/release-limits.ts';
import { Retention } from '../schemas/retention.ts';
import { ServiceStatusRules } from '../schemas/service-status-rule.ts';
import { StorageTime } from '../schemas/storage-time.ts';
import { UnitCost } from '../schemas/unit-cost.ts';
import accessMatrixFile from './access-matrix.json' with { type: 'json' };
import controllerFile from './controller.json' with { type: 'json' };
import interventionsFile from './interventions.json' with { type: 'json' };
import keptAfterErasureFile from './kept-after-erasure.json' with { type: 'json' };
import legalBasesFile from './legal-bases.json' with { type: 'json' };
import plausibilityFile from './plausibility.json' with { type: 'json' };
import presetsFile from './presets.json' with { type: 'json' };
import priceIndexFile from './price-index.json' with { type: 'json' };
import releaseLimitsFile from './release-limits.json' with { type: 'json' };
import retentionFile from './retention.json' with { type: 'json' };
import serviceStatusesFile from './service-statuses.json' with { type: 'json' };
import storageTimesFile from './storage-times.json' with { type: 'json' };
import unitCostsFile from './unit-costs.json' with { type: 'json' };

/** What a unit of each service group costs: exactly one a group, every value with its source and how far to trust it. */
export const unitCosts: readonly UnitCost[] = z.array(UnitCost).parse(unitCostsFile);

/**
 * By which rules everybody has a service status, first that holds: by decisions in force, and what is occasional by
 * visits. A county that counts home care by visits edits its own copy.
 */
export const serviceStatusRules: ServiceStatusRules = ServiceStatusRules.parse(serviceStatusesFile);

/** From when on a delivered row is hardly plausible. */
export const plausibilityRules: PlausibilityRules = PlausibilityRules.parse(plausibilityFile);

/** Whom one asks about again and again, by name. */
export const presets: Presets = Presets.parse(presetsFile);

/** By which prices of one year are carried to another. */
export const priceIndex: PriceIndex = PriceIndex.parse(priceIndexFile);

/** What prevention does and costs, as published where it is published, and marked where it is not. */
export const interventions: readonly Intervention[] = InterventionCatalogue.parse(interventionsFile);

/**
 * Examples of legal bases, none of them confirmed: the controller decides with its lawyers. Planning relies on
 * the duty to identify clients who need coordinated services, models and statistics on the act on secondary
 * use, which never allows anyone to be contacted. Outreach relies on consent, and never on claims data.
 * Hidden demand has bases of its own, which carry nobody until they are confirmed, and never claims data.
 * A statute that lets patient data be used for outreach (HE 159/2025 vp) is added by the controller with the
 * day it comes into force; it would not hold for social-care data.
 */
export const legalBases: readonly LegalBasis[] = z.array(LegalBasis).parse(legalBasesFile);

/** Who may do what to whose things; what is not in it is refused. */
export const accessMatrix: AccessMatrix = AccessMatrix.parse(accessMatrixFile);

/** What is kept of people who have been erased, and by what law: from memory, for the controller to confirm. */
export const keptAfterErasure: readonly KeptRecord[] = z.array(KeptRecord).parse(keptAfterErasureFile);

/** How much may be asked, and how few are never singled out, where a county sets nothing of its own. */
export const releaseLimits: ReleaseLimits = ReleaseLimits.parse(releaseLimitsFile);

/** Who answers for people's data: nobody's name and telephone, for a county to give its own. */
export const controller: Controller = Controller.parse(controllerFile);

/** How long everything but deliveries is kept: inferred from what the service does, for the controller to confirm. */
export const storageTimes: readonly StorageTime[] = z.array(StorageTime).parse(storageTimesFile);

/** How long deliveries are kept once they are taken in: inferred, for the controller to confirm. */
export const retention: Retention = Retention.parse(retentionFile);
