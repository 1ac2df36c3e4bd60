import { ObjectAuditLog } from '../adapters/objects/object-audit-log.ts';
import { ObjectOutreachStore } from '../adapters/objects/object-outreach-store.ts';
import { PowertoolsJournal } from '../adapters/powertools/powertools-journal.ts';
import { keysOf } from '../homes/keys.ts';
import { openHome } from '../homes/open-home.ts';
import { newId, systemClock } from '../homes/system.ts';
import { vaultOf } from '../homes/vault.ts';
import type { Config } from './config.ts';

export async function rotateKeysContainer({ home: settings }: Config) {
  const home = await openHome(settings);
  return {
    keys: await keysOf(settings, home),
    vault: vaultOf(home),
    store: new ObjectOutreachStore(home.objects('outreach')),
    audit: new ObjectAuditLog(home.objects('audit')),
    clock: systemClock,
    newId,
    journal: new PowertoolsJournal('rotate-keys'),
  };
}
