import type { z } from 'zod';
import type { Language } from '../data-contracts/schemas/fields.ts';
import type {
  OutreachListRequest,
  OutreachPreviewRequest,
  RowCard,
} from '../data-contracts/schemas/outreach-list.ts';
import type { Programme } from '../data-contracts/schemas/programme.ts';
import type { RecordingQuality } from '../data-contracts/schemas/recording-quality.ts';
import type { Requester } from '../data-contracts/schemas/requester.ts';
import { IdentityRegister } from '../functions/core/identity/identity-register.ts';
import type {
  ListClosing,
  OutcomeRecording,
  RowAssignment,
} from '../functions/core/outreach/follow-outreach-list.ts';
import type { ListProgress } from '../functions/core/outreach/list-progress.ts';
import type { ListHead } from '../functions/core/outreach/lists-of-unit.ts';
import { type NamedUnit, unitNameFrom } from '../functions/core/outreach/named-units.ts';
import type { ListAsked } from '../functions/core/outreach/open-outreach-list.ts';
import { outreachResults } from '../functions/core/outreach/outreach-results.ts';
import type { PreviewOutcome } from '../functions/core/outreach/preview-outreach-list.ts';
import type { Undoing } from '../functions/core/outreach/undo-recording.ts';
import type { NoteWriting } from '../functions/core/outreach/write-note.ts';
import type { QualityAsked } from '../functions/core/quality/read-recording-quality.ts';
import type { StatisticsAsked } from '../functions/core/statistics/read-statistics.ts';
import { unitNamesIn } from '../functions/homes/gate.ts';
import { interventionsIn } from '../functions/homes/interventions.ts';
import { vaultOf } from '../functions/homes/vault.ts';
import { wordFirstCall, wordNamedReason } from '../wording/word-reason.ts';
import { invoke } from './invoke.ts';
import type { LocalParts } from './local-parts.ts';
import {
  assignRowHandler,
  closeListHandler,
  exportListHandler,
  listsHandler,
  makeListHandler,
  openListHandler,
  openRowHandler,
  previewListHandler,
  progressHandler,
  type RowAsked,
  recordOutcomeHandler,
  undoHandler,
  unitsHandler,
  writeNoteHandler,
} from './questions/outreach.ts';
import { qualityHandler } from './questions/quality.ts';
import { statisticsHandler } from './questions/statistics.ts';

/** Outreach lists and statistics on one machine. */
export function outreachService({ home, keys, legalBases, limits, gate, pseudonymsOf }: LocalParts) {
  const following = async () => ({ ...gate, legalBases: await legalBases(), limits: await limits() });
  const choosing = async (programme: Programme) => ({
    ...(await following()),
    programme,
    scores: await home.tables().scoresOf(programme.id),
  });
  const opening = async () => ({
    ...(await following()),
    identities: new IdentityRegister(vaultOf(home), await keys(), gate.people),
    keys: await keys(),
    unitName: unitNameFrom(() => unitNamesIn(home)),
    wordReason: wordNamedReason,
    wordFirstCall,
    interventionName: (await interventionsIn(home)).interventionName,
  });
  const naming = { ...gate, unitNames: () => unitNamesIn(home) };
  return {
    unitNames: naming.unitNames,
    units: (asked: { readonly requester: Requester; readonly language: Language }): Promise<NamedUnit[]> =>
      invoke(unitsHandler(naming), asked),
    makeOutreachList: (request: z.input<typeof OutreachListRequest>) =>
      invoke(
        makeListHandler(
          async (programme) => ({
            ...(await choosing(programme)),
            isIntervention: (await interventionsIn(home)).isIntervention,
          }),
          pseudonymsOf,
        ),
        request as OutreachListRequest,
      ),
    previewOutreachList: (request: z.input<typeof OutreachPreviewRequest>): Promise<PreviewOutcome> =>
      invoke(previewListHandler(choosing, pseudonymsOf), request as OutreachPreviewRequest),
    outreachProgress: async (requester: Requester): Promise<ListProgress[]> =>
      invoke(progressHandler(await following()), { requester }),
    outreachLists: async (requester: Requester): Promise<ListHead[]> =>
      invoke(listsHandler(await following()), { requester }),
    openOutreachList: async (asked: ListAsked) => invoke(openListHandler(await opening()), asked),
    openOutreachRow: async (asked: RowAsked): Promise<RowCard> =>
      invoke(openRowHandler(await opening()), asked),
    exportOutreachList: async (asked: ListAsked) =>
      (await invoke(exportListHandler(await opening()), asked)).rows,
    recordOutcome: async (recording: z.input<typeof OutcomeRecording>) =>
      invoke(recordOutcomeHandler(await following()), recording as OutcomeRecording),
    writeNote: async (writing: NoteWriting) =>
      invoke(writeNoteHandler({ ...(await following()), keys: await keys() }), writing),
    assignRow: async (assignment: RowAssignment) => invoke(assignRowHandler(await following()), assignment),
    undoRecording: async (undoing: Undoing) => invoke(undoHandler(await following()), undoing),
    closeOutreachList: async (closing: ListClosing) => invoke(closeListHandler(await following()), closing),
    recordingQuality: async (asked: z.input<typeof QualityAsked>): Promise<RecordingQuality> => {
      const { publications, tables } = home;
      const ports = { ...(await following()), publications, recording: () => tables().recording() };
      return invoke(qualityHandler(ports), asked as z.infer<typeof QualityAsked>);
    },
    statistics: (asked: StatisticsAsked) => invoke(statisticsHandler(choosing), asked),
    interventionName: async () => (await interventionsIn(home)).interventionName,
    outreachResults: async (requester: Requester) => outreachResults(await following(), requester),
  };
}
