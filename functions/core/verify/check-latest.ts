import { clientMonthStation } from '../client-months/build-client-months.ts';
import type { HomeFiles } from '../ports/home-files.ts';
import { readPublication } from './check-publications.ts';
import type { VerificationNote } from './finding.ts';

/** What is told of people at a landmark, and made from their client-months. */
const madeOfMonths = /^(scores|hidden-demand)\/([^/]+)\/current\.json$/;

/** Which scores and finding of hidden demand are of another landmark than the latest that there are client-months of. */
export async function checkLatest(files: HomeFiles, paths: ReadonlySet<string>): Promise<VerificationNote[]> {
  const notes: VerificationNote[] = [];
  for (const path of [...paths].sort()) {
    const [, , programme] = madeOfMonths.exec(path) ?? [];
    if (programme === undefined) continue;
    const made = await readPublication(files, path);
    const months = await readPublication(files, `${clientMonthStation({ id: programme })}/current.json`);
    if (made && months && made.summary.landmarkOn !== months.summary.scoringLandmark)
      notes.push({ code: 'not-of-latest-months', where: made.station });
  }
  return notes;
}
