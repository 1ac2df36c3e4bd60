import { join } from 'node:path';
import { programmes } from '../data-contracts/programmes/index.ts';
import { DuckDbHeldData } from '../functions/adapters/duckdb/duckdb-held-data.ts';
import { DuckDbPersonRows } from '../functions/adapters/duckdb/duckdb-person-rows.ts';
import { FolderObjects } from '../functions/adapters/folder/folder-objects.ts';
import { FolderSettingFiles } from '../functions/adapters/folder/folder-setting-files.ts';
import { wordReason } from '../functions/adapters/intl/intl-wording.ts';
import { ObjectAnswerFiles } from '../functions/adapters/objects/object-answer-files.ts';
import { ObjectIdentityVault } from '../functions/adapters/objects/object-identity-vault.ts';
import { ObjectOutreachStore } from '../functions/adapters/objects/object-outreach-store.ts';
import { keptAfterErasureOf } from '../functions/core/county-settings.ts';
import type { ErasureJob } from '../functions/core/jobs.ts';
import { requireProgramme } from '../functions/core/require-programme.ts';
import type { HeldDataAsked } from '../functions/core/rights/access-document.ts';
import type { AccuracyContested } from '../functions/core/rights/contest-accuracy.ts';
import { eraseHandler } from '../functions/erase/handler.ts';
import { type GateHome, recordsOf, standingOf } from '../functions/homes/folder-gate.ts';
import { invoke } from './invoke.ts';
import { newId } from './new-id.ts';
import { heldDataHandler, rectificationHandler } from './questions/rights.ts';

/** What people may ask of the service about themselves, on one machine. */
export function rightsService(gate: GateHome) {
  const { home, publications, limits, clock } = gate;
  const shared = { ...standingOf(gate), clock, newId };
  return {
    heldData: (asked: HeldDataAsked) =>
      invoke(
        heldDataHandler({
          ...shared,
          held: new DuckDbHeldData(publications, limits, Object.keys(programmes)),
          vault: new ObjectIdentityVault(new FolderObjects(join(home, 'vault'))),
          store: new ObjectOutreachStore(new FolderObjects(join(home, 'outreach'))),
          programmeOf: requireProgramme,
          wordReason,
        }),
        asked,
      ),
    erasePerson: (order: ErasureJob) =>
      invoke(
        eraseHandler({
          ...shared,
          publications,
          held: new DuckDbHeldData(publications, limits, Object.keys(programmes)),
          rows: new DuckDbPersonRows(join(home, '.work/erasure')),
          vault: new ObjectIdentityVault(new FolderObjects(join(home, 'vault'))),
          store: new ObjectOutreachStore(new FolderObjects(join(home, 'outreach'))),
          answers: new ObjectAnswerFiles(new FolderObjects(home)),
          programmes: Object.keys(programmes),
        }),
        order,
      ),
    keptAfterErasure: () => keptAfterErasureOf(new FolderSettingFiles(home)),
    contestAccuracy: (contested: AccuracyContested) =>
      invoke(rectificationHandler({ ...shared, records: recordsOf(gate) }), contested),
  };
}
