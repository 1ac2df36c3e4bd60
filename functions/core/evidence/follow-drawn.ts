import { monthsBetween } from '../calendar.ts';
import type { ClientMonthSummary } from '../client-months/build-client-months.ts';
import type { ClientMonthSource } from '../ports/client-month-source.ts';
import type { Publication } from '../ports/publication-store.ts';
import type { DrawnPerson } from './drawn-people.ts';

/** How somebody fared since the draw. */
export interface FollowedPerson extends DrawnPerson {
  /** Data sources behind it, joined by commas. */
  readonly sourcesUsed: string;
  readonly hasOutcome: boolean;
  /** Months from the draw to the outcome, to death or to the end of the data. */
  readonly months: number;
}

/**
 * Finds how people fared in the client-months of the latest landmark not after the draw's, which nobody's draw can
 * have changed. Somebody without a row there, or of whom nothing is seen after the draw, is left out.
 */
export async function followDrawn(
  source: ClientMonthSource,
  clientMonths: Publication,
  drawn: readonly DrawnPerson[],
): Promise<FollowedPerson[]> {
  const { landmarks } = clientMonths.summary as unknown as ClientMonthSummary;
  const followed: FollowedPerson[] = [];
  for (const drawnOn of new Set(drawn.map(({ landmarkOn }) => landmarkOn))) {
    const from = landmarks.findLast(({ landmarkOn }) => landmarkOn <= drawnOn)?.landmarkOn;
    if (from === undefined) continue;
    const ofDay = byClient(drawn.filter(({ landmarkOn }) => landmarkOn === drawnOn));
    const gap = monthsBetween(from, drawnOn);
    for await (const batch of source.read(clientMonths, from, { numbers: ['months_to_event', 'event'] })) {
      for (let row = 0; row < batch.rows; row += 1) {
        const months = batch.numbers.months_to_event![row]! - gap;
        if (!(months > 0)) continue;
        const hasOutcome = batch.numbers.event![row] === 1;
        const sourcesUsed = batch.texts.sources_used[row]!;
        for (const person of ofDay.get(batch.texts.client[row]!) ?? [])
          followed.push({ ...person, months, hasOutcome, sourcesUsed });
      }
    }
  }
  return followed;
}

/** Each person's draws; some drew more than once. */
function byClient(drawn: readonly DrawnPerson[]): ReadonlyMap<string, readonly DrawnPerson[]> {
  const draws = new Map<string, DrawnPerson[]>();
  for (const person of drawn) draws.set(person.client, [...(draws.get(person.client) ?? []), person]);
  return draws;
}
