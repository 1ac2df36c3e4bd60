import { z } from 'zod';

/**
 * Building blocks of the contracts. A delivery may be CSV, where every field is text, or Parquet; both
 * arrive as text, so numbers are read strictly from decimal text and an empty field is an absent one.
 */
const decimalText = /^-?\d+(\.\d+)?$/;

const readNumber = (given: unknown) =>
  typeof given === 'string' && decimalText.test(given) ? Number(given) : given;

const wholeText = /^-?\d+$/;

const readWhole = (given: unknown) =>
  typeof given === 'string' && wholeText.test(given) ? Number(given) : given;

/** A whole number between two bounds, both included. */
export const WholeNumber = (minimum: number, maximum: number) =>
  z.preprocess(readNumber, z.number().int().min(minimum).max(maximum));

const firstDay = '1850-01-01';
const lastDay = '2199-12-31';

/** A calendar day, ISO 8601, between 1850-01-01 and 2199-12-31. */
export const IsoDay = z.iso
  .date()
  .refine((day) => day >= firstDay && day <= lastDay, { error: 'day out of range' });
export type IsoDay = z.infer<typeof IsoDay>;

const firstNoEnd = '2099-12-31';

/**
 * Whether an end says "until further notice", as registers write it that must write a day: 9999-12-31, 2999-12-31 and
 * whatever else is not before 2099-12-31.
 * @param end a year, a month, a day or an instant, ISO 8601, also of more than four digits of the year (`+010000-…`)
 */
export const isNoEnd = (end: string) => end.startsWith('+') || end >= firstNoEnd.slice(0, end.length);

/** The day on which something was recorded: a row that was recorded at no end would be known at no landmark. */
export const RecordingDay = IsoDay.refine((day) => !isNoEnd(day), { error: 'day out of range' });

/** The last day of something; "until further notice" (see `isNoEnd`) is read as no end at all. */
export const EndDay = z.iso
  .date()
  .refine((day) => day >= firstDay, { error: 'day out of range' })
  .transform((day) => (isNoEnd(day) ? undefined : day));

/** A day begins in Finland before it begins in UTC. */
const firstInstant = '1849-12-31T00:00';
/** As much of a fraction of a second as any register writes. */
const datetimeForm = /^[^.]*(\.\d{1,9})?Z$/;

/**
 * An instant in UTC, ISO 8601 with a trailing Z, on the days that `IsoDay` has: whatever is added to it or taken
 * from it is still an instant that can be written and read.
 */
export const Instant = z.iso
  .datetime()
  .refine(
    (instant) => instant >= firstInstant && instant.slice(0, 10) <= lastDay && datetimeForm.test(instant),
    {
      error: 'instant out of range',
    },
  );
export type Instant = z.infer<typeof Instant>;

/** A calendar month, `YYYY-MM`. */
export const IsoMonth = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/);
export type IsoMonth = z.infer<typeof IsoMonth>;

/** Yes or no, spelled out so that a register's 0, 1 or 2 is never guessed at. */
export const YesNo = z.enum(['yes', 'no']);

/**
 * `yes`: the row of this key was an error, and is taken back from the day on which that was recorded; the row repeats
 * what it said. A later delivery of the key stands again.
 */
export const IsWithdrawn = YesNo.optional();

/** An identifier of a thing (never of a person): letters, digits and `._:-`, at most 64. */
export const ThingId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/);

/**
 * An amount of money in euro cents, whole, at most a hundred million euros. Not with decimals, zeros neither: 380.00
 * are euros.
 */
export const Cents = z.preprocess(readWhole, z.number().int().min(0).max(10_000_000_000));

/**
 * The form by which a contract's pseudonyms are known: inside they are the lake's, outside those made for who asks,
 * and where the two meet each is turned into the other wherever a contract has this form.
 */
export const pseudonymForm = /^[0-9a-f]{32}$/;

/** A pseudonym: 32 lower-case hexadecimal digits. The lake's is a keyed HMAC of a person identifier. */
export const Pseudonym = z.string().regex(pseudonymForm);
export type Pseudonym = z.infer<typeof Pseudonym>;

/** Text in the three languages of the service. */
export const Texts = z.object({ fi: z.string().min(1), sv: z.string().min(1), en: z.string().min(1) });
export type Texts = z.infer<typeof Texts>;

/** The languages in which Ennakko speaks. */
export const Language = z.enum(['fi', 'sv', 'en']);
export type Language = z.infer<typeof Language>;
