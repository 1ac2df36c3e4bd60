import { ObjectErasureRecords } from '../adapters/objects/object-erasure-records.ts';
import { ObjectLandedDeliveries } from '../adapters/objects/object-landed-deliveries.ts';
import { ObjectQuarantineStore } from '../adapters/objects/object-quarantine-store.ts';
import { PowertoolsJournal } from '../adapters/powertools/powertools-journal.ts';
import { retentionOf } from '../core/county-settings.ts';
import { silentProgress } from '../core/ports/progress.ts';
import { settingFilesOf } from '../homes/gate.ts';
import { keysOf } from '../homes/keys.ts';
import { openHome } from '../homes/open-home.ts';
import { systemClock } from '../homes/system.ts';
import { vaultOf } from '../homes/vault.ts';
import type { Config } from './config.ts';

export async function ingestContainer({ home: settings }: Config) {
  const home = await openHome(settings);
  const { objects } = home;
  const files = await home.files();
  return {
    publications: files.publications,
    deliveries: files.deliveries(),
    parquet: files.parquetRows(),
    lake: files.lakeWriter(),
    vault: vaultOf(home),
    quarantine: new ObjectQuarantineStore(objects('quarantine')),
    erasures: new ObjectErasureRecords(objects('erasures')),
    keys: await keysOf(settings, home),
    landed: new ObjectLandedDeliveries(objects('landed')),
    retention: () => retentionOf(settingFilesOf(home)),
    clock: systemClock,
    progress: silentProgress,
    journal: new PowertoolsJournal('ingest'),
  };
}
