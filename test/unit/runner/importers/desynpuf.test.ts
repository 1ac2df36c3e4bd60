import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Delivery } from '../../../../data-contracts/schemas/delivery.ts';
import { type TableName, tables } from '../../../../data-contracts/schemas/tables.ts';
import { silentProgress } from '../../../../functions/core/ports/progress.ts';
import { importDesynpuf } from '../../../../runner/importers/desynpuf.ts';
import { claimColumns } from '../../../../runner/importers/desynpuf-claims.ts';
import { summaryColumns } from '../../../../runner/importers/desynpuf-summaries.ts';

type Cells = Record<string, string>;
const csv = (columns: readonly string[], rows: readonly Cells[]) =>
  [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
    .join('\n');

const claim = (id: string, number: string, from: string, to: string, more: Cells = {}): Cells => ({
  DESYNPUF_ID: id,
  CLM_ID: number,
  SEGMENT: '1',
  CLM_ADMSN_DT: from,
  NCH_BENE_DSCHRG_DT: to,
  ...more,
});
const person = (id: string, more: Cells = {}): Cells => ({
  DESYNPUF_ID: id,
  BENE_BIRTH_DT: '19300401',
  BENE_SEX_IDENT_CD: '2',
  BENE_ESRD_IND: '0',
  SP_STATE_CODE: '39',
  ...more,
});

/** Invented people: A0 lives on, B0 moves state and dies, C0 is not told of after 2008, D0 has no birth date. */
const summaries = {
  2008: [
    person('A0', { SP_CHF: '1', SP_RA_OA: '2', MEDREIMB_CAR: '100.50', BENRES_CAR: '20.00' }),
    person('B0', { BENE_SEX_IDENT_CD: '1', BENE_ESRD_IND: 'Y' }),
    person('C0'),
    person('D0', { BENE_BIRTH_DT: '19301301' }),
  ],
  2009: [
    person('A0', { SP_RA_OA: '1', MEDREIMB_OP: '-5.00' }),
    person('B0', { BENE_DEATH_DT: '20090701', SP_STATE_CODE: '5' }),
  ],
  2010: [person('A0')],
};
const claims = [
  claim('A0', '71', '20080101', '20080105', {
    CLM_PMT_AMT: '4000.00',
    NCH_BENE_IP_DDCTBL_AMT: '1024.00',
    CLM_PASS_THRU_PER_DIEM_AMT: '10.00',
    CLM_UTLZTN_DAY_CNT: '4',
    ICD9_DGNS_CD_1: '4280',
    ICD9_DGNS_CD_2: 'V5866',
    ICD9_DGNS_CD_3: '4280',
    ICD9_DGNS_CD_4: 'OTHER',
  }),
  claim('A0', '72', '20090901', '20090910', { SEGMENT: '2', CLM_PMT_AMT: '50.00', ICD9_DGNS_CD_1: '82021' }),
  claim('A0', '72', '20090905', '20090910', { CLM_PMT_AMT: '700.00', ICD9_DGNS_CD_1: 'E8859' }),
  claim('A0', '73', '20090230', '20090301'),
  claim('B0', '74', '20081230', '20081229'),
  claim('B0', 'none', '20081230', '20081231'),
];

let folder: string;
const landing = () => join(folder, 'landing');

async function writeSource(sample: number) {
  await mkdir(join(folder, 'source'), { recursive: true });
  for (const [year, rows] of Object.entries(summaries)) {
    const name = `DE1_0_${year}_Beneficiary_Summary_File_Sample_${sample}.csv`;
    await writeFile(join(folder, 'source', name), csv(summaryColumns, rows));
  }
  const broken = `${csv(claimColumns, claims)}\n"B0","75"`;
  await writeFile(join(folder, 'source', `DE1_0_2008_to_2010_Inpatient_Claims_Sample_${sample}.csv`), broken);
}

const rowsOf = async (delivery: string, table: TableName): Promise<Cells[]> =>
  parse(await readFile(join(landing(), delivery, `${table}.csv`)), { columns: true });

const filled = (row: Cells) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== ''));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desynpuf-'));
  await writeSource(3);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the import of DE-SynPUF', () => {
  const run = () => importDesynpuf(join(folder, 'source'), landing(), silentProgress);

  it('accounts for every row that is not a row of the delivery', async () => {
    const { skipped, ...written } = await run();
    expect(written).toEqual({ samples: 1, people: 3, events: 4, diagnoses: 7 });
    expect(Object.entries(skipped).filter(([, count]) => count > 0)).toEqual([
      ['unreadable-line', 1],
      ['no-birth-date', 1],
      ['bad-claim-dates', 2],
      ['no-claim-number', 1],
      ['segment-joined', 1],
      ['repeated-code', 1],
      ['bad-code', 1],
      ['cost-set-to-zero', 1],
    ]);
  });

  it('writes only rows that keep the contracts, with a key each', async () => {
    await run();
    Delivery.parse(
      JSON.parse(await readFile(join(landing(), 'desynpuf-sample-03', 'delivery.json'), 'utf8')),
    );
    for (const table of ['clients', 'service-events', 'diagnoses'] as const) {
      const rows = await rowsOf('desynpuf-sample-03', table);
      for (const row of rows) expect(tables[table].row.safeParse(filled(row)).error).toBeUndefined();
      const keys = rows.map((row) => tables[table].key.map((field) => row[field]).join());
      expect(new Set(keys).size).toBe(rows.length);
    }
  });

  it('tells a death from the day it was known, and a disappearance as a move', async () => {
    await run();
    const versions = (await rowsOf('desynpuf-sample-03', 'clients')).map((row) =>
      [row.clientIdentifier?.slice(-2), row.validFrom, row.municipality, row.diedOn, row.movedOutOn].join(
        ' ',
      ),
    );
    expect(versions).toEqual([
      'A0 2008-01-01 039  ',
      'B0 2008-01-01 039  ',
      'B0 2009-01-01 005  ',
      'B0 2009-07-01 005 2009-07-01 ',
      'C0 2008-01-01 039  ',
      'C0 2008-12-31 039  2008-12-31',
    ]);
  });

  it('makes one stay of a claim, known from discharge, with all that was paid', async () => {
    await run();
    const events = await rowsOf('desynpuf-sample-03', 'service-events');
    const told = (row: Cells) =>
      `${row.eventId} ${row.startedOn} ${row.endedOn} ${row.recordedOn} ${row.costCents} ${row.contacts}`;
    expect(events.map(told)).toEqual([
      's3-2008-1-carrier 2008-01-01 2008-12-31 2008-12-31 12050 0',
      's3-2009-1-outpatient 2009-01-01 2009-12-31 2009-12-31 0 0',
      'claim-71 2008-01-01 2008-01-05 2008-01-05 506400 ',
      'claim-72 2009-09-05 2009-09-10 2009-09-10 75000 ',
    ]);
  });

  it('dates conditions at the year’s end and codes at admission', async () => {
    await run();
    const diagnoses = await rowsOf('desynpuf-sample-03', 'diagnoses');
    expect(diagnoses.map((row) => `${row.code} ${row.diagnosedOn} ${row.recordedOn}`)).toEqual([
      'SP_CHF 2008-12-31 2008-12-31',
      'SP_RA_OA 2009-12-31 2009-12-31',
      '5856 2008-12-31 2008-12-31',
      '4280 2008-01-01 2008-01-05',
      'V5866 2008-01-01 2008-01-05',
      'E8859 2009-09-05 2009-09-10',
      '82021 2009-09-05 2009-09-10',
    ]);
  });

  it('ends in the same bytes when made again, also after a stop half-way', async () => {
    await run();
    const delivery = join(landing(), 'desynpuf-sample-03');
    const bytes = async () =>
      Promise.all(
        (await readdir(delivery)).map(async (name) => [name, await readFile(join(delivery, name), 'utf8')]),
      );
    const before = await bytes();
    await mkdir(join(folder, 'landing.part', 'desynpuf-sample-03'), { recursive: true });
    await writeFile(join(folder, 'landing.part', 'desynpuf-sample-03', 'clients.csv'), 'half');
    await run();
    expect(await bytes()).toEqual(before);
    expect((await readdir(folder)).sort()).toEqual(['landing', 'source']);
    expect(await readdir(landing())).toEqual(['desynpuf-sample-03']);
  });

  it('refuses a folder that is not whole, by a code, and leaves nothing behind', async () => {
    const claimsFile = join(folder, 'source', 'DE1_0_2008_to_2010_Inpatient_Claims_Sample_3.csv');
    await writeFile(claimsFile, '"DESYNPUF_ID"\n"A0"');
    await expect(run()).rejects.toMatchObject({ code: 'desynpuf-column-missing' });
    expect(await readdir(folder)).toEqual(['source']);
    await rm(claimsFile);
    await expect(run()).rejects.toMatchObject({ code: 'desynpuf-file-missing' });
    await expect(importDesynpuf(folder, landing(), silentProgress)).rejects.toMatchObject({
      code: 'desynpuf-no-samples',
    });
  });

  it('refuses summaries that are not sorted, for their years could not be joined', async () => {
    const name = join(folder, 'source', 'DE1_0_2009_Beneficiary_Summary_File_Sample_3.csv');
    await writeFile(name, csv(summaryColumns, [...summaries[2009]].reverse()));
    await expect(run()).rejects.toMatchObject({ code: 'desynpuf-not-sorted' });
  });
});

const real = resolve(import.meta.dirname, '../../../../../shared/data/desynpuf');
const whyNot = existsSync(real) ? '' : ' (skipped: the optional folder ../shared/data/desynpuf is not here)';

describe.skipIf(whyNot !== '')(`the import of a real DE-SynPUF sample${whyNot}`, () => {
  it('keeps every beneficiary and every claim, and the contracts', async () => {
    const source = join(folder, 'one-sample');
    await mkdir(source);
    for (const name of (await readdir(real)).filter((file) => file.endsWith('_Sample_1.csv')))
      await cp(join(real, name), join(source, name));
    const { people, skipped } = await importDesynpuf(source, landing(), silentProgress);
    const events = await rowsOf('desynpuf-sample-01', 'service-events');
    const stays = events.filter(({ serviceArea }) => serviceArea === '1');
    const lines = (await readFile(join(source, 'DE1_0_2008_to_2010_Inpatient_Claims_Sample_1.csv'), 'utf8'))
      .trimEnd()
      .split('\n');
    expect(people).toBe(10_000);
    expect(stays.length + skipped['segment-joined']).toBe(lines.length - 1);
    for (const table of ['clients', 'service-events', 'diagnoses'] as const) {
      const rows = (await rowsOf('desynpuf-sample-01', table)).filter((_, index) => index % 25 === 0);
      for (const row of rows) expect(tables[table].row.safeParse(filled(row)).success).toBe(true);
    }
  });
});
