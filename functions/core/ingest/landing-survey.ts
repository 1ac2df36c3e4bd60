import { type DataOrigin, Delivery } from '../../../data-contracts/schemas/delivery.ts';
import { ThingId } from '../../../data-contracts/schemas/fields.ts';
import { type TableName, tableNames } from '../../../data-contracts/schemas/tables.ts';
import { holdsIdentityCode, withoutIdentityCodes } from '../identity/personal-identity-code.ts';
import type { DeliveredFile, DeliverySource } from '../ports/delivery-source.ts';
import { byDeliveryOrder } from './delivery-order.ts';
import { IngestError } from './ingest-error.ts';

/** A file of a known table, in a delivery that says what it is. */
export interface ExpectedFile {
  readonly file: DeliveredFile;
  readonly table: TableName;
  readonly format: 'csv' | 'parquet';
  readonly terms: Delivery;
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
const largestTermsBytes = 64 * 1024;
const expectedName = new RegExp(`^(${tableNames.join('|')})(?:\\.[A-Za-z0-9_-]{1,64})?\\.(csv|parquet)$`);

/** Looks at everything that has landed, before anything is read: deliveries in their order, files in that of their names. */
export async function surveyLanding(source: DeliverySource): Promise<LandingSurvey> {
  const expected: ExpectedFile[] = [];
  const unknown: UnknownFile[] = (await source.strayFiles()).map((name) => ({ name: fitToTell(name) }));
  for (const delivery of [...(await source.deliveries())].sort(byDeliveryOrder)) {
    const files = await source.files(delivery);
    const terms = await readTerms(source, deliveryName(delivery), files);
    for (const file of files) {
      if (file.name === termsName) continue;
      const found = expectedFile(file, terms);
      if (found) expected.push(found);
      else unknown.push({ delivery, name: fitToTell(file.name) });
    }
  }
  return { expected, unknown };
}

function expectedFile(file: DeliveredFile, terms: Delivery): ExpectedFile | undefined {
  const [, table, format] = expectedName.exec(file.name) ?? [];
  if (!table || holdsIdentityCode(file.name)) return undefined;
  return { file, table: table as TableName, format: format as 'csv' | 'parquet', terms };
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

async function readTerms(source: DeliverySource, delivery: string, files: readonly DeliveredFile[]) {
  const file = files.find(({ name }) => name === termsName);
  const refused = (why: string) => new IngestError('bad-delivery', `${delivery}/${termsName}: ${why}`);
  if (!file) throw refused('is missing');
  if (file.bytes > largestTermsBytes) throw refused('is too large');
  const parsed = Delivery.safeParse(await readJson(source, file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refused(`field ${issue?.path.join('.') || '(all)'}: ${issue?.code}`);
}

/** Undefined when it is not JSON: then no field of it is right either. */
async function readJson(source: DeliverySource, file: DeliveredFile): Promise<unknown> {
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
