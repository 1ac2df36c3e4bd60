import { join, resolve } from 'node:path';
import type { Requester } from '../data-contracts/schemas/requester.ts';
import { whileHoldingHome } from '../functions/adapters/folder/home-lock.ts';
import { ObjectOutreachStore } from '../functions/adapters/objects/object-outreach-store.ts';
import { ObjectSettingFiles } from '../functions/adapters/objects/object-setting-files.ts';
import {
  legalBasesOf,
  presetsOf,
  releaseLimitsOf,
  serviceStatusRulesOf,
} from '../functions/core/county-settings.ts';
import { AnswerPseudonyms } from '../functions/core/identity/unit-pseudonyms.ts';
import { listsWithoutErased } from '../functions/core/outreach/lists-without-erased.ts';
import { folderHome } from '../functions/homes/folder-home.ts';
import { keysOf } from '../functions/homes/folder-home-keys.ts';
import { meteredGateOf } from '../functions/homes/gate.ts';
import { newId, systemClock } from '../functions/homes/system.ts';
import { NotedAuditLog } from './anchoring.ts';

export type LocalParts = ReturnType<typeof localParts>;

/** What every part of the local service stands on, made once. */
export function localParts(folder: string) {
  const home = folderHome(folder);
  const gate = meteredGateOf(home);
  const settings = new ObjectSettingFiles(home.objects('settings'), (name) => join(folder, name));
  return {
    folder,
    home,
    /** Does what writes in the home while nobody else does. @throws HomeBusy */
    alone: <Outcome>(command: string, job: () => Promise<Outcome>) =>
      whileHoldingHome(resolve(folder), { command, at: systemClock.now() }, job),
    /** Its faults name the file where it lies on this machine. */
    settings,
    keys: () => keysOf(folder),
    /** Those by which whoever asks and the service speak of people. */
    pseudonymsOf: async (requester: Requester) =>
      new AnswerPseudonyms(await (await keysOf(folder)).answersKey(), await gate.people()).for(requester),
    /** Those of one answer, to who must be told none of the former. */
    pseudonymsOfOneAnswer: async (id: string) =>
      new AnswerPseudonyms(await (await keysOf(folder)).answersKey()).ofOneAnswer(id),
    /** Read anew at each question. */
    legalBases: () => legalBasesOf(settings),
    limits: () => releaseLimitsOf(settings),
    serviceStatusRules: () => serviceStatusRulesOf(settings),
    presets: () => presetsOf(settings),
    gate: {
      ...gate,
      audit: new NotedAuditLog(home.objects('audit')),
      anchors: home.anchors(),
      store: listsWithoutErased(new ObjectOutreachStore(home.objects('outreach')), gate.erasures),
      clock: systemClock,
      newId,
    },
  };
}
