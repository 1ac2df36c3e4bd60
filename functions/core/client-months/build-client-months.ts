import { z } from 'zod';
import { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import { IsoDay } from '../../../data-contracts/schemas/fields.ts';
import type { PlausibilityRules } from '../../../data-contracts/schemas/plausibility.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { UnitCost } from '../../../data-contracts/schemas/unit-cost.ts';
import { type ClientMonthSource, landmarkFileName } from '../ports/client-month-source.ts';
import type { Progress } from '../ports/progress.ts';
import type { Publication, PublicationStore } from '../ports/publication-store.ts';
import { fromWhatStands, publishOnce } from '../publish-once.ts';
import { requireCurrent } from '../require-current.ts';
import { type Landmarks, landmarksFor } from './landmarks-for.ts';
import { referenceTables } from './reference-tables.ts';
import { type ToldFindings, toldFindings } from './told-findings.ts';

export interface BuildClientMonthsPorts {
  readonly publications: PublicationStore;
  readonly clientMonths: ClientMonthSource;
}

/** The summary of a publication `client-months/<programme>`. */
export interface ClientMonthSummary {
  readonly rows: number;
  /** Rising. */
  readonly landmarks: readonly { readonly landmarkOn: string; readonly rows: number }[];
  readonly testLandmark: string | undefined;
  readonly scoringLandmark: string;
  readonly coversFrom: string;
  readonly coversTo: string;
  /** Absent in what was built before they were told. */
  readonly findings?: ToldFindings;
}

export const clientMonthStation = (programme: Pick<Programme, 'id'>) => `client-months/${programme.id}`;

const Coverage = z.object({ coversFrom: IsoDay, coversTo: IsoDay });

/** Raised whenever other bytes would come from the same SQL and the same lake. */
const stationVersion = '1';

/**
 * Makes the client-months of a programme from the current tables, one file a landmark, unless they are made.
 * @throws NothingPublished when nothing was ever ingested
 * @throws TooLittleCoverage when the data are shorter than the programme's look-back
 */
export const buildClientMonths = (
  ports: BuildClientMonthsPorts,
  job: BuildClientMonthsJob,
): Promise<{ publication: Publication; wasReused: boolean }> =>
  fromWhatStands(() => buildFromTables(ports, job));

interface BuildClientMonthsJob {
  readonly programme: Programme;
  readonly unitCosts: readonly UnitCost[];
  readonly plausibility: PlausibilityRules;
  readonly progress: Progress;
  readonly withoutSources: readonly DataSource[];
}

async function buildFromTables(ports: BuildClientMonthsPorts, job: BuildClientMonthsJob) {
  const { programme } = job;
  const withoutSources = DataSource.options.filter((source) => job.withoutSources.includes(source));
  const tables = await requireCurrent(ports.publications, 'tables');
  const coverage = Coverage.parse(tables.summary);
  const landmarks = landmarksFor(programme, coverage.coversFrom, coverage.coversTo);
  const references = referenceTables(programme, job.unitCosts);
  const parameters = sqlParameters(programme, landmarks);
  const station = {
    station: clientMonthStation(programme),
    version: stationVersion,
    inputs: [tables],
    parameters: {
      ...parameters,
      landmarks,
      references,
      sqlHash: ports.clientMonths.sqlHash,
      plausibility: job.plausibility,
      ...(withoutSources.length > 0 && { withoutSources }),
    },
    origin: tables.origin,
  };
  return publishOnce(ports.publications, station, async (run) => {
    const counted: { landmarkOn: string; rows: number }[] = [];
    job.progress.begin('client-months', landmarks.landmarks.length);
    const findings = await ports.clientMonths.build({
      tables,
      references,
      parameters,
      plausibility: job.plausibility,
      withoutSources,
      landmarks: await locate(ports.publications, station.station, run, landmarks),
      onLandmark: (landmarkOn, rows) => {
        counted.push({ landmarkOn, rows });
        job.progress.advance(1);
      },
    });
    job.progress.end();
    return {
      fileNames: landmarks.landmarks.map(landmarkFileName),
      summary: {
        ...summaryOf(landmarks, counted, coverage),
        withoutSources,
        ...(findings && { findings: toldFindings(findings, programme, job.plausibility) }),
      },
    };
  });
}

function sqlParameters({ eligibility }: Programme, { scoringLandmark, historyFrom }: Landmarks) {
  return { followUpEndsOn: scoringLandmark, historyFrom, ...eligibility };
}

function locate(publications: PublicationStore, station: string, run: string, { landmarks }: Landmarks) {
  return Promise.all(
    landmarks.map(async (landmarkOn) => ({
      landmarkOn,
      location: await publications.location(station, run, landmarkFileName(landmarkOn)),
    })),
  );
}

function summaryOf(
  { testLandmark, scoringLandmark }: Landmarks,
  landmarks: ClientMonthSummary['landmarks'],
  { coversFrom, coversTo }: z.infer<typeof Coverage>,
): ClientMonthSummary {
  const rows = landmarks.reduce((sum, landmark) => sum + landmark.rows, 0);
  return { rows, landmarks, testLandmark, scoringLandmark, coversFrom, coversTo };
}
