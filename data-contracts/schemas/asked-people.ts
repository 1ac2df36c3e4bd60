import { z } from 'zod';
import { bandBeginnings, bandEnds } from '../vocabularies/age-bands.ts';
import { MunicipalityCode } from '../vocabularies/municipalities.ts';
import { ServiceStatus } from '../vocabularies/service-statuses.ts';
import { Texts, ThingId } from './fields.ts';

/** A bound that begins, or ends, a band of ages: between two of them people would be singled out. */
export const FirstAge = z.literal([...bandBeginnings]).optional();
export const LastAge = z.literal([...bandEnds]).optional();

/** What a preset may say of people; absent: whoever they are. */
const terms = {
  /** Whole years, both bounds included: 75 to 84 holds everyone from the 75th birthday until the 85th. */
  fromAgeYears: FirstAge,
  toAgeYears: LastAge,
  /** Any of these, at the landmark. */
  serviceStatuses: z
    .array(ServiceStatus)
    .min(1)
    .max(ServiceStatus.options.length)
    .refine((asked) => new Set(asked).size === asked.length, { error: 'a status twice' })
    .optional(),
  /** Only people who are known to live alone. */
  livesAlone: z.literal('yes').optional(),
};

/** About whom a question may be: the fields that a cohort and a plan share. */
export const askedPeople = {
  /** Absent: every municipality. */
  municipalities: z.array(MunicipalityCode).min(1).max(400).optional(),
  ...terms,
  /** Instead of ages, statuses and living alone: those of a preset. */
  preset: ThingId.optional(),
};

export const AskedPeople = z.object(askedPeople);
export type AskedPeople = z.infer<typeof AskedPeople>;

/** Whom a county asks about again and again, under a name. */
export const Preset = z.strictObject({ id: ThingId, name: Texts, ...terms });
export type Preset = z.infer<typeof Preset>;

export const Presets = z
  .array(Preset)
  .refine((presets) => new Set(presets.map(({ id }) => id)).size === presets.length, {
    error: 'an id twice',
  });
export type Presets = z.infer<typeof Presets>;

export const areRising = ({ fromAgeYears = 0, toAgeYears = 130 }: AskedPeople) => fromAgeYears <= toAgeYears;
