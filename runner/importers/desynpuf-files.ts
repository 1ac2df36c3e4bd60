import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse';

/** A row of a CMS file, by column. */
export type CmsRow = Readonly<Record<string, string>>;

/** The years that the summaries tell of. */
export const summaryYears = [2008, 2009, 2010] as const;
export type SummaryYear = (typeof summaryYears)[number];

/** The files of one sample. */
export interface SampleFiles {
  readonly sample: number;
  readonly summaries: Readonly<Record<SummaryYear, string>>;
  readonly claims: string;
  readonly bytes: number;
}

/** The folder is not a set of DE-SynPUF files. */
export class DesynpufImportError extends Error {
  readonly code:
    | 'desynpuf-no-samples'
    | 'desynpuf-file-missing'
    | 'desynpuf-column-missing'
    | 'desynpuf-not-sorted';

  constructor(code: DesynpufImportError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const summaryName = (year: number, sample: number) =>
  `DE1_0_${year}_Beneficiary_Summary_File_Sample_${sample}.csv`;
const claimsName = (sample: number) => `DE1_0_2008_to_2010_Inpatient_Claims_Sample_${sample}.csv`;

async function filesOf(folder: string, names: ReadonlySet<string>, sample: number): Promise<SampleFiles> {
  const wanted = [...summaryYears.map((year) => summaryName(year, sample)), claimsName(sample)];
  const missing = wanted.find((name) => !names.has(name));
  if (missing)
    throw new DesynpufImportError('desynpuf-file-missing', `sample ${sample}: ${missing} is missing`);
  const paths = wanted.map((name) => join(folder, name));
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  const [y2008, y2009, y2010, claims] = paths as [string, string, string, string];
  const summaries = { 2008: y2008, 2009: y2009, 2010: y2010 };
  return { sample, summaries, claims, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Every sample in a folder, by number. */
export async function findSamples(folder: string): Promise<SampleFiles[]> {
  const names = new Set(await readdir(folder));
  const samples = [...names]
    .map((name) => /^DE1_0_2008_Beneficiary_Summary_File_Sample_(\d+)\.csv$/.exec(name)?.[1])
    .filter((number) => number !== undefined)
    .map(Number)
    .sort((a, b) => a - b);
  if (samples.length === 0)
    throw new DesynpufImportError('desynpuf-no-samples', 'no DE-SynPUF summary files here');
  return Promise.all(samples.map((sample) => filesOf(folder, names, sample)));
}

/** Streams the rows of a file; a row that cannot be read is told to `onUnreadable` and passed over. */
export async function* readRows(
  path: string,
  columns: readonly string[],
  onBytes: (bytes: number) => void,
  onUnreadable: () => void,
): AsyncGenerator<CmsRow> {
  const source = createReadStream(path);
  source.on('data', (piece) => onBytes(piece.length));
  const parser = parse({
    bom: true,
    columns: (header: string[]) => {
      const missing = columns.find((column) => !header.includes(column));
      if (missing) throw new DesynpufImportError('desynpuf-column-missing', `column ${missing} is missing`);
      return header.map((column) => (columns.includes(column) ? column : null));
    },
    skip_records_with_error: true,
    on_skip: () => {
      onUnreadable();
      return undefined;
    },
  });
  source.on('error', (error) => parser.destroy(error));
  yield* source.pipe(parser) as AsyncIterable<CmsRow>;
}

/** `YYYYMMDD` as an ISO day; undefined when it is empty or no day of the calendar. */
export function isoDay(compact: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(compact ?? '') ?? [];
  if (!year) return undefined;
  const iso = `${year}-${month}-${day}`;
  const instant = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(iso) ? iso : undefined;
}
