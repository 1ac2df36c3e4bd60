import { join } from 'node:path';
import { ObjectOutreachStore } from '../functions/adapters/objects/object-outreach-store.ts';
import { ObjectSettingFiles } from '../functions/adapters/objects/object-setting-files.ts';
import { legalBasesOf, releaseLimitsOf } from '../functions/core/county-settings.ts';
import { folderHome } from '../functions/homes/folder-home.ts';
import { keysOf } from '../functions/homes/folder-home-keys.ts';
import { meteredGateOf } from '../functions/homes/gate.ts';
import { newId, systemClock } from '../functions/homes/system.ts';
import { NotedAuditLog } from './anchoring.ts';

export type LocalParts = ReturnType<typeof localParts>;

/** What every part of the local service stands on, made once. */
export function localParts(folder: string) {
  const home = folderHome(folder);
  const settings = new ObjectSettingFiles(home.objects('settings'), (name) => join(folder, name));
  return {
    folder,
    home,
    /** Its faults name the file where it lies on this machine. */
    settings,
    keys: () => keysOf(folder),
    /** Read anew at each question. */
    legalBases: () => legalBasesOf(settings),
    limits: () => releaseLimitsOf(settings),
    gate: {
      ...meteredGateOf(home),
      audit: new NotedAuditLog(home.objects('audit')),
      anchors: home.anchors(),
      store: new ObjectOutreachStore(home.objects('outreach')),
      clock: systemClock,
      newId,
    },
  };
}
