import type { ZodError } from 'zod';
import { type DataOrigin, Delivery } from '../../../data-contracts/schemas/delivery.ts';
import { ThingId } from '../../../data-contracts/schemas/fields.ts';
import { Mapping } from '../../../data-contracts/schemas/mapping.ts';
import { type TableName, tableNames } from '../../../data-contracts/schemas/tables.ts';
import { holdsIdentityCode, withoutIdentityCodes } from '../identity/personal-identity-code.ts';
import { BadMapping, type MappedFile, mappedFiles } from '../mapping/layouts.ts';
import type { DeliveredFile, DeliverySource } from '../ports/delivery-source.ts';
import { byDeliveryOrder } from './delivery-order.ts';
import { IngestError } from './ingest-error.ts';

/** A file of a known table, in a delivery that says what it is. */
export interface ExpectedFile {
  readonly file: DeliveredFile;
  readonly table: TableName;
  readonly format: 'csv' | 'parquet';
  readonly terms: Delivery;
  /** How its rows are rows of the table, where they are not as they stand. */
  readonly mapping?: MappedFile;
}

/** A file that ingest does not know what to do with, by a name fit to be told. */
export interface UnknownFile {
  /** Undefined: it lies beside the deliveries. */
  readonly delivery?: string;
  readonly name: string;
}

export interface LandingSurvey {
  readonly expected: readonly ExpectedFile[];
  readonly unknown: readonly UnknownFile[];
}

const termsName = 'delivery.json';
export const mappingName = 'mapping.json';

/** Names of the files in which a delivery speaks of itself. */
export const ownNames: readonly string[] = [termsName, mappingName, 'mapping.proposed.json'];

const largestTermsBytes = 1024 * 1024;
const expectedName = new RegExp(`^(${tableNames.join('|')})(?:\\.[A-Za-z0-9_-]{1,64})?\\.(csv|parquet)$`);

/** What of a landing place is needed to look at it. */
export type Landing = Pick<DeliverySource, 'deliveries' | 'files' | 'strayFiles' | 'read'>;

/** Of which table a file is in the contracts' own form, by its name; undefined: of none. */
export const ownTableOf = (name: string) => expectedName.exec(name)?.[1] as TableName | undefined;

/** Looks at everything that has landed, before anything is read: deliveries in their order, files in that of their names. */
export async function surveyLanding(source: Landing): Promise<LandingSurvey> {
  const expected: ExpectedFile[] = [];
  const unknown: UnknownFile[] = (await source.strayFiles()).map((name) => ({ name: fitToTell(name) }));
  for (const delivery of [...(await source.deliveries())].sort(byDeliveryOrder)) {
    const files = await source.files(delivery);
    const terms = await readTerms(source, deliveryName(delivery), files);
    const mapped = await mappedOf(source, delivery, files, terms);
    for (const file of files) {
      if (ownNames.includes(file.name)) continue;
      const found = expectedFiles(file, terms, mapped);
      expected.push(...found);
      if (found.length === 0) unknown.push({ delivery, name: fitToTell(file.name) });
    }
  }
  return { expected, unknown };
}

function expectedFiles(
  file: DeliveredFile,
  terms: Delivery,
  mapped: readonly MappedFile[] | undefined,
): ExpectedFile[] {
  if (!isFit(file)) return [];
  const own = (mapped ?? []).filter(({ source }) => source.file.name === file.name);
  if (own.length > 0) {
    return own.map((mapping) => {
      const { inUse, source } = mapping;
      return { file, table: inUse.table, format: source.format, terms, mapping };
    });
  }
  const [, table, format] = expectedName.exec(file.name) ?? [];
  return table ? [{ file, table: table as TableName, format: format as 'csv' | 'parquet', terms }] : [];
}

/** Whether a file's name can be told, which is of a file and not of a folder. */
const isFit = ({ name }: DeliveredFile) =>
  !name.endsWith('/') && !holdsIdentityCode(name) && fitToTell(name) === name;

/** @throws IngestError when the mapping is none; undefined: there is none */
async function mappedOf(
  source: Landing,
  delivery: string,
  files: readonly DeliveredFile[],
  terms: Delivery,
): Promise<readonly MappedFile[] | undefined> {
  const file = files.find(({ name }) => name === mappingName);
  if (!file) return undefined;
  const mapping = Mapping.safeParse(await readOwn(source, file));
  if (!mapping.success) throw refusedIn(file, mapping.error);
  try {
    const native = files.filter((one) => isFit(one) && !ownNames.includes(one.name));
    return mappedFiles(mapping.data, native, terms);
  } catch (error) {
    if (!(error instanceof BadMapping)) throw error;
    throw new IngestError('bad-delivery', `${delivery}/${mappingName}: field ${error.message}: unknown`);
  }
}

/** A delivery's name goes into the lake, so it must be plain and name nobody. */
function deliveryName(given: string): string {
  if (ThingId.safeParse(given).success && !holdsIdentityCode(given)) return given;
  throw new IngestError(
    'bad-delivery',
    `landing: a delivery’s name may hold letters, digits and ._:- only: ${fitToTell(given)}`,
  );
}

const fitToTell = (name: string) => withoutIdentityCodes(name).replace(/[^\p{L}\p{N}._:/ -]/gu, '?');

async function readTerms(source: Landing, delivery: string, files: readonly DeliveredFile[]) {
  const file = files.find(({ name }) => name === termsName);
  if (!file) throw new IngestError('bad-delivery', `${delivery}/${termsName}: is missing`);
  const parsed = Delivery.safeParse(await readOwn(source, file));
  if (parsed.success) return parsed.data;
  throw refusedIn(file, parsed.error);
}

function readOwn(source: Landing, file: DeliveredFile): Promise<unknown> {
  if (file.bytes <= largestTermsBytes) return readJson(source, file);
  throw new IngestError('bad-delivery', `${file.delivery}/${file.name}: is too large`);
}

function refusedIn({ delivery, name }: DeliveredFile, { issues: [issue] }: ZodError): IngestError {
  const field = issue?.path.length ? fitToTell(issue.path.join('.')) : '(all)';
  return new IngestError('bad-delivery', `${delivery}/${name}: field ${field}: ${issue?.code}`);
}

/** Undefined when it is not JSON: then no field of it is right either. */
async function readJson(source: Landing, file: DeliveredFile): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.read(file)) chunks.push(chunk);
  try {
    return JSON.parse(new TextDecoder().decode(Buffer.concat(chunks)));
  } catch {
    return undefined;
  }
}

/** Real people and made-up ones are never counted together. */
export function refuseMixedOrigins(origins: readonly DataOrigin[]): void {
  const isMixed = origins.includes('register') && origins.some((origin) => origin !== 'register');
  if (isMixed) {
    throw new IngestError(
      'mixed-origins',
      'landing: register data and simulated or synthetic data cannot be in one home',
    );
  }
}
