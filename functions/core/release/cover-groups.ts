import { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import type { Purpose } from '../../../data-contracts/schemas/purpose.ts';
import type { ConsentLedger, LedgerEvent } from '../ports/consent-ledger.ts';
import { consentAsOf } from './consent-as-of.ts';
import { instantFor, standpoints } from './decide-release.ts';
import { startOfDayInFinland } from './instant-order.ts';

/**
 * People are shown, or left out, in groups of some thirty by their pseudonyms, which are as good as drawn by lot. Who
 * says no after a landmark is left out at once, and so is the whole group: whoever asks before and after sees that
 * many vanish, each as likely as the other to have said it. They come back with the next landmark, when everybody's
 * row is another.
 */
export interface CoverGroups {
  /** First day of the month in which the clients were scored. */
  readonly landmarkOn: string;
  /** How many groups: a power of two, so that one person more or less does not divide people anew; 1: none are left out. */
  readonly groups: number;
}

/** @param people how many are scored @param size about how many are in a group: from this to twice as many */
export function coverGroupsOf(landmarkOn: string, people: number, size: number): CoverGroups {
  const groups = 2 ** Math.floor(Math.log2(Math.max(1, people / size)));
  return { landmarkOn, groups };
}

/** The group of a pseudonym: its first bits. */
export const groupOf = (client: string, { groups }: CoverGroups): number =>
  Math.floor((Number.parseInt(client.slice(0, 8), 16) / 2 ** 32) * groups);

/** A stretch of pseudonyms: from the first on, and before the other. */
export type Stretch = readonly [fromClient: string, beforeClient: string];

/** The pseudonyms of some groups, as stretches of eight hexadecimal digits; after the last of all comes `g`. */
export function stretchesOf(those: ReadonlySet<number>, { groups }: CoverGroups): Stretch[] {
  const border = (group: number) =>
    group === groups ? 'g' : ((group * 2 ** 32) / groups).toString(16).padStart(8, '0');
  return [...those].sort((a, b) => a - b).map((group): Stretch => [border(group), border(group + 1)]);
}

/** The groups in which somebody has said no, for one of the purposes, since the landmark. */
export async function groupsLeftOut(
  ledger: ConsentLedger,
  cover: CoverGroups,
  purposes: readonly Purpose[],
  now: { readonly at: string; readonly isAsOf?: true | undefined },
): Promise<ReadonlySet<number>> {
  if (cover.groups < 2) return new Set();
  const since = startOfDayInFinland(cover.landmarkOn);
  const heard = [...(await ledger.clientsHeardSince(since))];
  const events = await ledger.eventsOf(heard);
  const hasSaidNo = (client: string) => {
    const said = events.get(client);
    // who is not known is refused, and nobody is to see that either
    return (
      said === undefined || (saysNo(said, instantFor(now, said), purposes) && !saysNo(said, since, purposes))
    );
  };
  return new Set(heard.filter(hasSaidNo).map((client) => groupOf(client, cover)));
}

function saysNo(events: readonly LedgerEvent[], at: string, purposes: readonly Purpose[]): boolean {
  const consent = consentAsOf(events, at);
  return purposes.some((purpose) =>
    DataSource.options.some((source) => standpoints.some((said) => consent.holds(said, purpose, source))),
  );
}
