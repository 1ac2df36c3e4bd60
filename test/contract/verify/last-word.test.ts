import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DuckDbTableContents } from '../../../functions/adapters/duckdb/duckdb-table-contents.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectHomeFiles } from '../../../functions/adapters/objects/object-home-files.ts';
import { ingestDeliveries } from '../../../functions/core/ingest/ingest-deliveries.ts';
import { checkLastWord, notTakenIn } from '../../../functions/core/verify/check-last-word.ts';
import { eventFile, eventLine, land, portsOf, terms } from '../../e2e/ingest/county-home.ts';
import { inWindows } from '../../native-county/native-extracts.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';

async function homeOf(files: Record<string, string | Uint8Array | object>) {
  const home = temporaryFolder();
  land(home, { 'd1/delivery.json': terms, 'd2/delivery.json': terms, ...files });
  await ingestDeliveries(portsOf(home));
  return home;
}

async function checked(home: string) {
  const files = new ObjectHomeFiles(new FolderObjects(home));
  const limits = { spillFolder: join(home, 'spill'), memoryMegabytes: 200, threads: 1 };
  const paths = new Set<string>();
  for await (const path of files.list(['landing', 'vault', 'truth', 'keys'])) paths.add(path);
  const findings = [];
  for await (const finding of checkLastWord(files, new DuckDbTableContents(home, limits), paths))
    findings.push(finding);
  return [...findings, ...(await notTakenIn(files, paths))];
}

const one = { 'd1/service-events.csv': eventFile(eventLine('e1')) };

describe('a home whose last word', () => {
  it('can be told is sound', async () => {
    expect(
      await checked(await homeOf({ ...one, 'd2/service-events.csv': eventFile(eventLine('e1')) })),
    ).toEqual([]);
  });

  it('is of a file that was mended, or put there, and not taken in is told so', async () => {
    const home = await homeOf(one);
    land(home, {
      'd1/service-events.csv': eventFile(eventLine('e1', { contacts: '2' })),
      'd2/service-events.csv': eventFile(eventLine('e2')),
    });
    expect(await checked(home)).toEqual([
      { code: 'not-taken-in', where: 'landing/d1/service-events.csv' },
      { code: 'not-taken-in', where: 'landing/d2/service-events.csv' },
    ]);
  });

  it('is of native files is told by their mapping', async () => {
    const example = readFileSync(
      join(import.meta.dirname, '../../../data-contracts/mappings/examples/hilmo.csv'),
      'utf8',
    );
    const native = {
      'd1/mapping.json': { layouts: [{ preset: 'hilmo' }] },
      'd1/hilmo.csv': inWindows(example.trimEnd().split('\n')),
    };
    const home = await homeOf(native);
    expect(await checked(home)).toEqual([]);
    land(home, {
      'd1/mapping.json': { layouts: [{ preset: 'hilmo', fields: { 'service-events': { unit: null } } }] },
    });
    expect(await checked(home)).toEqual([{ code: 'not-taken-in', where: 'landing/d1/hilmo.csv' }]);
  });

  it('would be told by chance is found: a place twice, and a key twice in a delivery', async () => {
    const home = await homeOf(one);
    const path = join(home, 'tables', 'current.json');
    const current = JSON.parse(readFileSync(path, 'utf8')) as { summary: { files: object[] } };
    current.summary.files.push({ ...current.summary.files[0] });
    writeFileSync(path, JSON.stringify(current));
    expect(await checked(home)).toEqual([
      { code: 'place-taken-twice', where: 'd1/service-events.csv', times: 2 },
      { code: 'key-repeated-in-delivery', where: 'tables/lake/service-events', times: 1 },
    ]);
  });
});
