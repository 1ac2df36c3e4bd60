import { programmes } from '../data-contracts/programmes/index.ts';
import { wordReason } from '../functions/adapters/intl/intl-wording.ts';
import { keptAfterErasureOf } from '../functions/core/county-settings.ts';
import type { ErasureJob } from '../functions/core/jobs.ts';
import { requireProgramme } from '../functions/core/require-programme.ts';
import type { HeldDataAsked } from '../functions/core/rights/access-document.ts';
import type { AccuracyContested } from '../functions/core/rights/contest-accuracy.ts';
import { eraseHandler } from '../functions/erase/handler.ts';
import { vaultOf } from '../functions/homes/vault.ts';
import { invoke } from './invoke.ts';
import type { LocalParts } from './local-parts.ts';
import { heldDataHandler, rectificationHandler } from './questions/rights.ts';

/** What people may ask of the service about themselves, on one machine. */
export function rightsService({ home, settings, gate, alone }: LocalParts) {
  const ids = Object.keys(programmes);
  const ofPerson = () => ({
    ...gate,
    held: home.tables().heldData(ids),
    vault: vaultOf(home),
  });
  return {
    heldData: (asked: HeldDataAsked) =>
      invoke(heldDataHandler({ ...ofPerson(), programmeOf: requireProgramme, wordReason }), asked),
    erasePerson: async (order: ErasureJob) => {
      const { publications, personRows } = await home.files();
      const rows = personRows();
      const answers = home.answerFiles();
      return alone('rights erase', () =>
        invoke(eraseHandler({ ...ofPerson(), publications, rows, answers, programmes: ids }), order),
      );
    },
    keptAfterErasure: () => keptAfterErasureOf(settings),
    contestAccuracy: (contested: AccuracyContested) => invoke(rectificationHandler(gate), contested),
  };
}
