import { programmes } from '../data-contracts/programmes/index.ts';
import { wordHiddenReason, wordOwnReason } from '../functions/adapters/intl/intl-wording.ts';
import { keptAfterErasureOf } from '../functions/core/county-settings.ts';
import type { ErasureJob } from '../functions/core/jobs.ts';
import { requireProgramme } from '../functions/core/require-programme.ts';
import type { HeldDataAsked } from '../functions/core/rights/access-document.ts';
import type { AccuracyContested } from '../functions/core/rights/contest-accuracy.ts';
import { eraseHandler } from '../functions/erase/handler.ts';
import { searchedFilesOf } from '../functions/homes/person-files.ts';
import { vaultOf } from '../functions/homes/vault.ts';
import { invoke } from './invoke.ts';
import type { LocalParts } from './local-parts.ts';
import { heldDataHandler, rectificationHandler } from './questions/rights.ts';

/** What people may ask of the service about themselves, on one machine. */
export function rightsService({ home, settings, gate, alone, keys }: LocalParts) {
  const ids = Object.keys(programmes);
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
          wordHiddenReason,
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
    contestAccuracy: (contested: AccuracyContested) => invoke(rectificationHandler(gate), contested),
  };
}
