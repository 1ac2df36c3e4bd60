import type { Programme } from '../../data-contracts/schemas/programme.ts';
import { wordHiddenReason, wordNamedReason, wordReason } from '../../wording/word-reason.ts';
import { ObjectOutreachStore } from '../adapters/objects/object-outreach-store.ts';
import { cataloguesInUse } from '../core/evidence/catalogues-in-use.ts';
import { lakeStation } from '../core/ingest/lake-manifest.ts';
import { listsWithoutErased } from '../core/outreach/lists-without-erased.ts';
import { requireCurrent } from '../core/require-current.ts';
import { answerPseudonymsOf } from '../homes/answer-pseudonyms.ts';
import { apiParts } from '../homes/api-parts.ts';
import {
  legalBasesIn,
  meteredGateOf,
  presetsIn,
  releaseLimitsIn,
  serviceStatusRulesIn,
  settingFilesOf,
  unitNamesIn,
} from '../homes/gate.ts';
import { interventionsIn } from '../homes/interventions.ts';
import { openHome } from '../homes/open-home.ts';
import type { Config } from './config.ts';
import type { PlannerContainer } from './handler.ts';

export async function plannerContainer({ home: settings, tokens }: Config): Promise<PlannerContainer> {
  const home = await openHome(settings);
  const parts = apiParts('planner-api', tokens);
  const { audit, answers, erasures, units } = meteredGateOf(home);
  const portsOf = async (programme: Programme) => ({
    ...meteredGateOf(home),
    ...parts,
    programme,
    scores: await home.tables().scoresOf(programme.id),
    legalBases: await legalBasesIn(home),
    limits: await releaseLimitsIn(home),
    presets: await presetsIn(home),
    wordReason,
  });
  const hiddenPortsOf = async (programme: Programme) => ({
    ...meteredGateOf(home),
    ...parts,
    programme,
    originOf: async () => (await requireCurrent(home.publications, lakeStation)).origin,
    hiddenDemand: () => home.tables().hiddenDemandOf(programme.id),
    legalBases: await legalBasesIn(home),
    limits: await releaseLimitsIn(home),
    wordReason: wordNamedReason,
    wordHiddenReason,
  });
  const catalogues = ({ id }: Programme) => cataloguesInUse(settingFilesOf(home), home.publications, id);
  const store = listsWithoutErased(new ObjectOutreachStore(home.objects('outreach')), erasures);
  return {
    ...parts,
    audit,
    answerPseudonyms: answerPseudonymsOf(settings, home),
    answers,
    presets: () => presetsIn(home),
    serviceStatusRules: () => serviceStatusRulesIn(home),
    qualityPorts: {
      ...parts,
      audit,
      publications: home.publications,
      recording: () => home.tables().recording(),
    },
    unitPorts: { ...parts, audit, units, unitNames: () => unitNamesIn(home) },
    cohortPortsOf: portsOf,
    followPorts: async () => ({
      ...meteredGateOf(home),
      ...parts,
      store,
      legalBases: await legalBasesIn(home),
    }),
    statisticsPortsOf: portsOf,
    hiddenPortsOf,
    checkUpPortsOf: async (programme) => ({
      ...(await hiddenPortsOf(programme)),
      ...(await catalogues(programme)),
      scores: () => home.tables().scoresOf(programme.id),
    }),
    planPortsOf: async (programme) => ({
      ...(await portsOf(programme)),
      ...(await catalogues(programme)),
    }),
    listPortsOf: async (programme) => ({
      ...(await portsOf(programme)),
      store,
      isIntervention: (await interventionsIn(home)).isIntervention,
    }),
  };
}
