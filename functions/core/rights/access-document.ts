import { z } from 'zod';
import type { Controller } from '../../../data-contracts/schemas/controller.ts';
import type { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';
import { Language, Pseudonym, type Texts } from '../../../data-contracts/schemas/fields.ts';
import type { HeldFile } from '../../../data-contracts/schemas/held-file.ts';
import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { Retention } from '../../../data-contracts/schemas/retention.ts';
import { RiskContributions } from '../../../data-contracts/schemas/risk-score.ts';
import type { StorageTime } from '../../../data-contracts/schemas/storage-time.ts';
import type { TableName } from '../../../data-contracts/schemas/tables.ts';
import type { UnitName } from '../../../data-contracts/schemas/unit-name.ts';
import { modifiableFactors } from '../../../data-contracts/vocabularies/modifiable-factors.ts';
import { linesOf } from '../audit/search-audit-log.ts';
import { changeableFactors } from '../cohort/changeable-factors.ts';
import type { WordReason } from '../cohort/cohort-answer.ts';
import { strongestReasons } from '../cohort/strongest-reasons.ts';
import { reasonsOf, speaksForSigns, type WordHiddenReason } from '../hidden-demand/listed-row.ts';
import { followedLists } from '../outreach/occupied-clients.ts';
import { lastOutcome, ofRow } from '../outreach/standing-events.ts';
import type { AuditLine } from '../ports/audit-log.ts';
import type { ConsentLedger, LedgerEvent } from '../ports/consent-ledger.ts';
import type { HeldData, HeldHiddenDemand, HeldRow, HeldScore } from '../ports/held-data.ts';
import type { IdentityVault } from '../ports/identity-vault.ts';
import type { NotePlace, OutreachStore } from '../ports/outreach-store.ts';
import type { PersonFiles } from '../ports/person-files.ts';
import { type AccessPorts, accessInLog, peopleOf } from '../release/access-in-log.ts';
import { dayInFinland } from '../release/instant-order.ts';

export const HeldDataAsked = z.object({ client: Pseudonym, requester: Requester, language: Language });
export type HeldDataAsked = z.infer<typeof HeldDataAsked>;

/** What the county says of itself and of its use of people's data, read anew for each document. */
export interface CountyTold {
  readonly controller: Controller;
  /** Those in force on the day of the document. */
  readonly legalBases: readonly LegalBasis[];
  readonly retention: Retention;
  readonly storageTimes: readonly StorageTime[];
  readonly unitNames: readonly UnitName[];
}

/** Words a whole document for a person. */
export type WordHeldData = (document: AccessDocument) => string;

export interface AccessDocumentPorts extends AccessPorts {
  readonly countyTold: () => Promise<CountyTold>;
  readonly wordHeldData: WordHeldData;
  readonly held: HeldData;
  readonly vault: Pick<IdentityVault, 'find'>;
  readonly consentLedger: ConsentLedger;
  readonly store: OutreachStore;
  readonly personFiles: PersonFiles;
  readonly programmeOf: (id: string) => Programme;
  readonly wordReason: WordReason;
  /** Opens what a team noted of the person; absent where the vault's key is not at hand: then notes are counted. */
  readonly openNote?: (place: NotePlace, sealed: string) => Promise<string>;
  readonly wordHiddenReason: WordHiddenReason;
  /** Of what speaks for signs. */
  readonly wordSign: WordReason;
}

/** What is held of a person, where it came from, which scores there are and why, and who saw it. */
export interface AccessDocument {
  readonly client: string;
  readonly at: string;
  readonly language: Language;
  readonly county: CountyTold;
  /** By table, the whole rows. */
  readonly tables: ReadonlyArray<{ readonly table: TableName; readonly rows: readonly HeldRow[] }>;
  /** Versions of the identity that the vault holds; they are not opened for this. */
  readonly identityVersions: number;
  /** Files that are kept as they came: those that name the person, and those that were not searched. */
  readonly files: readonly HeldFile[];
  readonly scores: readonly ScoreShown[];
  /** That the person was found worth a check-up, and why. */
  readonly hiddenDemand: readonly HiddenDemandShown[];
  readonly said: readonly LedgerEvent[];
  readonly lists: ReadonlyArray<{
    readonly madeAt: string;
    readonly unit: string;
    readonly intervention: string | null;
    /** The last, and how many there are. */
    readonly outcome: string | undefined;
    readonly attempts: number;
    readonly callAgainOn: string | undefined;
    readonly notes: ReadonlyArray<{ readonly at: string; readonly text: string | undefined }>;
  }>;
  /** Lots that the person drew in, for a place among equals; null: none was won. */
  readonly lots: ReadonlyArray<{ readonly madeAt: string; readonly intervention: string | null }>;
  readonly seen: readonly AuditLine[];
}

export interface ScoreShown {
  /** Whether the people are real. */
  readonly origin: DataOrigin;
  readonly outcomeName: Texts;
  readonly modelVersion: string;
  readonly landmarkOn: string;
  readonly horizonsMonths: readonly [number, number];
  readonly probability: readonly [number, number];
  readonly averageProbability: readonly [number, number];
  /** Of somebody typical of the same age and sex, which the reasons start from. */
  readonly typicalProbability: readonly [number, number];
  readonly sources: readonly string[];
  /** Of the first horizon, strongest first, in the document's language. */
  readonly reasons: readonly string[];
  /** What can be changed, in the document's language. */
  readonly changeable: readonly string[];
}

export interface HiddenDemandShown {
  readonly landmarkOn: string;
  readonly sources: readonly string[];
  /** In the document's language, and what speaks for the signs. */
  readonly reasons: readonly string[];
  readonly speaksForIt: readonly string[];
}

/**
 * Gathers everything that the service holds of a person, for the person. That it was asked for is in the audit
 * log, and so in the document itself.
 * @throws AccessRefused unless the requester is the data-protection officer or stands for this person
 * @source GDPR, articles 13–15
 */
export async function accessDocument(
  ports: AccessDocumentPorts,
  { client, requester, language }: HeldDataAsked,
): Promise<AccessDocument & { readonly text: string }> {
  await accessInLog(ports, requester, 'read-held-data', { client });
  const pseudonyms = (await peopleOf(ports)).pseudonymsOf(client);
  const held = [...(await ports.held.rowsOf(client))];
  const tables = held.map(([table, rows]) => ({ table, rows: rows.map(withoutPseudonym) }));
  const scores = await ports.held.scoresOf(client);
  const at = ports.clock.now();
  const document = {
    client,
    at,
    language,
    county: inForceOn(dayInFinland(at), await ports.countyTold()),
    tables,
    identityVersions: await countIdentities(ports.vault, pseudonyms),
    files: await ports.personFiles.naming(client),
    scores: scores.map((held) => scoreShown(ports, held, language)),
    hiddenDemand: (await ports.held.hiddenDemandOf(client)).flatMap((held) =>
      hiddenShown(ports, held, language),
    ),
    said: (await ports.consentLedger.eventsOf([client])).get(client) ?? [],
    lists: await listsOf(ports, pseudonyms),
    lots: await lotsOf(ports.store, pseudonyms),
    seen: await linesOf(ports.audit, pseudonyms),
  };
  return { ...document, text: ports.wordHeldData(document) };
}

const inForceOn = (day: string, told: CountyTold): CountyTold => ({
  ...told,
  legalBases: told.legalBases.filter(
    ({ inForceFrom, inForceTo }) => inForceFrom <= day && (inForceTo === undefined || day <= inForceTo),
  ),
});

/** All of them are one person's: the pseudonym says nothing of the person, and is nobody's to know. */
function withoutPseudonym({ client: _, ...row }: HeldRow): HeldRow {
  return row;
}

async function countIdentities(
  vault: AccessDocumentPorts['vault'],
  pseudonyms: readonly string[],
): Promise<number> {
  let versions = 0;
  for await (const _ of vault.find(new Set(pseudonyms))) versions += 1;
  return versions;
}

/** More than anybody has. */
const everyReason = 1_000;

function scoreShown(
  { programmeOf, wordReason }: AccessDocumentPorts,
  { programme: id, scoreSet, score }: HeldScore,
  language: Language,
): ScoreShown {
  const programme = programmeOf(id);
  const { typical } = RiskContributions.parse(JSON.parse(score.contributions));
  return {
    origin: scoreSet.origin,
    outcomeName: programme.outcomeName,
    modelVersion: scoreSet.modelVersion,
    landmarkOn: scoreSet.landmarkOn,
    horizonsMonths: programme.horizonsMonths,
    probability: [score.probability_h1, score.probability_h2],
    averageProbability: scoreSet.averageProbability,
    typicalProbability: [typical.h1, typical.h2],
    sources: score.sources_used.split(','),
    reasons: strongestReasons(score, 'h1', everyReason, scoreSet.clearContributions).map((reason) =>
      wordReason(reason, language),
    ),
    changeable: changeableFactors(score).map((factor) => modifiableFactors[factor][language]),
  };
}

function hiddenShown(
  { programmeOf, wordSign, wordHiddenReason }: AccessDocumentPorts,
  { programme, set, row }: HeldHiddenDemand,
  language: Language,
): HiddenDemandShown[] {
  const rule = programmeOf(programme).hiddenDemand;
  if (rule === undefined) return [];
  return [
    {
      landmarkOn: set.landmarkOn,
      sources: row.sources_used.split(','),
      reasons: reasonsOf(row, rule).map((reason) => wordHiddenReason(reason, rule, language)),
      speaksForIt: speaksForSigns(row, rule).map((reason) => wordSign(reason, language)),
    },
  ];
}

async function listsOf(
  { store, openNote }: AccessDocumentPorts,
  pseudonyms: readonly string[],
): Promise<AccessDocument['lists']> {
  const told = (await followedLists(store)).flatMap(({ list, events }) =>
    list.rows.filter((row) => pseudonyms.includes(row.client)).map((row) => ({ list, events, row })),
  );
  return Promise.all(
    told.map(async ({ list: { listId, madeAt, unit }, events, row: { row, client, intervention } }) => ({
      madeAt,
      unit,
      intervention,
      outcome: lastOutcome(events, row)?.outcome,
      attempts: ofRow(events, 'outcome', row).length,
      callAgainOn: lastOutcome(events, row)?.callAgainOn,
      notes: await Promise.all(
        ofRow(events, 'note', row).map(async ({ at, eventId, sealed }) => ({
          at,
          text: await openNote?.({ client, listId, eventId }, sealed),
        })),
      ),
    })),
  );
}

const lotsOf = async (store: OutreachStore, pseudonyms: readonly string[]): Promise<AccessDocument['lots']> =>
  (await store.lists()).flatMap(({ madeAt, lots }) =>
    lots
      .filter((place) => pseudonyms.includes(place.client))
      .map(({ intervention }) => ({ madeAt, intervention })),
  );
