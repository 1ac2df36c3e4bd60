import { z } from 'zod';

/** The register a row comes from. Legal bases are given per source, so every row says its own. */
export const DataSource = z.enum([
  'population-register',
  'social-care',
  'primary-care',
  'specialised-care',
  'rai',
  'claims',
]);
export type DataSource = z.infer<typeof DataSource>;
