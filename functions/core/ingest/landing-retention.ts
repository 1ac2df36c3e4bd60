import type { LandedDelivery, LandedFile } from '../../../data-contracts/schemas/landed-delivery.ts';
import type { Retention } from '../../../data-contracts/schemas/retention.ts';
import { daysAfter } from '../calendar.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeliveredFile, DeliverySource } from '../ports/delivery-source.ts';
import type { LandedDeliveries } from '../ports/landed-deliveries.ts';
import type { Publication } from '../ports/publication-store.ts';
import { LakeSummary } from './lake-manifest.ts';
import { ownNames } from './landing-survey.ts';

export interface LandingRetentionPorts {
  readonly deliveries: DeliverySource;
  readonly landed: LandedDeliveries;
  readonly retention: () => Promise<Retention>;
  readonly clock: Clock;
}

/** A file of a known table that lies in `landing/`, and which content it has. */
export interface LyingFile {
  readonly file: DeliveredFile;
  readonly fileId: string;
}

/** A file that has been removed, its time being over. */
export type RemovedFile = Pick<DeliveredFile, 'delivery' | 'name'>;

/** The day from which a file is removed by the next ingest; null: it stays until somebody removes it. */
export function keptUntil(landed: LandedFile | undefined, { landingDays }: Retention): string | null {
  if (!landed || landed.removedOn !== undefined || landingDays === null) return null;
  return daysAfter(landed.takenInOn, landingDays);
}

/**
 * Notes which files have been taken in, and removes those that have been there for as long as the county keeps
 * them. A file goes only if the lake as published tells what became of each of its rows, and if its content is
 * still what was taken in; one that could not be read, or that belongs to no table, stays for whoever mends it.
 * @param fileIdOf which content a file has now
 */
export async function keepToRetention(
  ports: LandingRetentionPorts,
  lying: readonly LyingFile[],
  publication: Publication | undefined,
  fileIdOf: (lying: LyingFile) => Promise<string>,
): Promise<readonly RemovedFile[]> {
  const today = ports.clock.now().slice(0, 10);
  const retention = await ports.retention();
  const accounted = accountedFor(publication);
  const removed: RemovedFile[] = [];
  for (const delivery of await ports.deliveries.deliveries()) {
    const own = lying.filter(({ file, fileId }) => file.delivery === delivery && accounted.has(fileId));
    const before = await ports.landed.find(delivery);
    let landed = noted(delivery, before, own, today);
    if (!isSame(before, landed)) await ports.landed.keep(landed);
    for (const one of own) {
      const until = keptUntil(entryOf(landed, one), retention);
      if (until === null || until > today || !accounted.get(one.fileId)) continue;
      if ((await fileIdOf(one)) !== one.fileId) continue;
      await ports.deliveries.remove(one.file);
      landed = withEntry(landed, { ...entryOf(landed, one)!, removedOn: today });
      await ports.landed.keep(landed);
      removed.push({ delivery, name: one.file.name });
    }
    await removeEmptied(ports.deliveries, landed);
  }
  return removed;
}

/** By file id, whether the file could be read, and so its rows are told of. */
function accountedFor(publication: Publication | undefined): ReadonlyMap<string, boolean> {
  const files = publication ? LakeSummary.parse(publication.summary).files : [];
  return new Map(files.map(({ fileId, notice }) => [fileId, notice === undefined]));
}

/** What is known of a delivery, with the files that lie there now; one that is gone was removed by somebody. */
function noted(
  delivery: string,
  before: LandedDelivery | undefined,
  own: readonly LyingFile[],
  today: string,
): LandedDelivery {
  let landed: LandedDelivery = {
    delivery,
    files: (before?.files ?? []).map((entry) =>
      entry.removedOn !== undefined || own.some(({ file }) => file.name === entry.name)
        ? entry
        : { ...entry, removedOn: today },
    ),
  };
  for (const one of own) {
    const { fileId } = one;
    const known = entryOf(landed, one);
    if (known?.fileId === fileId && known.removedOn === undefined) continue;
    landed = withEntry(landed, { name: one.file.name, fileId, takenInOn: today });
  }
  return landed;
}

const entryOf = ({ files }: LandedDelivery, { file }: LyingFile) =>
  files.find(({ name }) => name === file.name);

const withEntry = ({ delivery, files }: LandedDelivery, entry: LandedFile): LandedDelivery => ({
  delivery,
  files: [...files.filter(({ name }) => name !== entry.name), entry].sort((one, other) =>
    one.name < other.name ? -1 : 1,
  ),
});

const isSame = (one: LandedDelivery | undefined, other: LandedDelivery) =>
  one ? JSON.stringify(one) === JSON.stringify(other) : other.files.length === 0;

/** What a delivery said of itself, and how its files were to be read, goes with the last of its files. */
async function removeEmptied(deliveries: DeliverySource, landed: LandedDelivery): Promise<void> {
  if (landed.files.length === 0 || landed.files.some(({ removedOn }) => removedOn === undefined)) return;
  const left = await deliveries.files(landed.delivery);
  if (left.every(({ name }) => ownNames.includes(name)))
    for (const file of left) await deliveries.remove(file);
}
