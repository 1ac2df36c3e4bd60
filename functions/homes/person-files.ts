import { ObjectLandedDeliveries } from '../adapters/objects/object-landed-deliveries.ts';
import { ObjectQuarantineStore } from '../adapters/objects/object-quarantine-store.ts';
import { retentionOf } from '../core/county-settings.ts';
import { LakeSummary, lakeStation } from '../core/ingest/lake-manifest.ts';
import type { Keys } from '../core/ports/keys.ts';
import type { PersonFiles } from '../core/ports/person-files.ts';
import { ListedFiles, SearchedFiles, SearchedWhereFew } from '../core/rights/search-files.ts';
import { peopleNowIn, settingFilesOf } from './gate.ts';
import type { Home } from './home.ts';

const listed = (home: Home) => ({
  files: home.uncleared(),
  landed: new ObjectLandedDeliveries(home.objects('landed')),
  retention: () => retentionOf(settingFilesOf(home)),
});

const searched = async (home: Home, keys: Pick<Keys, 'pseudonymKey'>) => ({
  ...listed(home),
  keys,
  people: peopleNowIn(home),
  takenIn: async () => {
    const lake = await home.publications.current(lakeStation);
    return lake ? LakeSummary.parse(lake.summary).files : [];
  },
  parquet: (await home.files()).parquetRows(),
  deliveries: (await home.files()).deliveries(),
  quarantine: new ObjectQuarantineStore(home.objects('quarantine')),
});

/** The files that an erasure does not clear, read through for a person's identifiers. */
export const searchedFilesOf = async (home: Home, keys: Pick<Keys, 'pseudonymKey'>): Promise<PersonFiles> =>
  new SearchedFiles(await searched(home, keys));

/** The same, for an answer that somebody waits for: read through where they are few. */
export const promptlySearchedFilesOf = async (
  home: Home,
  keys: Pick<Keys, 'pseudonymKey'>,
): Promise<PersonFiles> => new SearchedWhereFew(await searched(home, keys));

/** The same files, where nothing can read them through. */
export const listedFilesOf = (home: Home): PersonFiles => new ListedFiles(listed(home));
