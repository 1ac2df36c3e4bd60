import { createHash } from 'node:crypto';
import { besides } from '../mapping/layouts.ts';
import type { DeliverySource } from '../ports/delivery-source.ts';
import type { ExpectedFile } from './landing-survey.ts';

/**
 * Of which delivery, for which table, with which content: the first 16 hex digits of SHA-256 over the bytes and the
 * table’s name after the delivery’s; of a native file also over its mapping and, where its rows are put together with
 * others’, over those. The same bytes in another delivery are another word.
 */
export async function fileIdOf(
  source: Pick<DeliverySource, 'read'>,
  { file, table, mapping }: ExpectedFile,
): Promise<string> {
  const hash = createHash('sha256');
  for (const one of [file, ...(mapping ? besides(mapping) : [])])
    for await (const chunk of source.read(one)) hash.update(chunk);
  if (mapping) hash.update(mapping.inUse.digest);
  return `${file.delivery}.${hash.update(table).digest('hex').slice(0, 16)}`;
}
