import { join, resolve } from 'node:path';
import { whileHoldingHome } from '../functions/adapters/folder/home-lock.ts';
import { ObjectOutreachStore } from '../functions/adapters/objects/object-outreach-store.ts';
import { ObjectSettingFiles } from '../functions/adapters/objects/object-setting-files.ts';
import { legalBasesOf } from '../functions/core/county-settings.ts';
import { listsWithoutErased } from '../functions/core/outreach/lists-without-erased.ts';
import { folderHome } from '../functions/homes/folder-home.ts';
import { keysOf } from '../functions/homes/folder-home-keys.ts';
import { gateOf } from '../functions/homes/gate.ts';
import { newId, systemClock } from '../functions/homes/system.ts';

export type LocalParts = ReturnType<typeof localParts>;

/** What every part of the local service stands on, made once. */
export function localParts(folder: string) {
  const home = folderHome(folder);
  const gate = gateOf(home);
  const settings = new ObjectSettingFiles(home.objects('settings'), (name) => join(folder, name));
  return {
    home,
    /** Does what writes in the home while nobody else does. @throws HomeBusy */
    alone: <Outcome>(command: string, job: () => Promise<Outcome>) =>
      whileHoldingHome(resolve(folder), { command, at: systemClock.now() }, job),
    /** Its faults name the file where it lies on this machine. */
    settings,
    keys: () => keysOf(folder),
    /** Read anew at each question. */
    legalBases: () => legalBasesOf(settings),
    gate: {
      ...gate,
      store: listsWithoutErased(new ObjectOutreachStore(home.objects('outreach')), gate.erasures),
      clock: systemClock,
      newId,
    },
  };
}
