import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDbParquetRows } from '../functions/adapters/duckdb/duckdb-parquet-rows.ts';
import { FolderObjects } from '../functions/adapters/folder/folder-objects.ts';
import { ObjectDeliverySource } from '../functions/adapters/objects/object-delivery-source.ts';
import { withoutIdentityCodes } from '../functions/core/identity/personal-identity-code.ts';
import { ownNames } from '../functions/core/ingest/landing-survey.ts';
import { type FileProfile, profileFile } from '../functions/core/profile/profile-file.ts';
import { type ProposedMapping, proposeMapping } from '../functions/core/profile/propose-mapping.ts';

export interface FolderProfile {
  readonly profiles: readonly FileProfile[];
  /** Files that are no tables. */
  readonly unread: readonly string[];
  readonly proposed: ProposedMapping;
}

/** Looks at every file of a folder as if it were a delivery. */
export async function profileFolder(above: string, folder: string): Promise<FolderProfile> {
  const deliveries = new ObjectDeliverySource(new FolderObjects(above));
  const spill = await mkdtemp(join(tmpdir(), 'ennakko-profile-'));
  try {
    const ports = { deliveries, parquet: new DuckDbParquetRows(spill) };
    const profiles: FileProfile[] = [];
    const unread: string[] = [];
    for (const file of await deliveries.files(folder)) {
      if (ownNames.includes(file.name)) continue;
      const profile = file.name.endsWith('/') ? undefined : await profileFile(ports, file);
      if (profile) profiles.push(profile);
      else unread.push(withoutIdentityCodes(file.name));
    }
    return { profiles, unread, proposed: proposeMapping(profiles) };
  } finally {
    await rm(spill, { recursive: true, force: true });
  }
}
