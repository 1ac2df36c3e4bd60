import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import type { HeldFile } from '../../../data-contracts/schemas/held-file.ts';
import { silentProgress } from '../../../functions/core/ports/progress.ts';
import { localService } from '../../../runner/service.ts';
import { temporaryFolder } from '../../contract/ingest/temporary-folder.ts';
import { land, terms } from '../ingest/county-home.ts';

const officer = { id: 'dpo-1', role: 'data-protection-officer', unit: 'data-protection' } as const;

const identifier = { join: [{ constant: 'local:care' }, 'NRO'] };
const common = { clientIdentifier: identifier, dataSource: { constant: 'primary-care' }, recordedOn: 'DAY' };
/** Visits by a number that is nobody's outside this system; a visit is a row of two tables. */
const mapping = {
  layouts: [
    {
      files: { visits: { name: 'visits*' } },
      tables: [
        {
          table: 'service-events',
          from: 'visits',
          where: [{ column: 'AREA', isGiven: true }],
          fields: { ...common, eventId: 'VISIT', startedOn: 'DAY', serviceArea: 'AREA' },
        },
        {
          table: 'diagnoses',
          from: 'visits',
          fields: {
            ...common,
            diagnosisId: 'VISIT',
            diagnosedOn: 'DAY',
            codeSystem: { constant: 'ICD-10' },
            code: 'CODE',
          },
        },
      ],
    },
  ],
};
const visits = [
  'NRO;VISIT;DAY;AREA;CODE',
  '17;v1;2024-01-01;31;I10',
  '117;v2;2024-01-02;31;I10',
  '17;v3;2024-01-03;nowhere;I10',
  '17;v4;2024-01-04;;I10',
  '17;v5;2024-01-05;31;',
  '18;17;2024-01-06;31;I10',
].join('\n');

async function filesNaming(home: string, person: string) {
  const service = localService(home, silentProgress);
  await service.ingest();
  const client = (await service.pseudonymiser())(person);
  const { files } = await service.heldData({ client, requester: officer, language: 'en' });
  return (files as readonly HeldFile[]).map(({ file, rows, turnedAway }) => [file, rows, turnedAway]);
}

const delivered = { 'd1/delivery.json': terms, 'd1/mapping.json': mapping, 'd1/visits.csv': visits };

describe('a native file in which a person is a bare number', () => {
  it('is found to name the person in the rows that its mapping makes theirs, also those it leaves out', async () => {
    const home = temporaryFolder();
    land(home, delivered);
    expect(await filesNaming(home, 'local:care:17')).toEqual([['landing/d1/visits.csv', 4, 2]]);
    expect(await filesNaming(home, 'local:care:117')).toEqual([['landing/d1/visits.csv', 1, 0]]);
    expect(await filesNaming(home, 'local:other:17')).toEqual([]);
  });

  it('is found in Parquet too', async () => {
    const home = temporaryFolder();
    land(home, delivered);
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const at = join(home, 'landing/d1');
    await connection.run(
      `copy (select * from read_csv('${at}/visits.csv', all_varchar = true)) to '${at}/visits.parquet'`,
    );
    connection.closeSync();
    instance.closeSync();
    rmSync(join(at, 'visits.csv'));
    expect(await filesNaming(home, 'local:care:17')).toMatchObject([['landing/d1/visits.parquet', 4, 2]]);
  });

  it('is told as not searched where nobody knows any more how it is to be read', async () => {
    const home = temporaryFolder();
    land(home, delivered);
    await filesNaming(home, 'local:care:17');
    writeFileSync(join(home, 'landing/d1/mapping.json'), '{');
    const service = localService(home, silentProgress);
    const client = (await service.pseudonymiser())('local:care:17');
    const { files } = await service.heldData({ client, requester: officer, language: 'en' });
    expect((files as readonly HeldFile[]).map(({ file, rows }) => [file, rows])).toEqual([
      ['landing/d1/visits.csv', null],
    ]);
  });
});
