import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { plausibilityRules, unitCosts } from '../../data-contracts/catalogues/index.ts';
import type { TableName } from '../../data-contracts/schemas/tables.ts';
import { FolderObjects } from '../../functions/adapters/folder/folder-objects.ts';
import { ObjectPublicationStore } from '../../functions/adapters/objects/object-publication-store.ts';
import type { ClientMonthSummary } from '../../functions/core/client-months/build-client-months.ts';
import { landmarksFor } from '../../functions/core/client-months/landmarks-for.ts';
import { referenceTables } from '../../functions/core/client-months/reference-tables.ts';
import { landmarkFileName, type ReferenceTables } from '../../functions/core/ports/client-month-source.ts';
import { requireCurrent } from '../../functions/core/require-current.ts';
import { requireProgramme } from '../../functions/core/require-programme.ts';
import type { Value } from './trino-lake.ts';

const program = resolve(import.meta.dirname, '../../runner/ennakko.mjs');

/** A county whose tables and client-months are published, and what its SQL is given. */
export interface County {
  readonly home: string;
  readonly filesOf: (table: TableName) => readonly string[];
  /** Where the published client-months of a landmark are. */
  readonly clientMonthFileOf: (landmarkOn: string) => string;
  /** Landmarks that are asked of together, as memory allows. */
  readonly landmarkBatches: readonly (readonly string[])[];
  readonly references: ReferenceTables;
  readonly parametersOf: (model: string) => readonly Value[];
}

/** The home named by `ENNAKKO_TRINO_HOME`, or a new one of simulated people, `ENNAKKO_TRINO_CLIENTS` unless told. */
export async function openCounty(clients = process.env.ENNAKKO_TRINO_CLIENTS ?? '20000'): Promise<County> {
  const { ENNAKKO_TRINO_HOME: given } = process.env;
  const home = given ? resolve(given) : simulate(clients);
  const programme = requireProgramme('older-people');
  const store = new ObjectPublicationStore(new FolderObjects(home));
  const tables = await requireCurrent(store, 'tables');
  const months = await requireCurrent(store, `client-months/${programme.id}`);
  const { coversFrom, coversTo } = tables.summary as { coversFrom: string; coversTo: string };
  const { scoringLandmark, historyFrom } = landmarksFor(programme, coversFrom, coversTo);
  const { minimumAgeYears, maximumAgeYears, minimumLookBackMonths, excludesEarlierOutcome } =
    programme.eligibility;
  const eligibility = [minimumAgeYears, maximumAgeYears, minimumLookBackMonths, excludesEarlierOutcome];
  return {
    home,
    landmarkBatches: batchesOf(months.summary as unknown as ClientMonthSummary),
    references: referenceTables(programme, unitCosts),
    filesOf: (table) =>
      tables.files
        .filter(({ name }) => name.startsWith(`${table}/`))
        .map(({ name }) => join(home, tables.station, tables.run, name)),
    clientMonthFileOf: (landmarkOn) => join(home, months.station, months.run, landmarkFileName(landmarkOn)),
    parametersOf: (model) => {
      if (model === 'service_months' || model === 'recording') return [scoringLandmark];
      if (model === 'implausible_rows')
        return [
          scoringLandmark,
          plausibilityRules.longestOpenHospitalStayDays,
          plausibilityRules.longestEndAheadDays,
        ];
      return model === 'client_months' ? [scoringLandmark, historyFrom, ...eligibility] : [];
    },
  };
}

/** At most about so many client-months at once: the server's memory is small. */
const rowsAtOnce = 250_000;

function batchesOf({ landmarks, rows }: ClientMonthSummary): string[][] {
  const many = Math.max(1, Math.floor((rowsAtOnce * landmarks.length) / rows));
  const batches = Array.from({ length: Math.ceil(landmarks.length / many) }, (_, at) =>
    landmarks.slice(at * many, (at + 1) * many),
  );
  return batches.map((batch) => batch.map(({ landmarkOn }) => landmarkOn));
}

function simulate(clients: string): string {
  const home = mkdtempSync(join(tmpdir(), 'ennakko-county-'));
  for (const words of [['simulate', '--clients', clients], ['ingest'], ['build']]) {
    execFileSync(process.execPath, [program, '--home', home, ...words], { stdio: 'ignore' });
  }
  return home;
}
