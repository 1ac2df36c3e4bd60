import { z } from 'zod';

/**
 * What a delivery calls a person: a Finnish personal identity code (henkilötunnus), or, for people who have
 * none, `local:<system>:<id>`. Only the form is checked here; ingest checks the code's date and control
 * character, because a message about it must never repeat it. Replaced by a pseudonym at the door.
 */
export const PersonIdentifier = z
  .string()
  .trim()
  .transform((given) => (given.startsWith('local:') ? given : given.toUpperCase()))
  .pipe(
    z.union([
      z.string().regex(/^\d{6}[-+YXWVUABCDEF]\d{3}[0-9A-FHJ-NPR-Y]$/),
      z.string().regex(/^local:[a-z0-9-]{1,32}:[A-Za-z0-9-]{1,64}$/),
    ]),
  )
  .meta({
    description:
      'A Finnish personal identity code, in any case and with spaces around, or local:<system>:<id>.',
    pattern:
      '^\\s*(\\d{6}[-+YXWVUABCDEFyxwvuabcdef]\\d{3}[0-9A-FHJ-NPR-Ya-fhj-npr-y]|local:[a-z0-9-]{1,32}:[A-Za-z0-9-]{1,64})\\s*$',
  });
