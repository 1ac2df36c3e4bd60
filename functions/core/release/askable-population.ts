import type { ReleaseLimits } from '../../../data-contracts/schemas/release-limits.ts';
import type { ScoreSet, ScoreStore } from '../ports/score-store.ts';
import { coverGroupsOf, stretchesOf } from './cover-groups.ts';
import type { ReleaseSession } from './release-session.ts';
import { SafePopulation } from './safe-population.ts';

/**
 * Everyone scored whom questions are about, counted in cells: without the cover groups in which somebody has said no
 * since the landmark, whom the session leaves out from now on as well. So a count moves with a whole group or not at
 * all, when it is said and when the scores are made again without whoever said it.
 */
export async function askablePopulation(
  session: ReleaseSession,
  scores: Pick<ScoreStore, 'cells'>,
  { landmarkOn }: Pick<ScoreSet, 'landmarkOn'>,
  { coverGroup }: Pick<ReleaseLimits, 'coverGroup'>,
): Promise<SafePopulation> {
  const everybody = new SafePopulation(await scores.cells([]));
  const cover = coverGroupsOf(landmarkOn, everybody.people, coverGroup);
  const leftOut = await session.leaveOutInGroups(cover);
  if (leftOut.size === 0) return everybody;
  return new SafePopulation(await scores.cells(stretchesOf(leftOut, cover)));
}
