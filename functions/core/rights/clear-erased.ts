import { createHash } from 'node:crypto';
import { type TableContract, tables } from '../../../data-contracts/schemas/tables.ts';
import { type ClientMonthSummary, clientMonthStation } from '../client-months/build-client-months.ts';
import { digestOfSet } from '../digest-of-set.ts';
import { hiddenDemandStation } from '../hidden-demand/find-hidden-demand.ts';
import { LakeSummary, lakeFileName, lakeStation, publishErasedLake } from '../ingest/lake-manifest.ts';
import type { AnswerFiles } from '../ports/answer-files.ts';
import { landmarkFileName } from '../ports/client-month-source.ts';
import type { IdentityVault } from '../ports/identity-vault.ts';
import type { OutreachStore } from '../ports/outreach-store.ts';
import type { PersonRows } from '../ports/person-rows.ts';
import type { Publication, PublicationStore } from '../ports/publication-store.ts';
import { isOlderThanErasure, markOlder } from '../risk/older-than-erasure.ts';

export interface ClearingPorts {
  readonly publications: PublicationStore;
  readonly rows: PersonRows;
  readonly vault: Pick<IdentityVault, 'rewrite'>;
  readonly store: Pick<OutreachStore, 'erase'>;
  readonly answers: AnswerFiles;
  /** Ids of the programmes whose stations are cleared. */
  readonly programmes: readonly string[];
}

type Clients = ReadonlySet<string>;

/**
 * Takes everyone erased out of lists, answers, vault, lake, client-months, scores and who was found in hidden demand, and marks models that may
 * have been trained on them. What is clear already stays as it is, byte for byte; cut off anywhere and told again,
 * it ends the same. The lake comes before what is made from it, so that nothing is made from it anew with them.
 */
export async function clearErased(ports: ClearingPorts, clients: Clients): Promise<void> {
  if (clients.size === 0) return;
  await ports.store.erase(clients);
  await ports.answers.removeNaming(clients);
  await ports.vault.rewrite((identity) => (clients.has(identity.pseudonym) ? undefined : identity));
  await clearLake(ports, clients);
  for (const programme of ports.programmes) {
    await clearStation(ports, clientMonthStation({ id: programme }), clients, monthsWithout);
    await clearStation(ports, `scores/${programme}`, clients, scoresWithout);
    await clearStation(ports, hiddenDemandStation({ id: programme }), clients, scoresWithout);
  }
}

async function clearLake(ports: ClearingPorts, clients: Clients): Promise<void> {
  const { publications, rows } = ports;
  const current = await publications.current(lakeStation);
  if (!current) return;
  const { files: all } = LakeSummary.parse(current.summary);
  // by what says who is who a later delivery does not bring them back
  const [kept, files] = [all.filter(saysWhoIsWho), all.filter((file) => !saysWhoIsWho(file))];
  const locate = (file: (typeof files)[number]) =>
    publications.location(lakeStation, current.run, lakeFileName(file));
  const counts = await rows.count(await Promise.all(files.map(locate)), clients);
  if (counts.every((count) => count === 0)) return publications.removeUnnamed(current);
  await markModels(ports);
  const cleared: typeof files = [];
  for (const [place, file] of files.entries()) {
    const count = counts[place]!;
    const after = {
      ...file,
      accepted: file.accepted - count,
      erased: (file.erased ?? 0) + count,
      edition: (file.edition ?? 0) + 1,
    };
    if (count > 0) await rows.copyWithout(clients, await locate(file), await locate(after));
    cleared.push(count > 0 ? after : file);
  }
  await publishErasedLake(publications, current, [...kept, ...cleared], digestOfSet(clients));
}

const saysWhoIsWho = ({ table }: LakeSummary['files'][number]) =>
  (tables[table] as TableContract).saysWhoIsWho ?? false;

async function markModels({ publications, programmes }: ClearingPorts): Promise<void> {
  for (const programme of programmes) {
    const model = await publications.current(`models/${programme}`);
    if (!model) continue;
    if (isOlderThanErasure(model)) {
      await publications.removeUnnamed(model);
      continue;
    }
    await markOlder(publications, model);
  }
}

type SummaryWithout = (summary: Publication['summary'], erased: ReadonlyMap<string, number>) => object;

async function clearStation(
  { publications, rows }: ClearingPorts,
  station: string,
  clients: Clients,
  summaryWithout: SummaryWithout,
): Promise<void> {
  const current = await publications.current(station);
  if (!current) return;
  // receipts of shards, which hold counts, have done their work
  const names = current.files.map(({ name }) => name).filter((name) => name.endsWith('.parquet'));
  const locate = (run: string, name: string) => publications.location(station, run, name);
  const locations = await Promise.all(names.map((name) => locate(current.run, name)));
  const counts = await rows.count(locations, clients);
  if (counts.every((count) => count === 0)) return publications.removeUnnamed(current);
  const fingerprint = createHash('sha256')
    .update(`${current.fingerprint} without ${digestOfSet(clients)}`)
    .digest('hex');
  const run = fingerprint.slice(0, 16);
  for (const [place, name] of names.entries())
    await rows.copyWithout(clients, locations[place]!, await locate(run, name));
  const erased = new Map(names.map((name, place) => [name, counts[place]!]));
  const summary = { ...current.summary, ...summaryWithout(current.summary, erased) };
  const { origin } = current;
  await publications.publish({ station, run, fingerprint, origin, summary, fileNames: names }, current);
}

const monthsWithout: SummaryWithout = (summary, erased) => {
  const { rows, landmarks } = summary as unknown as ClientMonthSummary;
  const gone = (landmarkOn: string) => erased.get(landmarkFileName(landmarkOn)) ?? 0;
  return {
    rows: rows - landmarks.reduce((sum, { landmarkOn }) => sum + gone(landmarkOn), 0),
    landmarks: landmarks.map(({ landmarkOn, rows: those }) => ({
      landmarkOn,
      rows: those - gone(landmarkOn),
    })),
  };
};

const scoresWithout: SummaryWithout = ({ clients }, erased) => ({
  clients: Number(clients) - [...erased.values()].reduce((sum, count) => sum + count, 0),
});
