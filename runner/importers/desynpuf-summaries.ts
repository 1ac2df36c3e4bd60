import type { ImportCounts } from './desynpuf-counts.ts';
import {
  type CmsRow,
  DesynpufImportError,
  isoDay,
  type SummaryYear,
  summaryYears,
} from './desynpuf-files.ts';
import { clientIdentifier, type SampleOutput } from './desynpuf-rows.ts';

const flags = [
  'SP_ALZHDMTA',
  'SP_CHF',
  'SP_CHRNKIDN',
  'SP_CNCR',
  'SP_COPD',
  'SP_DEPRESSN',
  'SP_DIABETES',
  'SP_ISCHMCHT',
  'SP_OSTEOPRS',
  'SP_RA_OA',
  'SP_STRKETIA',
] as const;
const outpatientAmounts = ['MEDREIMB_OP', 'BENRES_OP', 'PPPYMT_OP'] as const;
const carrierAmounts = ['MEDREIMB_CAR', 'BENRES_CAR', 'PPPYMT_CAR'] as const;

export const summaryColumns = [
  'DESYNPUF_ID',
  'BENE_BIRTH_DT',
  'BENE_DEATH_DT',
  'BENE_SEX_IDENT_CD',
  'BENE_ESRD_IND',
  'SP_STATE_CODE',
  ...flags,
  ...outpatientAmounts,
  ...carrierAmounts,
] as const;

/** One beneficiary's summaries, oldest first. */
export interface Beneficiary {
  /** Running number within the sample: names rows without naming a person. */
  readonly number: number;
  readonly summaries: readonly (readonly [SummaryYear, CmsRow])[];
}

/** Joins the years' files, each sorted by beneficiary as CMS gives them, holding one row of each at a time. */
export async function* beneficiaries(
  files: Readonly<Record<SummaryYear, AsyncIterator<CmsRow>>>,
  counts: ImportCounts,
): AsyncGenerator<Beneficiary> {
  const heads = new Map<SummaryYear, CmsRow | undefined>();
  for (const year of summaryYears) heads.set(year, await nextRow(files[year]));
  for (let number = 1; ; number += 1) {
    const ids = [...heads.values()].filter((row) => row !== undefined).map(idOf);
    if (ids.length === 0) return;
    const id = ids.sort()[0]!;
    const summaries: [SummaryYear, CmsRow][] = [];
    for (const year of summaryYears) {
      const row = heads.get(year);
      if (row === undefined || idOf(row) !== id) continue;
      summaries.push([year, row]);
      heads.set(year, await rowAfter(id, files[year], counts));
    }
    yield { number, summaries };
  }
}

const idOf = (row: CmsRow) => row.DESYNPUF_ID ?? '';

async function nextRow(file: AsyncIterator<CmsRow>): Promise<CmsRow | undefined> {
  const next = await file.next();
  return next.done ? undefined : next.value;
}

/** The next beneficiary's row; further rows of the same one are counted and passed over. */
async function rowAfter(id: string, file: AsyncIterator<CmsRow>, counts: ImportCounts) {
  let row = await nextRow(file);
  for (; row !== undefined && idOf(row) === id; row = await nextRow(file)) counts.skip('repeated-summary');
  if (row !== undefined && idOf(row) < id)
    throw new DesynpufImportError('desynpuf-not-sorted', 'a summary file is not sorted by DESYNPUF_ID');
  return row;
}

/** Writes what the summaries tell of one beneficiary: versions of the client, yearly costs, conditions. */
export async function writeBeneficiary(beneficiary: Beneficiary, output: SampleOutput): Promise<void> {
  const [, first] = beneficiary.summaries[0]!;
  const client = clientIdentifier(first.DESYNPUF_ID);
  const bornOn = isoDay(first.BENE_BIRTH_DT);
  if (client === undefined || bornOn === undefined) {
    for (const _ of beneficiary.summaries) output.counts.skip(client ? 'no-birth-date' : 'no-person');
    return;
  }
  output.counts.people += 1;
  await writeVersions(client, bornOn, beneficiary, output);
  for (const [year, row] of beneficiary.summaries) {
    const rowName = `s${output.sample}-${year}-${beneficiary.number}`;
    await writeYearlyCosts(client, rowName, year, row, output);
    await writeConditions(client, rowName, year, row, output);
  }
}

/** What one version says besides what all of them say. */
interface Version {
  readonly sex: string;
  readonly municipality: string;
  readonly movedOutOn?: string;
}

/** A version when the client appears and whenever something changes; one more at death, or at disappearance. */
async function writeVersions(
  client: string,
  bornOn: string,
  { summaries }: Beneficiary,
  output: SampleOutput,
) {
  const { versions, diedOn } = versionsOf(summaries, bornOn, output.counts);
  for (const [validFrom, version] of [...versions].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await output.writer.write('clients', {
      clientIdentifier: client,
      validFrom,
      bornOn,
      ...version,
      serviceLanguage: 'other',
      diedOn: diedOn !== undefined && diedOn <= validFrom ? diedOn : undefined,
      studyGroup: `sample-${output.sample}`,
      dataSource: 'claims',
      recordedOn: validFrom,
    });
  }
}

/** Versions by the day from which each is in force, and the day of death if there is one. */
function versionsOf(summaries: Beneficiary['summaries'], bornOn: string, counts: ImportCounts) {
  const versions = new Map<string, Version>();
  let diedOn: string | undefined;
  let latest: Version | undefined;
  for (const [year, row] of summaries) {
    const version = { sex: sexOf(row), municipality: municipalityOf(row) };
    if (latest?.municipality !== version.municipality || latest.sex !== version.sex)
      versions.set(`${year}-01-01`, version);
    latest = version;
    diedOn ??= deathOf(row, bornOn, counts);
  }
  const lastYear = summaries.at(-1)![0];
  if (diedOn !== undefined) versions.set(diedOn, latest!);
  else if (lastYear < summaryYears.at(-1)!)
    versions.set(`${lastYear}-12-31`, { ...latest!, movedOutOn: `${lastYear}-12-31` });
  return { versions, diedOn };
}

const sexOf = ({ BENE_SEX_IDENT_CD: code }: CmsRow) =>
  code === '1' ? 'male' : code === '2' ? 'female' : 'unknown';

/** The state's two digits after a 0: no county, for a county of a state holds too few of a sample. */
const municipalityOf = ({ SP_STATE_CODE: state }: CmsRow) =>
  /^\d{1,2}$/.test(state ?? '') ? state!.padStart(3, '0') : '000';

function deathOf(row: CmsRow, bornOn: string, counts: ImportCounts): string | undefined {
  if (!row.BENE_DEATH_DT) return undefined;
  const diedOn = isoDay(row.BENE_DEATH_DT);
  if (diedOn !== undefined && diedOn >= bornOn) return diedOn;
  counts.skip('bad-death-date');
  return undefined;
}

async function writeYearlyCosts(
  client: string,
  rowName: string,
  year: SummaryYear,
  row: CmsRow,
  output: SampleOutput,
) {
  const kinds = [
    { name: 'outpatient', amounts: outpatientAmounts, codes: { serviceArea: '92' } },
    { name: 'carrier', amounts: carrierAmounts, codes: { serviceForm: 'T11', contactType: 'R10' } },
  ] as const;
  for (const { name, amounts, codes } of kinds) {
    const dollars = amounts.map((amount) => row[amount]);
    if (dollars.every((amount) => !amount || Number(amount) === 0)) continue;
    output.counts.events += 1;
    await output.writer.write('service-events', {
      clientIdentifier: client,
      eventId: `${rowName}-${name}`,
      startedOn: `${year}-01-01`,
      endedOn: `${year}-12-31`,
      contacts: '0',
      costCents: output.counts.cents(dollars),
      dataSource: 'claims',
      recordedOn: `${year}-12-31`,
      ...codes,
    });
  }
}

async function writeConditions(
  client: string,
  rowName: string,
  year: SummaryYear,
  row: CmsRow,
  output: SampleOutput,
) {
  const conditions = flags.filter((flag) => row[flag] === '1').map((code) => ['CMS-CCW', code] as const);
  const renal = row.BENE_ESRD_IND === 'Y' ? [['ICD-9-CM', '5856'] as const] : [];
  for (const [codeSystem, code] of [...conditions, ...renal]) {
    output.counts.diagnoses += 1;
    await output.writer.write('diagnoses', {
      clientIdentifier: client,
      diagnosisId: `${rowName}-${code}`,
      diagnosedOn: `${year}-12-31`,
      codeSystem,
      code,
      dataSource: 'claims',
      recordedOn: `${year}-12-31`,
    });
  }
}
