import { z } from 'zod';
import { Language, Pseudonym, type Texts } from '../../../data-contracts/schemas/fields.ts';
import type { HeldFile } from '../../../data-contracts/schemas/held-file.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import { Requester } from '../../../data-contracts/schemas/requester.ts';
import { RiskContributions } from '../../../data-contracts/schemas/risk-score.ts';
import type { TableName } from '../../../data-contracts/schemas/tables.ts';
import { modifiableFactors } from '../../../data-contracts/vocabularies/modifiable-factors.ts';
import { linesOf } from '../audit/search-audit-log.ts';
import { changeableFactors } from '../cohort/changeable-factors.ts';
import type { WordReason } from '../cohort/cohort-answer.ts';
import { strongestReasons } from '../cohort/strongest-reasons.ts';
import { followedLists, lastOutcome } from '../outreach/occupied-clients.ts';
import type { AuditLine } from '../ports/audit-log.ts';
import type { ConsentLedger, LedgerEvent } from '../ports/consent-ledger.ts';
import type { HeldData, HeldRow, HeldScore } from '../ports/held-data.ts';
import type { IdentityVault } from '../ports/identity-vault.ts';
import type { OutreachStore } from '../ports/outreach-store.ts';
import type { PersonFiles } from '../ports/person-files.ts';
import { type AccessPorts, accessInLog } from '../release/access-in-log.ts';

export const HeldDataAsked = z.object({ client: Pseudonym, requester: Requester, language: Language });
export type HeldDataAsked = z.infer<typeof HeldDataAsked>;

export interface AccessDocumentPorts extends AccessPorts {
  readonly held: HeldData;
  readonly vault: Pick<IdentityVault, 'find'>;
  readonly consentLedger: ConsentLedger;
  readonly store: OutreachStore;
  readonly personFiles: PersonFiles;
  readonly programmeOf: (id: string) => Programme;
  readonly wordReason: WordReason;
}

/** What is held of a person, where it came from, which scores there are and why, and who saw it. */
export interface AccessDocument {
  readonly client: string;
  readonly at: string;
  readonly language: Language;
  /** By table, the whole rows. */
  readonly tables: ReadonlyArray<{ readonly table: TableName; readonly rows: readonly HeldRow[] }>;
  /** Versions of the identity that the vault holds; they are not opened for this. */
  readonly identityVersions: number;
  /** Files that are kept as they came: those that name the person, and those that were not searched. */
  readonly files: readonly HeldFile[];
  readonly scores: readonly ScoreShown[];
  readonly said: readonly LedgerEvent[];
  readonly lists: ReadonlyArray<{
    readonly madeAt: string;
    readonly unit: string;
    readonly intervention: string | null;
    readonly outcome: string | undefined;
  }>;
  /** Lots that the person drew in, for a place among equals; null: none was won. */
  readonly lots: ReadonlyArray<{ readonly madeAt: string; readonly intervention: string | null }>;
  readonly seen: readonly AuditLine[];
}

export interface ScoreShown {
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

/**
 * Gathers everything that the service holds of a person, for the person. That it was asked for is in the audit
 * log, and so in the document itself.
 * @throws AccessRefused unless the requester is the data-protection officer or stands for this person
 * @source GDPR, articles 13–15
 */
export async function accessDocument(
  ports: AccessDocumentPorts,
  { client, requester, language }: HeldDataAsked,
): Promise<AccessDocument> {
  await accessInLog(ports, requester, 'read-held-data', { client });
  const held = [...(await ports.held.rowsOf(client))];
  const tables = held.map(([table, rows]) => ({ table, rows: rows.map(withoutPseudonym) }));
  const scores = await ports.held.scoresOf(client);
  return {
    client,
    at: ports.clock.now(),
    language,
    tables,
    identityVersions: await countIdentities(ports.vault, client),
    files: await ports.personFiles.naming(client),
    scores: scores.map((held) => scoreShown(ports, held, language)),
    said: (await ports.consentLedger.eventsOf([client])).get(client) ?? [],
    lists: await listsOf(ports.store, client),
    lots: await lotsOf(ports.store, client),
    seen: await linesOf(ports.audit, client),
  };
}

/** All of them are one person's: the pseudonym says nothing of the person, and is nobody's to know. */
function withoutPseudonym({ client: _, ...row }: HeldRow): HeldRow {
  return row;
}

async function countIdentities(vault: AccessDocumentPorts['vault'], client: string): Promise<number> {
  let versions = 0;
  for await (const _ of vault.find(new Set([client]))) versions += 1;
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

async function listsOf(store: OutreachStore, client: string): Promise<AccessDocument['lists']> {
  return (await followedLists(store)).flatMap(({ list, events }) =>
    list.rows
      .filter((row) => row.client === client)
      .map(({ row, intervention }) => ({
        madeAt: list.madeAt,
        unit: list.unit,
        intervention,
        outcome: lastOutcome(events, row)?.outcome,
      })),
  );
}

const lotsOf = async (store: OutreachStore, client: string): Promise<AccessDocument['lots']> =>
  (await store.lists()).flatMap(({ madeAt, lots }) =>
    lots.filter((place) => place.client === client).map(({ intervention }) => ({ madeAt, intervention })),
  );
