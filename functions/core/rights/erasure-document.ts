import type { Erasure } from '../../../data-contracts/schemas/erasure.ts';
import type { Language } from '../../../data-contracts/schemas/fields.ts';
import type { KeptRecord } from '../../../data-contracts/schemas/kept-record.ts';
import { linesOf } from '../audit/search-audit-log.ts';
import type { ErasureRecords } from '../ports/erasure-records.ts';
import { type AccessPorts, accessInLog, peopleOf } from '../release/access-in-log.ts';
import type { HeldDataAsked } from './access-document.ts';

/** Words a whole document for a person. */
export type WordErasure = (erasure: Erasure, kept: readonly KeptRecord[], language: Language) => string;

export interface ErasureDocumentPorts extends AccessPorts {
  readonly erasures: Pick<ErasureRecords, 'find'>;
  readonly keptAfterErasure: () => Promise<readonly KeptRecord[]>;
  readonly wordErasure: WordErasure;
}

/** Nobody has been erased under the pseudonym. */
export class NotErased extends Error {
  readonly code = 'not-erased';
}

/** The person's erasure has begun, and not everything is taken out yet. */
export class ErasureUnderWay extends Error {
  readonly code = 'erasure-under-way';
}

/**
 * What was erased of a person, and what is kept and by which law, for the person: once everything is taken out.
 * @throws AccessRefused, NotErased, ErasureUnderWay
 * @source GDPR, articles 12, 17 and 19
 */
export async function erasureDocument(
  ports: ErasureDocumentPorts,
  { client, requester, language }: HeldDataAsked,
) {
  await accessInLog(ports, requester, 'read-held-data', { client });
  const erasure = await ports.erasures.find(client);
  if (!erasure) throw new NotErased('erasure: there is none of this person');
  const pseudonyms = (await peopleOf(ports)).pseudonymsOf(client);
  if (!(await linesOf(ports.audit, pseudonyms)).some(({ entry }) => entry.kind === 'person-erased'))
    throw new ErasureUnderWay('erasure: not carried out to its end yet');
  const kept = await ports.keptAfterErasure();
  const { at, erased, files, said } = erasure;
  const text = ports.wordErasure(erasure, kept, language);
  return { client, at, language, erased, files, said, kept, text };
}
