import { join } from 'node:path';
import type { z } from 'zod';
import { interventions } from '../data-contracts/catalogues/index.ts';
import type { Language } from '../data-contracts/schemas/fields.ts';
import type { OutreachListRequest } from '../data-contracts/schemas/outreach-list.ts';
import type { Requester } from '../data-contracts/schemas/requester.ts';
import { DuckDbScoreStore } from '../functions/adapters/duckdb/duckdb-score-store.ts';
import { FolderObjects } from '../functions/adapters/folder/folder-objects.ts';
import { wordReason } from '../functions/adapters/intl/intl-wording.ts';
import { ObjectIdentityVault } from '../functions/adapters/objects/object-identity-vault.ts';
import { ObjectOutreachStore } from '../functions/adapters/objects/object-outreach-store.ts';
import type { ListClosing, OutcomeRecording } from '../functions/core/outreach/follow-outreach-list.ts';
import { IdentityRegister } from '../functions/core/outreach/identity-register.ts';
import type { ListAsked } from '../functions/core/outreach/open-outreach-list.ts';
import { outreachResults } from '../functions/core/outreach/outreach-results.ts';
import type { StatisticsAsked } from '../functions/core/statistics/read-statistics.ts';
import { type GateHome, type GateSecrets, recordsOf, standingOf } from '../functions/homes/folder-gate.ts';
import { invoke } from './invoke.ts';
import { newId } from './new-id.ts';
import {
  closeListHandler,
  exportListHandler,
  listsHandler,
  makeListHandler,
  openListHandler,
  recordOutcomeHandler,
} from './questions/outreach.ts';
import { statisticsHandler } from './questions/statistics.ts';

const interventionName = (id: string, language: Language) =>
  interventions.find((one) => one.id === id)?.name[language];

/** Outreach lists and statistics on one machine. */
export function outreachService(gate: GateHome & GateSecrets) {
  const store = new ObjectOutreachStore(new FolderObjects(join(gate.home, 'outreach')));
  const shared = async () => ({
    ...standingOf(gate),
    store,
    clock: gate.clock,
    legalBases: await gate.legalBases(),
    newId,
  });
  const opening = async () => ({
    ...(await shared()),
    identities: new IdentityRegister(
      new ObjectIdentityVault(new FolderObjects(join(gate.home, 'vault'))),
      await gate.keys(),
    ),
    wordReason,
    interventionName,
  });
  const following = async () => ({ ...(await shared()), records: recordsOf(gate) });
  return {
    makeOutreachList: (request: z.input<typeof OutreachListRequest>) =>
      invoke(
        makeListHandler(async (programme) => ({
          ...(await shared()),
          programme,
          scores: await DuckDbScoreStore.open(gate.publications, programme.id, gate.limits),
          isIntervention: (id) => interventionName(id, 'en') !== undefined,
        })),
        request as OutreachListRequest,
      ),
    outreachLists: async (requester: Requester) => invoke(listsHandler(await shared()), { requester }),
    openOutreachList: async (asked: ListAsked) => invoke(openListHandler(await opening()), asked),
    exportOutreachList: async (asked: ListAsked) =>
      (await invoke(exportListHandler(await opening()), asked)).rows,
    recordOutcome: async (recording: z.input<typeof OutcomeRecording>) =>
      invoke(recordOutcomeHandler(await following()), recording as OutcomeRecording),
    closeOutreachList: async (closing: ListClosing) => invoke(closeListHandler(await following()), closing),
    statistics: async (asked: StatisticsAsked) =>
      invoke(
        statisticsHandler(async (programme) => ({
          ...(await shared()),
          programme,
          scores: await DuckDbScoreStore.open(gate.publications, programme.id, gate.limits),
        })),
        asked,
      ),
    interventionName,
    outreachResults: async (requester: Requester) => outreachResults(await shared(), requester),
  };
}
