import type { Progress } from '../../functions/core/ports/progress.ts';
import { DeliveryWriter } from './delivery-writer.ts';
import { claimColumns, claimsByBeneficiary, writeClaims } from './desynpuf-claims.ts';
import { ImportCounts, type SkipReason } from './desynpuf-counts.ts';
import { findSamples, readRows, type SampleFiles } from './desynpuf-files.ts';
import { columns, type SampleOutput } from './desynpuf-rows.ts';
import { beneficiaries, summaryColumns, writeBeneficiary } from './desynpuf-summaries.ts';

/** What an import has written, and what is not a row of its own in it, by reason. */
export interface ImportedDesynpuf {
  readonly samples: number;
  readonly people: number;
  readonly events: number;
  readonly diagnoses: number;
  readonly skipped: Readonly<Record<SkipReason, number>>;
}

/**
 * Imports the CMS 2008–2010 synthetic public use files (DE-SynPUF) of a folder as deliveries of our contracts,
 * one a sample: `landing/desynpuf-sample-01/` with clients, service events and diagnoses.
 *
 * - A person is `local:desynpuf:<DESYNPUF_ID>`; the sample is the study group; all sources are `claims`.
 * - Death is told by the month: the day is the first of it, as given. A beneficiary without a later summary
 *   and without a death has moved out at the end of the last year told of.
 * - `municipality` is 0 and the two digits of the state. Costs are US dollars, cent for cent, not converted.
 * - A claim is one inpatient stay (service area 1), known from the day of discharge, with everything paid for
 *   it: by Medicare, per diem included, by another payer, and by the patient. Its ICD-9 diagnosis codes are
 *   diagnosed at admission and known from discharge; the admitting diagnosis is a suspicion and is not taken.
 * - What outpatient clinics (92) and physicians (T11, R10) were paid in a year is one event over the year, known
 *   on 31 December. How many contacts it was is not told: `contacts` is 0, so that only its cost counts.
 * - A yearly condition flag or end-stage renal disease is a diagnosis of 31 December, known that day.
 *
 * Same files, same bytes; a delivery appears whole, and made again takes the place of the earlier.
 * @throws DesynpufImportError when the folder is not a whole set of such files
 * @source CMS, Medicare Claims Synthetic Public Use Files, data users document (2013)
 */
export async function importDesynpuf(
  sourceFolder: string,
  landingFolder: string,
  progress: Progress,
): Promise<ImportedDesynpuf> {
  const samples = await findSamples(sourceFolder);
  const counts = new ImportCounts();
  progress.begin(
    'import',
    samples.reduce((sum, { bytes }) => sum + bytes, 0),
  );
  for (const files of samples) await importSample(files, landingFolder, counts, progress);
  progress.end();
  const { people, events, diagnoses, skipped } = counts;
  return { samples: samples.length, people, events, diagnoses, skipped };
}

async function importSample(
  files: SampleFiles,
  landingFolder: string,
  counts: ImportCounts,
  progress: Progress,
) {
  const writer = new DeliveryWriter<keyof typeof columns>(
    landingFolder,
    `desynpuf-sample-${String(files.sample).padStart(2, '0')}`,
  );
  await writer.open(columns);
  try {
    await writeSample(files, { sample: files.sample, counts, writer }, progress);
    await writer.publish({
      origin: 'synthetic',
      coversFrom: '2008-01-01',
      coversTo: '2010-12-31',
      deliveredBy: `CMS DE-SynPUF, sample ${files.sample}`,
    });
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

async function writeSample(files: SampleFiles, output: SampleOutput, progress: Progress) {
  const rows = (path: string, wanted: readonly string[]) =>
    readRows(
      path,
      wanted,
      (bytes) => progress.advance(bytes),
      () => output.counts.skip('unreadable-line'),
    );
  const { 2008: y2008, 2009: y2009, 2010: y2010 } = files.summaries;
  const years = {
    2008: rows(y2008, summaryColumns),
    2009: rows(y2009, summaryColumns),
    2010: rows(y2010, summaryColumns),
  };
  for await (const beneficiary of beneficiaries(years, output.counts))
    await writeBeneficiary(beneficiary, output);
  for await (const claims of claimsByBeneficiary(rows(files.claims, claimColumns)))
    await writeClaims(claims, output);
}
