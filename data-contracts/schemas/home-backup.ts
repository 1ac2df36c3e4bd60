import { z } from 'zod';
import { Instant } from './fields.ts';

/** `backup.json`, the last file of a copy of a home: what is in the copy, and its bytes. */
export const HomeBackup = z.strictObject({
  /** Of this form of a copy. */
  version: z.literal(1),
  /** When the copy was whole: what has been said or written since is not in it. */
  at: Instant,
  hasKeys: z.boolean(),
  hasLanding: z.boolean(),
  files: z.array(
    z.strictObject({
      /** From the top of the home, parts joined by `/`. */
      path: z.string().refine((path) => path.split('/').every((part) => !['', '.', '..'].includes(part)), {
        error: 'a path within the home',
      }),
      bytes: z.number().int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type HomeBackup = z.infer<typeof HomeBackup>;
