import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { plausibilityRules } from '../../../data-contracts/catalogues/index.ts';
import { lakeColumns, lakeTableOf } from '../../../data-contracts/schemas/lake-columns.ts';
import { implausibleKinds } from '../../../data-contracts/schemas/plausibility.ts';
import { tableNames } from '../../../data-contracts/schemas/tables.ts';
import { AthenaClientMonthSource } from '../../../functions/adapters/athena/athena-client-month-source.ts';
import { DuckDbParquetGatherer } from '../../../functions/adapters/duckdb/duckdb-parquet-gatherer.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectPublicationStore } from '../../../functions/adapters/objects/object-publication-store.ts';
import { forwardingTo } from '../../../functions/adapters/objects/object-store.ts';
import { readClientMonthSql } from '../../../functions/adapters/sql-texts.ts';
import { referenceTables } from '../../../functions/core/client-months/reference-tables.ts';
import { landmarkFileName } from '../../../functions/core/ports/client-month-source.ts';
import { SmallLake } from '../sql/lake.ts';
import { firstAdmissionStudy, olderPeopleStudy, randomLake } from '../sql/random-lake.ts';
import { FakeAthena } from './fake-athena.ts';
import { database, queriesAt } from './lake-engines.ts';

async function athenaOver(lake: SmallLake) {
  const bucket = basename(lake.home);
  const athena = new FakeAthena(
    dirname(lake.home),
    bucket,
    database,
    tableNames.map((table) => ({
      name: lakeTableOf(table),
      columns: lakeColumns(table),
      folder: `tables/lake/${table}/`,
      isByRun: false,
    })),
  );
  const url = await athena.start();
  onTestFinished(() => athena.stop());
  const inBucket = (folder: string) => ({
    ...forwardingTo(new FolderObjects(join(lake.home, folder))),
    location: async (key: string) => `s3://${[bucket, folder, key].filter(Boolean).join('/')}`,
  });
  const limits = { spillFolder: join(lake.home, 'spill'), memoryMegabytes: 500, threads: 1 };
  const source = new AthenaClientMonthSource(
    {
      queries: queriesAt(url),
      publications: new ObjectPublicationStore(inBucket('')),
      unloaded: inBucket('unloaded'),
      staged: new FolderObjects(join(lake.home, 'unloaded')),
      gatherer: new DuckDbParquetGatherer(limits),
      reader: lake.source,
    },
    readClientMonthSql(),
  );
  return { athena, source };
}

const everyRule = { ...plausibilityRules, leftOut: implausibleKinds.map((kind) => ({ kind })) };

describe('client-months by Athena', () => {
  for (const [study, withoutSources, rules] of [
    [olderPeopleStudy, [], everyRule],
    [firstAdmissionStudy, ['rai', 'claims'], plausibilityRules],
  ] as const) {
    it(`are those of DuckDB, byte for byte: ${study.programme.id}, without ${withoutSources.length} sources`, async () => {
      const [rows] = fc.sample(randomLake, { numRuns: 1, seed: 11 });
      const lake = await SmallLake.of(rows!);
      onTestFinished(() => lake.dispose());
      const { counts } = await lake.build(study, 'duckdb', withoutSources, rules);
      const { athena, source } = await athenaOver(lake);
      const station = 'client-months/test';
      const landmarks = study.landmarks.map((landmarkOn) => ({
        landmarkOn,
        location: join(lake.home, station, 'athena', landmarkFileName(landmarkOn)),
      }));
      await lake.store.location(station, 'athena', 'x');
      // what an attempt that was cut off may have left
      await new FolderObjects(join(lake.home, 'unloaded')).put(
        `small/${study.landmarks[0]}/half`,
        Buffer.from('x'),
      );
      athena.injure('StartQueryExecution', { error: 'ThrottlingException' }, 'cut');
      athena.injure('GetQueryExecution', { error: 'ThrottlingException' });
      const counted: Record<string, number> = {};
      const built = source.build({
        tables: lake.tables,
        references: referenceTables(study.programme, study.unitCosts),
        parameters: {
          followUpEndsOn: study.followUpEndsOn,
          historyFrom: study.historyFrom,
          ...study.programme.eligibility,
        },
        plausibility: rules,
        withoutSources: [...withoutSources],
        landmarks,
        onLandmark: (landmarkOn, rowsMade) => {
          counted[landmarkOn] = rowsMade;
        },
      });
      await built.catch((error) => expect(athena.errors, String(error)).toEqual([]));
      expect(counted).toEqual(counts);
      expect(Object.values(counts).some((made) => made > 5)).toBe(true);
      for (const { landmarkOn, location } of landmarks) {
        const duckdb = await lake.store.location(station, 'duckdb', landmarkFileName(landmarkOn));
        expect(readFileSync(location).equals(readFileSync(duckdb)), landmarkOn).toBe(true);
      }
      expect(readdirSync(join(lake.home, 'unloaded'))).toEqual([]);
      expect(source.sqlHash).toBe(lake.source.sqlHash);
    }, 120_000);
  }
});
