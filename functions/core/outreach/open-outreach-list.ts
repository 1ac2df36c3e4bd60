import type { SafeTable } from '../../../data-contracts/schemas/cohort.ts';
import type { Language } from '../../../data-contracts/schemas/fields.ts';
import type {
  IdentifiedRow,
  OutreachEvent,
  OutreachListHead,
  OutreachRow,
  ServiceLanguage,
} from '../../../data-contracts/schemas/outreach-list.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import { featureGroups } from '../../../data-contracts/vocabularies/feature-groups.ts';
import {
  ModifiableFactorId,
  modifiableFactors,
} from '../../../data-contracts/vocabularies/modifiable-factors.ts';
import type { WordReason } from '../cohort/cohort-answer.ts';
import { isClosed, lastOutcome } from './occupied-clients.ts';
import { listFor } from './outreach-ports.ts';
import { handOverAtOnce, handOverInTurn, type ReleasedRow, type ReleaseRowsPorts } from './release-rows.ts';

export interface OpenListPorts extends ReleaseRowsPorts {
  readonly wordReason: WordReason;
  /** The intervention's name in a language; undefined where the catalogue has none of the id. */
  readonly interventionName: (id: string, language: Language) => string | undefined;
}

/** Which list, by whom, and in which language to speak where the client's own has no words here. */
export interface ListAsked {
  readonly listId: string;
  readonly requester: Requester;
  readonly language: Language;
}

export interface OpenedList {
  readonly list: OutreachListHead;
  readonly isClosed: boolean;
  readonly rows: readonly IdentifiedRow[];
  /** How many are on the list and not shown: not why, as the team knows who they are. */
  readonly withheld: SafeTable;
}

/**
 * Opens a list for its team: names, routes of contact, reasons and what is suggested, of those whom the gate
 * lets through at this moment; or hands all of them over at once to be carried away, as an export.
 * @throws OutreachListNotFound for another unit's list as for one that is not there; ReleaseRefused
 */
export async function openOutreachList(
  ports: OpenListPorts,
  asked: ListAsked & { readonly useCase?: 'open-outreach-list' | 'export-outreach-list' },
): Promise<OpenedList> {
  const { useCase = 'open-outreach-list' } = asked;
  const list = await listFor(ports, asked.requester, useCase, asked.listId);
  const events = await ports.store.eventsOf(list.listId);
  const { rows: _, lots: __, ...head } = list;
  const { rows, withheld } = await handOverAtOnce(ports, { list, useCase, requester: asked.requester });
  return {
    list: head,
    isClosed: isClosed(events),
    rows: rows.map((released) => identifiedRow(ports, released, events, asked.language)),
    withheld: { total: withheld.total, cells: [] },
  };
}

/**
 * Exports a list row by row; each row's release is the moment at which it is given out.
 * @throws OutreachListNotFound as in opening
 */
export async function* exportOutreachList(
  ports: OpenListPorts,
  asked: ListAsked,
): AsyncGenerator<IdentifiedRow, void, void> {
  const useCase = 'export-outreach-list';
  const list = await listFor(ports, asked.requester, useCase, asked.listId);
  const events = await ports.store.eventsOf(list.listId);
  const rows = handOverInTurn(ports, { list, useCase, requester: asked.requester });
  for await (const released of rows) yield identifiedRow(ports, released, events, asked.language);
}

function identifiedRow(
  { wordReason, interventionName }: OpenListPorts,
  { row, identity }: ReleasedRow,
  events: readonly OutreachEvent[],
  reader: Language,
): IdentifiedRow {
  const language = languageOf(row.serviceLanguage, reader);
  return {
    row: row.row,
    familyName: identity?.familyName,
    givenNames: identity?.givenNames,
    telephone: identity?.telephone,
    serviceLanguage: row.serviceLanguage,
    reasonsLanguage: language,
    reasons: inNoOrder(row.reasons).map((reason) => wordReason(reason, language)),
    changeable: row.changeable.flatMap((factor) => wordedFactor(factor, language)),
    intervention: row.intervention === null ? undefined : interventionName(row.intervention, language),
    outcome: lastOutcome(events, row.row)?.outcome,
  };
}

/** A factor that is no more of the vocabulary has no words. */
function wordedFactor(factor: string, language: Language): string[] {
  const { data: known } = ModifiableFactorId.safeParse(factor);
  return known ? [modifiableFactors[known][language]] : [];
}

/** Beside a name, which of its reasons is the strongest would help to find the same reasons beside a pseudonym. */
const inNoOrder = (reasons: OutreachRow['reasons']) =>
  [...reasons].sort((one, other) => groups.indexOf(one.group) - groups.indexOf(other.group));

const groups = Object.keys(featureGroups);

const spoken: readonly ServiceLanguage[] = ['fi', 'sv'];
const samiLanguages: readonly ServiceLanguage[] = ['se', 'smn', 'sms'];

/** No reasons have been translated into a Sámi language and reviewed: they are in Finnish then, and said to be. */
function languageOf(service: ServiceLanguage, reader: Language): Language {
  if (spoken.includes(service)) return service as Language;
  return samiLanguages.includes(service) ? 'fi' : reader;
}
