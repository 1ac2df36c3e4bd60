import type { CmsRow } from './desynpuf-files.ts';
import { isoDay } from './desynpuf-files.ts';
import { clientIdentifier, type SampleOutput } from './desynpuf-rows.ts';

const codeColumns = Array.from({ length: 10 }, (_, index) => `ICD9_DGNS_CD_${index + 1}`);
const amountColumns = [
  'CLM_PMT_AMT',
  'NCH_PRMRY_PYR_CLM_PD_AMT',
  'NCH_BENE_IP_DDCTBL_AMT',
  'NCH_BENE_PTA_COINSRNC_LBLTY_AM',
  'NCH_BENE_BLOOD_DDCTBL_LBLTY_AM',
] as const;

export const claimColumns = [
  'DESYNPUF_ID',
  'CLM_ID',
  'SEGMENT',
  'CLM_ADMSN_DT',
  'NCH_BENE_DSCHRG_DT',
  'CLM_PASS_THRU_PER_DIEM_AMT',
  'CLM_UTLZTN_DAY_CNT',
  ...amountColumns,
  ...codeColumns,
];

/** The claims of one beneficiary after another; a file holds a beneficiary's rows together. */
export async function* claimsByBeneficiary(rows: AsyncIterable<CmsRow>): AsyncGenerator<CmsRow[]> {
  let together: CmsRow[] = [];
  for await (const row of rows) {
    if (together[0] && together[0].DESYNPUF_ID !== row.DESYNPUF_ID) {
      yield together;
      together = [];
    }
    together.push(row);
  }
  if (together.length > 0) yield together;
}

/** Writes one beneficiary's claims: each claim one stay, whatever its number of segments. */
export async function writeClaims(rows: readonly CmsRow[], output: SampleOutput): Promise<void> {
  const client = clientIdentifier(rows[0]!.DESYNPUF_ID);
  const claims = new Map<string, CmsRow[]>();
  for (const row of rows) {
    const number = row.CLM_ID ?? '';
    if (client === undefined) output.counts.skip('no-person');
    else if (!/^\d{1,40}$/.test(number)) output.counts.skip('no-claim-number');
    else claims.set(number, [...(claims.get(number) ?? []), row]);
  }
  for (const [number, segments] of claims) await writeClaim(client!, number, segments, output);
}

/** The first segment with usable dates gives the stay's days; the others add their payments and codes. */
async function writeClaim(client: string, number: string, given: readonly CmsRow[], output: SampleOutput) {
  const segments = [...given].sort((a, b) => Number(a.SEGMENT) - Number(b.SEGMENT));
  const stay = segments.map(stayOf).find((found) => found !== undefined);
  if (stay === undefined) {
    for (const _ of segments) output.counts.skip('bad-claim-dates');
    return;
  }
  for (const _ of segments.slice(1)) output.counts.skip('segment-joined');
  output.counts.events += 1;
  await output.writer.write('service-events', {
    clientIdentifier: client,
    eventId: `claim-${number}`,
    ...stay,
    serviceArea: '1',
    costCents: output.counts.cents(segments.flatMap(amountsOf)),
    dataSource: 'claims',
    recordedOn: stay.endedOn,
  });
  await writeCodes(client, number, stay, segments, output);
}

function stayOf(row: CmsRow): { startedOn: string; endedOn: string } | undefined {
  const startedOn = isoDay(row.CLM_ADMSN_DT);
  const endedOn = isoDay(row.NCH_BENE_DSCHRG_DT);
  return startedOn && endedOn && startedOn <= endedOn ? { startedOn, endedOn } : undefined;
}

const amountsOf = (row: CmsRow) => [
  ...amountColumns.map((column) => row[column]),
  String(Number(row.CLM_PASS_THRU_PER_DIEM_AMT || 0) * Number(row.CLM_UTLZTN_DAY_CNT || 0)),
];

async function writeCodes(
  client: string,
  number: string,
  { startedOn, endedOn }: { startedOn: string; endedOn: string },
  segments: readonly CmsRow[],
  { counts, writer }: SampleOutput,
) {
  const written = new Set<string>();
  for (const code of segments.flatMap((row) => codeColumns.map((column) => row[column]))) {
    if (!code) continue;
    if (!/^[0-9VE][0-9]{2,4}[0-9A-Z]?$/.test(code)) counts.skip('bad-code');
    else if (written.has(code)) counts.skip('repeated-code');
    else {
      written.add(code);
      counts.diagnoses += 1;
      await writer.write('diagnoses', {
        clientIdentifier: client,
        diagnosisId: `claim-${number}:${code}`,
        diagnosedOn: startedOn,
        codeSystem: 'ICD-9-CM',
        code,
        dataSource: 'claims',
        recordedOn: endedOn,
      });
    }
  }
}
