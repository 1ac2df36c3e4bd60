import { programmes } from '../data-contracts/programmes/index.ts';
import type { Requester } from '../data-contracts/schemas/requester.ts';
import { keptAfterErasureOf } from '../functions/core/county-settings.ts';
import type { ErasureJob } from '../functions/core/jobs.ts';
import { NoteSealer } from '../functions/core/outreach/note-sealer.ts';
import type { NotePlace } from '../functions/core/ports/outreach-store.ts';
import { requireProgramme } from '../functions/core/require-programme.ts';
import type { HeldDataAsked } from '../functions/core/rights/access-document.ts';
import type { AccuracyContested } from '../functions/core/rights/contest-accuracy.ts';
import { openRequests } from '../functions/core/rights/open-requests.ts';
import { eraseHandler } from '../functions/erase/handler.ts';
import { countyToldIn } from '../functions/homes/gate.ts';
import { searchedFilesOf } from '../functions/homes/person-files.ts';
import { vaultOf } from '../functions/homes/vault.ts';
import { accessDocumentText } from '../wording/access-document-text.ts';
import { wordHiddenReason, wordNamedReason, wordOwnReason } from '../wording/word-reason.ts';
import { invoke } from './invoke.ts';
import type { LocalParts } from './local-parts.ts';
import { heldDataHandler, rectificationHandler } from './questions/rights.ts';

/** What people may ask of the service about themselves, on one machine. */
export function rightsService({ home, settings, gate, alone, keys }: LocalParts) {
  const ids = Object.keys(programmes);
  const openNote = async (place: NotePlace, sealed: string) =>
    new NoteSealer(await (await keys()).vaultKeys()).open(place, sealed);
  const ofPerson = async () => ({
    ...gate,
    personFiles: await searchedFilesOf(home, await keys()),
    held: home.tables().heldData(ids),
    vault: vaultOf(home),
  });
  return {
    heldData: async (asked: HeldDataAsked) =>
      invoke(
        heldDataHandler({
          ...(await ofPerson()),
          programmeOf: requireProgramme,
          wordReason: wordOwnReason,
          countyTold: () => countyToldIn(home),
          wordHeldData: accessDocumentText,
          openNote,
          wordHiddenReason,
          wordSign: wordNamedReason,
        }),
        asked,
      ),
    erasePerson: async (order: ErasureJob) => {
      const { publications, personRows } = await home.files();
      const rows = personRows();
      const answers = home.answerFiles(async () => (await keys()).answersKey());
      return alone('rights erase', async () =>
        invoke(eraseHandler({ ...(await ofPerson()), publications, rows, answers, programmes: ids }), order),
      );
    },
    keptAfterErasure: () => keptAfterErasureOf(settings),
    openRequests: (requester: Requester) => openRequests(gate, requester),
    contestAccuracy: (contested: AccuracyContested) => invoke(rectificationHandler(gate), contested),
  };
}
