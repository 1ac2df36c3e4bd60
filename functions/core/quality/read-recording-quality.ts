import { z } from 'zod';
import {
  type QualityCell,
  QualityPlace,
  type RecordingQuality,
} from '../../../data-contracts/schemas/recording-quality.ts';
import { Requester } from '../../../data-contracts/schemas/requester.ts';
import { lakeStation } from '../ingest/lake-manifest.ts';
import type { PublicationStore } from '../ports/publication-store.ts';
import type { RecordingCount, RecordingCounts } from '../ports/recording-counts.ts';
import { type AccessPorts, accessInLog } from '../release/access-in-log.ts';
import { requireCurrent } from '../require-current.ts';
import { optionalFields } from './optional-fields.ts';

export interface QualityPorts extends AccessPorts {
  readonly publications: Pick<PublicationStore, 'current'>;
  readonly recording: () => RecordingCounts;
}

export const QualityAsked = z.strictObject({ place: QualityPlace.default('county'), requester: Requester });

/** Of so many people at least a share in steps of five hundredths is told: a step is then of one person or more. */
const fewestPeople = 20;
const rowsStep = 10;
const shareSteps = 20;

/**
 * How completely, how late, in which codes and how plausibly rows were recorded, by table, year and place. What is told
 * is of rows of at least twenty people, in steps, so that neither one cell nor two tell of anybody.
 * @throws AccessRefused
 * @throws NothingPublished
 */
export async function readRecordingQuality(
  ports: QualityPorts,
  { place, requester }: z.infer<typeof QualityAsked>,
): Promise<RecordingQuality> {
  await accessInLog(ports, requester, 'read-statistics');
  const { origin } = await requireCurrent(ports.publications, lakeStation);
  const counts = await ports.recording().by(place);
  return { origin, place, cells: [...counts].sort(inOrder).map(safeCell) };
}

const inOrder = (one: RecordingCount, other: RecordingCount) =>
  compare(one.table, other.table) || compare(one.place, other.place) || one.year - other.year;

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

function safeCell(count: RecordingCount): QualityCell {
  const { table, year, place, rows, people } = count;
  if (people < fewestPeople) return { table, year, place, isSuppressed: true, rows: null, shares: null };
  const share = (part: number) => Math.round((part / rows) * shareSteps) / shareSteps;
  return {
    table,
    year,
    place,
    isSuppressed: false,
    rows: Math.round(rows / rowsStep) * rowsStep,
    shares: {
      filled: Object.fromEntries(
        (optionalFields[table] ?? []).map((field, at) => [field, share(count.filled[at] ?? 0)]),
      ),
      lateBy30Days: share(count.late30),
      lateBy90Days: share(count.late90),
      coded: share(count.coded),
      implausible: share(count.implausible),
    },
  };
}
