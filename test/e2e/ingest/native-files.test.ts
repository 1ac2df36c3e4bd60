import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import { presets } from '../../../data-contracts/mappings/index.ts';
import { tables } from '../../../data-contracts/schemas/tables.ts';
import { ingestDeliveries } from '../../../functions/core/ingest/ingest-deliveries.ts';
import {
  inWindows,
  nativeExtracts,
  nativeMapping,
  nativeTerms,
} from '../../native-county/native-extracts.ts';
import { land, portsOf } from './county-home.ts';

const examples = join(import.meta.dirname, '../../../data-contracts/mappings/examples');
const textOf = (name: string) => readFileSync(join(examples, name), 'utf8');
const asDelivered = (text: string) => inWindows(text.trimEnd().split('\n'));
const folder = mkdtempSync(join(tmpdir(), 'ennakko-native-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A home that has taken in some native files of one delivery. */
async function home(
  name: string,
  files: Record<string, string | Uint8Array>,
  mapping: object = nativeMapping,
) {
  const at = join(folder, name);
  const delivered = { 'delivery.json': nativeTerms, 'mapping.json': mapping, ...files };
  land(
    at,
    Object.fromEntries(Object.entries(delivered).map(([file, content]) => [`2026-01/${file}`, content])),
  );
  const report = await ingestDeliveries(portsOf(at));
  return { at, report };
}

async function rowsIn(at: string, table: string, columns: string, order: string): Promise<string[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const from = `read_parquet('${join(at, 'tables/lake', table, '*.parquet')}')`;
  const rows = await connection.runAndReadAll(
    `select concat_ws(' ', ${columns
      .split(' ')
      .map((one) => `coalesce(cast(${one} as varchar), '–')`)
      .join(', ')}) from ${from} order by ${order}`,
  );
  connection.closeSync();
  instance.closeSync();
  return rows.getRows().map(([row]) => String(row));
}

const quarantined = (at: string) =>
  readdirSync(join(at, 'quarantine'))
    .filter((name) => name.endsWith('.csv'))
    .flatMap((name) =>
      readFileSync(join(at, 'quarantine', name), 'utf8')
        .trimEnd()
        .split('\n')
        .slice(1),
    );

describe('the example of each preset', () => {
  const files = Object.fromEntries(readdirSync(examples).map((name) => [name, asDelivered(textOf(name))]));
  const everyPreset = { layouts: Object.keys(presets).map((preset) => ({ preset })) };
  const taken = home('examples', files, everyPreset);

  it('is there, and every row of it is taken in by the preset alone', async () => {
    const { report } = await taken;
    const names = new Set(
      Object.values(presets).flatMap((preset) =>
        Object.values(preset.files).map(({ name }) => name.replace('*', '')),
      ),
    );
    expect(Object.keys(files).sort()).toEqual([...names].sort());
    expect(report.unknownFiles).toEqual([]);
    for (const { name, delivered, accepted } of report.files)
      expect(`${name} ${accepted}`).toBe(`${name} ${delivered}`);
    expect(new Set(report.files.map(({ table }) => table)).size).toBe(Object.keys(tables).length - 1);
  });

  it('of the population register: versions from a snapshot, moves, households and deaths', async () => {
    const { at } = await taken;
    expect(
      await rowsIn(
        at,
        'clients',
        'born_on valid_from municipality lives_alone moved_out_on died_on sex service_language recorded_on',
        'born_on, valid_from',
      ),
    ).toEqual([
      '1938-02-14 2019-01-01 905 – – – female fi 2019-01-01',
      '1938-02-14 2022-06-01 399 yes – – female fi 2022-06-08',
      '1941-07-30 2019-01-01 499 – – – male sv 2019-01-01',
      '1941-07-30 2023-09-15 499 – 2023-09-15 – male sv 2023-09-22',
      '1950-11-02 2019-01-01 905 no – – female other 2019-01-08',
      '1950-11-02 2024-05-03 905 no – 2024-05-03 female other 2024-05-10',
    ]);
  });

  it('of Hilmo, Avohilmo and housing: areas had from the way of contact, euros as cents, national codes', async () => {
    const { at } = await taken;
    expect(
      await rowsIn(
        at,
        'service-events',
        'event_id started_on ended_on service_area service_form contact_type is_emergency cost_cents recorded_on',
        'event_id',
      ),
    ).toEqual([
      'asuminen:A_2f_1 2024-01-01 2024-01-31 31 – – – 615350 2024-01-08',
      'asuminen:A_2f_2 2024-02-01 – 32 – – – – 2024-02-08',
      'avohilmo:K_2f_1 2024-12-31 – – T60 R10 no 8640 2025-01-07',
      'avohilmo:K_2f_2 2023-01-05 – – T11 R56 – – 2023-01-12',
      'avohilmo:K_2f_3 2024-01-02 – – other R90 no 4120 2024-01-09',
      'hilmo:2021_2f_3 2021-05-05 2021-05-05 91 – R10 yes 31050 2021-05-19',
      'hilmo:2024_2f_17 2024-02-28 2024-03-04 1 – R80 yes 248000 2024-03-18',
      'hilmo:2024_2f_44 2024-04-01 – 32 – – – – 2025-12-31',
    ]);
  });

  it('of diagnoses: one a row, pairs as pairs, in the system of their column', async () => {
    const { at } = await taken;
    expect(await rowsIn(at, 'diagnoses', 'diagnosis_id code_system code', 'diagnosis_id')).toEqual([
      'avohilmo:K_2f_2:icd10 ICD-10 E11.9',
      'avohilmo:K_2f_3:icpc2 ICPC-2 K86',
      'hilmo:2021_2f_3:main ICD-10 S72.0',
      'hilmo:2024_2f_17:main ICD-10 F00.1*G30.1',
      'hilmo:2024_2f_17:side1 ICD-10 I10',
    ]);
  });

  it('of RAI: one scale a row, unfinished assessments left out and counted', async () => {
    const { at, report } = await taken;
    const scales = await rowsIn(at, 'assessments', 'assessment_id scale points', 'scale');
    expect(scales).toHaveLength(8);
    expect(scales).toContain('rai:R1 MAPLE 4');
    expect(report.files.find(({ table }) => table === 'assessments')?.leftOut).toBe(1);
  });

  it('of decisions: by their Finnish names, and what has none is another decision', async () => {
    const { at } = await taken;
    expect(
      await rowsIn(
        at,
        'social-care-decisions',
        'decision_id decision_type decision valid_from valid_to',
        'decision_id',
      ),
    ).toEqual(['paatos:77 regular-home-care granted 2024-03-04 –', 'paatos:78 other denied 2024-02-02 –']);
  });
});

describe('a row of a native file that the contract refuses', () => {
  it('is told by the file, line and column as they were delivered', async () => {
    const lines = textOf('avohilmo.csv').trimEnd().split('\n');
    const spoiled = [
      lines[0]!,
      lines[1]!.replace('31.12.2024', '31.2.2024'),
      lines[2]!,
      lines[3]!.replace('41,2', '41.2'),
    ];
    const rai = textOf('rai.csv').replace('Valmis;4;3', 'Valmis;4;9');
    const { at, report } = await home('spoiled', {
      'avohilmo-2024.csv': inWindows(spoiled),
      'rai.csv': asDelivered(rai),
    });
    expect(quarantined(at).sort()).toEqual([
      '2026-01,avohilmo-2024.csv,2,KAYNTIALKOI > startedOn,not-a-day',
      '2026-01,avohilmo-2024.csv,4,KUSTANNUS > costCents,not-whole-cents',
      '2026-01,rai.csv,2,CPS > points,contradicting-fields',
    ]);
    for (const { delivered, accepted, quarantined } of report.files)
      expect(accepted + quarantined).toBe(delivered);
  });

  it('of a file without a column that a required field needs is told by that column', async () => {
    const { at } = await home('no-column', {
      'paatokset.csv': asDelivered(textOf('paatokset.csv').replace('PAATOSPV', 'PVM')),
    });
    expect(new Set(quarantined(at).map((line) => line.split(',').slice(3).join(' ')))).toEqual(
      new Set([' missing-column', 'PAATOSPV missing-column']),
    );
  });
});

describe('a file in another encoding than its mapping says', () => {
  it('is told once, with none of its rows taken or decoded', async () => {
    const utf8 = await home('utf-8', { 'henkilot.csv': textOf('henkilot.csv') });
    expect(utf8.report.files.map(({ accepted, notice }) => [accepted, notice])).toEqual([
      [0, 'other-encoding'],
    ]);
    const mapping = {
      layouts: [{ preset: 'population-register', files: { persons: { encoding: 'utf-8' } } }],
    };
    const right = await home('utf-8-told', { 'henkilot.csv': textOf('henkilot.csv') }, mapping);
    expect(right.report.files.map(({ notice }) => notice)).toEqual([undefined]);
    const windows = await home('windows', { 'henkilot.csv': asDelivered(textOf('henkilot.csv')) }, mapping);
    expect(windows.report.files.map(({ accepted, notice }) => [accepted, notice])).toEqual([
      [0, 'other-encoding'],
    ]);
  });

  it('and so is an older code page under the name of Windows-1252 or ISO 8859, whose letters are its signs', async () => {
    const codePage850: Record<string, number> = { ä: 0x84, ö: 0x94, å: 0x86, Ä: 0x8e, Ö: 0x99, Å: 0x8f };
    const lines = textOf('henkilot.csv').trimEnd().split('\n');
    const named = [lines[0], lines[1]!.replace(/;[^;]+;/, ';Hämäläinen;')].join('\n');
    const bytes = Uint8Array.from([...named].map((sign) => codePage850[sign] ?? sign.charCodeAt(0)));
    for (const encoding of ['windows-1252', 'iso-8859-1', 'iso-8859-15']) {
      const mapping = { layouts: [{ preset: 'population-register', files: { persons: { encoding } } }] };
      const old = await home(`cp850-${encoding}`, { 'henkilot.csv': bytes }, mapping);
      expect(old.report.files.map(({ notice }) => notice)).toEqual(['other-encoding']);
      const right = await home(
        `right-${encoding}`,
        { 'henkilot.csv': inWindows(named.split('\n')) },
        mapping,
      );
      expect(right.report.files.map(({ notice }) => notice)).toEqual([undefined]);
    }
  });

  it('may be UTF-16, where the mapping says so', async () => {
    const mapping = {
      layouts: [{ preset: 'social-care-decisions', files: { decisions: { encoding: 'utf-16' } } }],
    };
    const file = Buffer.from(`\uFEFF${textOf('paatokset.csv')}`, 'utf16le');
    const { report } = await home('utf-16', { 'paatokset.csv': file }, mapping);
    expect(report.files.map(({ accepted, delivered }) => [accepted, delivered])).toEqual([[2, 2]]);
  });
});

describe('a mapping', () => {
  it('that is none is refused by its field', async () => {
    const refused = (mapping: object) => home(`refused-${JSON.stringify(mapping).length}`, {}, mapping);
    await expect(refused({ layouts: [{ preset: 'hilm' }] })).rejects.toThrow(
      '2026-01/mapping.json: field layouts.0.preset: unknown',
    );
    await expect(refused({ layout: [] })).rejects.toThrow('2026-01/mapping.json: field');
    await expect(
      refused({ layouts: [{ preset: 'rai', fields: { assessments: { pts: 'X' } } }] }),
    ).rejects.toThrow('layouts.0.tables.assessments.fields.pts');
  });

  it('that speaks of a list or code map that is not there is refused before any file is read', async () => {
    const fields = { assessments: { instrument: { column: 'VALINE', codes: 'nowhere' } } };
    await expect(home('no-map', {}, { layouts: [{ preset: 'rai', fields }] })).rejects.toThrow(
      '2026-01/mapping.json: field layouts.0.tables.assessments: codeMaps.nowhere: unknown',
    );
  });

  it('of everything takes neither what the delivery says of itself nor folders', async () => {
    const mapping = {
      layouts: [{ preset: 'population-register', files: { persons: { name: '*', encoding: 'utf-8' } } }],
    };
    const { report } = await home(
      'everything',
      { 'a.csv': textOf('henkilot.csv'), 'sub/b.csv': 'x\n' },
      mapping,
    );
    expect(report.files.map(({ name }) => name)).toEqual(['a.csv']);
    expect(report.unknownFiles.map(({ name }) => name)).toEqual(['sub/']);
  });

  it('tells people of a system’s own apart by the letters’ case, as everything after it does', async () => {
    const field = (column: string) => ({ column });
    const names = [
      'validFrom',
      'bornOn',
      'sex',
      'serviceLanguage',
      'municipality',
      'dataSource',
      'recordedOn',
    ];
    const fields = {
      clientIdentifier: 'id',
      ...Object.fromEntries(names.map((name) => [name, field(name)])),
    };
    const mapping = {
      layouts: [
        {
          files: { people: { name: 'people.csv' }, moves: { name: 'moves.csv' } },
          tables: [
            {
              table: 'clients',
              versions: [
                { from: 'people', isSnapshot: true, fields },
                {
                  from: 'moves',
                  fields: {
                    clientIdentifier: 'id',
                    validFrom: 'day',
                    municipality: 'to',
                    dataSource: { constant: 'population-register' },
                    recordedOn: 'day',
                  },
                },
              ],
            },
          ],
        },
      ],
    };
    const row = (id: string, sex: string) =>
      [id, '2020-01-01', '1940-01-01', sex, 'fi', '905', 'population-register', '2020-01-02'].join(';');
    const { at, report } = await home(
      'case',
      {
        'people.csv': [
          ['id', ...names].join(';'),
          row('local:a:x1', 'female'),
          row('local:a:X1', 'male'),
        ].join('\n'),
        'moves.csv': 'id;day;to\nlocal:a:x1;2021-01-01;499\n',
      },
      mapping,
    );
    expect(report.files.map(({ accepted, delivered }) => [accepted, delivered])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(await rowsIn(at, 'clients', 'valid_from sex municipality', 'valid_from, sex')).toEqual([
      '2020-01-01 female 905',
      '2020-01-01 male 905',
      '2021-01-01 female 499',
    ]);
  });

  it('reads Parquet as it reads CSV, its days and numbers by their types', async () => {
    const at = join(folder, 'parquet-made');
    mkdirSync(at, { recursive: true });
    const path = join(at, 'decisions.parquet');
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const csv = join(at, 'paatokset.csv');
    writeFileSync(
      csv,
      textOf('paatokset.csv').replaceAll(
        /(\d+)\.(\d+)\.(\d{4})/g,
        (_, d, m, y) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
      ),
    );
    await connection.run(
      `copy (select * replace (cast(PAATOSPV as date) as PAATOSPV) from read_csv('${csv}')) to '${path}' (format parquet)`,
    );
    connection.closeSync();
    instance.closeSync();
    const mapping = {
      layouts: [{ preset: 'social-care-decisions', files: { decisions: { name: 'decisions.parquet' } } }],
    };
    const { report } = await home('parquet', { 'decisions.parquet': readFileSync(path) }, mapping);
    expect(report.files.map(({ accepted, delivered }) => [accepted, delivered])).toEqual([[2, 2]]);
  });

  it('changed takes its files in anew, and unchanged does not', async () => {
    const { at } = await home('changed', { 'paatokset.csv': asDelivered(textOf('paatokset.csv')) });
    const again = await ingestDeliveries(portsOf(at));
    expect(again.files.map(({ state }) => state)).toEqual(['seen-before']);
    const mapping = {
      layouts: [{ preset: 'social-care-decisions', fields: { 'social-care-decisions': { validTo: null } } }],
    };
    land(at, { '2026-01/mapping.json': mapping });
    const anew = await ingestDeliveries(portsOf(at));
    expect(anew.files.map(({ state }) => state)).toEqual(['taken-in']);
  });
});

describe('the extracts of an invented county', () => {
  it('come in by mapping files alone, but for the rows that are spoiled, each with its reason', async () => {
    const { files, spoiled } = nativeExtracts(80, 19);
    const { at, report } = await home(
      'county',
      Object.fromEntries(Object.entries(files).map(([name, lines]) => [name, inWindows(lines)])),
    );
    const sum = (of: 'delivered' | 'accepted' | 'quarantined') =>
      report.files.reduce((total, file) => total + file[of], 0);
    expect(sum('accepted') + sum('quarantined')).toBe(sum('delivered'));
    expect(sum('delivered')).toBeGreaterThan(3000);
    expect(new Set(quarantined(at).map((line) => line.split(',')[2])).size).toBe(spoiled);
    expect(report.unknownFiles).toEqual([]);
  });
});
