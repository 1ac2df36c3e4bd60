import { ObjectLandedDeliveries } from '../adapters/objects/object-landed-deliveries.ts';
import { ObjectQuarantineStore } from '../adapters/objects/object-quarantine-store.ts';
import { retentionOf } from '../core/county-settings.ts';
import type { Keys } from '../core/ports/keys.ts';
import type { PersonFiles } from '../core/ports/person-files.ts';
import { ListedFiles, SearchedFiles } from '../core/rights/search-files.ts';
import { settingFilesOf } from './gate.ts';
import type { Home } from './home.ts';

const listed = (home: Home) => ({
  files: home.uncleared(),
  landed: new ObjectLandedDeliveries(home.objects('landed')),
  retention: () => retentionOf(settingFilesOf(home)),
});

/** The files that an erasure does not clear, read through for a person's identifiers. */
export const searchedFilesOf = async (home: Home, keys: Pick<Keys, 'pseudonymKey'>): Promise<PersonFiles> =>
  new SearchedFiles({
    ...listed(home),
    keys,
    parquet: (await home.files()).parquetRows(),
    quarantine: new ObjectQuarantineStore(home.objects('quarantine')),
  });

/** The same files, for an answer that cannot wait until all are read. */
export const listedFilesOf = (home: Home): PersonFiles => new ListedFiles(listed(home));
