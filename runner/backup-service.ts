import { cp, readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { programmes } from '../data-contracts/programmes/index.ts';
import { Erasure } from '../data-contracts/schemas/erasure.ts';
import type { HomeBackup } from '../data-contracts/schemas/home-backup.ts';
import {
  type BackupChoice,
  backUpHome,
  restoreHome,
  UnusableBackup,
} from '../functions/adapters/folder/home-backup.ts';
import { clearErased } from '../functions/core/rights/clear-erased.ts';
import { vaultOf } from '../functions/homes/vault.ts';
import type { LocalParts } from './local-parts.ts';

export interface RestoreChoice {
  readonly from: string;
  /** A folder of keys, where they are kept apart from the copy. */
  readonly keys?: string | undefined;
  /** The folder `erasures/` of the home that was lost, or of a later copy. */
  readonly erasures?: string | undefined;
}

export interface Restored {
  readonly backup: HomeBackup;
  /** People whose erasure is later than the copy, and has been carried out anew. */
  readonly erasedAnew: number;
  readonly hasKeys: boolean;
}

/** A copy of a home, and a home of a copy. */
export function backupService(folder: string, { home, gate, alone, keys }: LocalParts) {
  return {
    backUp: (to: string, choice: BackupChoice): Promise<HomeBackup> =>
      alone('backup', () => backUpHome(resolve(folder), resolve(to), choice, () => gate.clock.now())),
    restore: async (choice: RestoreChoice): Promise<Restored> => {
      const later = await erasuresIn(choice.erasures);
      return alone('restore', async () => {
        const backup = await restoreHome(resolve(choice.from), resolve(folder));
        if (choice.keys !== undefined) await cp(choice.keys, join(folder, 'keys'), { recursive: true });
        const hasKeys = backup.hasKeys || choice.keys !== undefined;
        return { backup, hasKeys, erasedAnew: await eraseAnew(later) };
      });
    },
  };

  async function eraseAnew(later: readonly Erasure[]): Promise<number> {
    const { erasures, store } = gate;
    const before = await erasures.clients();
    for (const erasure of later) await erasures.record(erasure);
    const clients = await erasures.clients();
    const { publications, personRows } = await home.files();
    const answers = home.answerFiles(async () => (await keys()).answersKey());
    const made = { vault: vaultOf(home), answers, programmes: Object.keys(programmes) };
    await clearErased({ publications, rows: personRows(), store, ...made }, clients);
    return clients.size - before.size;
  }
}

/** @throws UnusableBackup where one of them is no record of an erasure */
async function erasuresIn(folder: string | undefined): Promise<Erasure[]> {
  if (folder === undefined) return [];
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const parsed = Erasure.safeParse(JSON.parse(await readFile(join(folder, name), 'utf8')));
      if (parsed.success) return parsed.data;
      throw new UnusableBackup(`${folder}: a file is no record of an erasure`);
    }),
  );
}
