import { ObjectAuditLog } from '../adapters/objects/object-audit-log.ts';
import { PowertoolsJournal } from '../adapters/powertools/powertools-journal.ts';
import { keysOf } from '../homes/keys.ts';
import { openHome } from '../homes/open-home.ts';
import { systemClock } from '../homes/system.ts';
import type { Config } from './config.ts';

export async function anchorContainer({ home: settings }: Config) {
  const home = await openHome(settings);
  return {
    audit: new ObjectAuditLog(home.objects('audit')),
    anchors: home.anchors(),
    keys: await keysOf(settings, home),
    clock: systemClock,
    journal: new PowertoolsJournal('anchor'),
  };
}
