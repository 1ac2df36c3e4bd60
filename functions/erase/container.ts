import { programmes } from '../../data-contracts/programmes/index.ts';
import { ObjectOutreachStore } from '../adapters/objects/object-outreach-store.ts';
import { PowertoolsJournal } from '../adapters/powertools/powertools-journal.ts';
import { gateOf } from '../homes/gate.ts';
import { keysOf } from '../homes/keys.ts';
import { openHome } from '../homes/open-home.ts';
import { searchedFilesOf } from '../homes/person-files.ts';
import { newId, systemClock } from '../homes/system.ts';
import { vaultOf } from '../homes/vault.ts';
import type { Config } from './config.ts';

export async function eraseContainer({ home: settings }: Config) {
  const home = await openHome(settings);
  const files = await home.files();
  const keys = await keysOf(settings, home);
  const ids = Object.keys(programmes);
  return {
    ...gateOf(home),
    publications: files.publications,
    rows: files.personRows(),
    personFiles: await searchedFilesOf(home, keys),
    held: home.tables().heldData(ids),
    vault: vaultOf(home),
    store: new ObjectOutreachStore(home.objects('outreach')),
    answers: home.answerFiles(() => keys.answersKey()),
    programmes: ids,
    clock: systemClock,
    newId,
    journal: new PowertoolsJournal('erase'),
  };
}
