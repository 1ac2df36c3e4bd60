import type { ConsentEventKind } from '../../data-contracts/schemas/consent-event.ts';
import { consents } from './assumptions.ts';
import { isoDay } from './calendar.ts';
import type { ClientRows } from './client-rows.ts';
import { lastSeenDay, type Person } from './person.ts';
import type { RandomStream } from './random-stream.ts';

type Channel = 'letter' | 'telephone' | 'visit' | 'e-service';
const channels: readonly Channel[] = ['letter', 'telephone', 'visit', 'e-service'];

/** Objections, prohibitions, consents to being reached; some of the consents taken back. */
export function writeConsents(person: Person, rows: ClientRows, random: RandomStream): void {
  const first = person.months[0]!.from;
  const last = lastSeenDay(person.life);
  const write = (kind: ConsentEventKind, purpose: string, source: string, from: number) => {
    const day = random.whole(from, last);
    const fields = `${rows.nextId('c')},${kind},${purpose},${source},${isoDay(day)}T09:00:00Z`;
    const recorded = day + (random.chance(0.3) ? random.whole(1, 14) : 0);
    rows.add('consent-events', recorded, `${fields},${random.pick(channels)},data-protection`);
    return day;
  };
  if (random.chance(consents.objectionShare)) {
    write('objection', random.chance(0.6) ? 'outreach' : 'all', 'all', first);
  }
  if (random.chance(consents.prohibitionShare)) write('prohibition', 'all', 'all', first);
  if (random.chance(consents.outreachConsentShare)) {
    const covered = random.chance(consents.pilotConsentShare) ? 'social-care' : 'all';
    const day = write('consent-given', 'outreach', covered, first);
    if (random.chance(consents.withdrawnShare)) write('consent-withdrawn', 'outreach', covered, day);
  }
}
