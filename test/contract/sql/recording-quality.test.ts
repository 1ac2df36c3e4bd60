import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DuckDbLakeEngine } from '../../../functions/adapters/duckdb/duckdb-lake-engine.ts';
import { LakeRecordingCounts } from '../../../functions/adapters/lake/lake-recording-counts.ts';
import { ingestDeliveries } from '../../../functions/core/ingest/ingest-deliveries.ts';
import { eventFile, eventLine, land, portsOf, terms } from '../../e2e/ingest/county-home.ts';

const home = mkdtempSync(join(tmpdir(), 'ennakko-quality-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const clients = [
  'clientIdentifier,validFrom,bornOn,sex,serviceLanguage,municipality,diedOn,dataSource,recordedOn',
  'local:test:1,2020-01-01,1940-01-01,female,fi,905,,population-register,2020-01-01',
  'local:test:1,2023-01-01,1940-01-01,female,fi,399,,population-register,2023-01-01',
  'local:test:2,2020-01-01,1940-01-01,male,fi,905,2024-01-10,population-register,2024-01-12',
].join('\n');

async function counts() {
  land(home, {
    'd1/delivery.json': terms,
    'd1/clients.csv': `${clients}\n`,
    'd1/service-events.csv': eventFile(
      eventLine('e1', { startedOn: '2024-01-01', recordedOn: '2024-01-31' }),
      eventLine('e2', { startedOn: '2024-01-01', recordedOn: '2024-02-01', serviceArea: '99' }),
      eventLine('e3', { startedOn: '2024-01-01', recordedOn: '2024-12-31' }),
      eventLine('e4', {
        clientIdentifier: 'local:test:2',
        startedOn: '2024-02-01',
        recordedOn: '2024-02-01',
      }),
    ),
  });
  const ports = portsOf(home);
  await ingestDeliveries(ports);
  const limits = { spillFolder: join(home, 'spill'), memoryMegabytes: 1000, threads: 1 };
  return new LakeRecordingCounts(ports.publications, new DuckDbLakeEngine(limits));
}

describe('counts of how rows were recorded', () => {
  const taken = counts();
  const events = async (place: 'county' | 'municipality' | 'unit') =>
    (await (await taken).by(place)).filter(({ table }) => table === 'service-events');

  it('are of days late, of codes that no list has, and of what is before birth or after death', async () => {
    expect(await events('county')).toEqual([
      {
        table: 'service-events',
        year: 2024,
        place: '',
        rows: 4,
        people: 2,
        late30: 2,
        late90: 1,
        coded: 3,
        implausible: 1,
        filled: [0, 0, 0, 0],
      },
    ]);
  });

  it('are by the municipality where somebody lives last, or by unit', async () => {
    const places = (await events('municipality')).map(({ place, rows }) => `${place} ${rows}`);
    expect(places.sort()).toEqual(['399 3', '905 1']);
    expect((await events('unit')).map(({ place }) => place)).toEqual(['']);
  });
});
