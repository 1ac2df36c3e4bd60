import { createHash } from 'node:crypto';
import type { CompleteTable, Delivery } from '../../../data-contracts/schemas/delivery.ts';
import { lakeColumnOf } from '../../../data-contracts/schemas/lake-columns.ts';
import { type TableContract, tables } from '../../../data-contracts/schemas/tables.ts';
import type { LakeTableWriter } from '../ports/lake-table-writer.ts';
import type { Publication, PublicationStore } from '../ports/publication-store.ts';
import { byDeliveryOrder, inOrder } from './delivery-order.ts';
import {
  type LakeFileRecord,
  LakeSummary,
  lakeFileName,
  lakeRun,
  lakeStation,
  publishLakeFile,
  republishLake,
} from './lake-manifest.ts';

/** What came of a delivery's saying that it is complete for a table and a period. */
export interface CompleteReport extends CompleteTable {
  readonly delivery: string;
  /** Rows taken back: earlier deliveries had them and this one has not. */
  readonly takenBack: number;
  /** Rows of the delivery that were turned away. */
  readonly quarantined: number;
  /** False: rows were turned away, or there are none at all, so that it is not known what the delivery has not. */
  readonly isComplete: boolean;
}

export interface CompletePorts {
  readonly publications: PublicationStore;
  readonly lake: Pick<LakeTableWriter, 'takeBack'>;
}

/** The name under which rows taken back stand among a delivery's files. */
const termsName = 'delivery.json';

/**
 * Takes back what complete deliveries have no more, each by a file of its own in the lake that says so of every row.
 * What earlier deliveries hold may change: then it is told anew.
 * @param lying what the deliveries that lie in `landing/` say of themselves; of others it stays as it was
 */
export async function takeBackMissing(
  ports: CompletePorts,
  lying: ReadonlyMap<string, Delivery>,
  current: Publication | undefined,
): Promise<{ publication: Publication | undefined; reports: CompleteReport[] }> {
  let publication = current && (await withoutUndeclared(ports, lying, current));
  const reports: CompleteReport[] = [];
  for (const delivery of [...lying.keys()].sort(byDeliveryOrder)) {
    for (const complete of lying.get(delivery)!.complete ?? []) {
      if (!publication) continue;
      const done: { publication: Publication; report: CompleteReport } = await takeBack(
        ports,
        { delivery, terms: lying.get(delivery)!, complete },
        publication,
      );
      publication = done.publication;
      reports.push(done.report);
    }
  }
  return { publication, reports };
}

interface CompleteJob {
  readonly delivery: string;
  readonly terms: Delivery;
  readonly complete: CompleteTable;
}

async function takeBack(ports: CompletePorts, job: CompleteJob, current: Publication) {
  const { delivery, complete } = job;
  const { files, pseudonymKeyId } = LakeSummary.parse(current.summary);
  const ofTable = files.filter(({ table, name }) => table === complete.table && name !== nameOf(complete));
  const own = ofTable.filter((file) => file.delivery === delivery && file.takesBack === undefined);
  const before = ofTable.filter((file) => byDeliveryOrder(file.delivery, delivery) < 0);
  const quarantined = own.reduce((sum, file) => sum + file.quarantined, 0);
  const isWhole = own.length > 0 && quarantined === 0 && own.every(({ notice }) => notice === undefined);
  const report = { ...complete, delivery, takenBack: 0, quarantined, isComplete: isWhole };
  const fileId = idOf(job, [...own, ...before]);
  const known = files.find((file) => file.fileId === fileId);
  if (!isWhole) return { publication: await withoutFile(ports, job, current), report };
  if (known) return { publication: current, report: { ...report, takenBack: known.accepted } };
  const locate = (file: Pick<LakeFileRecord, 'table' | 'fileId' | 'edition'>) =>
    ports.publications.location(lakeStation, lakeRun, lakeFileName(file));
  const contract: TableContract = tables[complete.table];
  const takenBack = await ports.lake.takeBack({
    delivery: inOrder(delivery),
    columns: Object.entries(contract.columns).map(([field, type]) => ({ name: lakeColumnOf(field), type })),
    key: contract.key.map(lakeColumnOf),
    ownDay: lakeColumnOf(contract.ownDay!),
    from: complete.from,
    to: complete.to,
    recordedOn: job.terms.coversTo,
    own: await Promise.all(own.map(locate)),
    before: await Promise.all(before.map(locate)),
    location: await locate({ table: complete.table, fileId }),
  });
  const record = recordOf(job, fileId, takenBack);
  const { origin } = current;
  const publication = await publishLakeFile(ports.publications, current, { record, origin, pseudonymKeyId });
  return { publication, report: { ...report, takenBack } };
}

/** A table may be complete for several periods. */
const nameOf = ({ from, to }: CompleteTable) => `${termsName} ${from}–${to}`;

function recordOf({ delivery, terms, complete }: CompleteJob, fileId: string, rows: number): LakeFileRecord {
  const { coversFrom, coversTo } = terms;
  const counts = { delivered: rows, accepted: rows, quarantined: 0, rules: {} };
  const { table } = complete;
  return {
    delivery,
    name: nameOf(complete),
    table,
    fileId,
    coversFrom,
    coversTo,
    ...counts,
    takesBack: true,
  };
}

/** By everything that decides which rows are taken back. */
function idOf({ delivery, terms, complete }: CompleteJob, files: readonly LakeFileRecord[]): string {
  const deciding = files.map(({ fileId, edition }) => `${fileId} ${edition ?? 0}`).sort();
  const { table, from, to } = complete;
  const hash = createHash('sha256').update([table, from, to, terms.coversTo, ...deciding].join('\n'));
  return `${delivery}.${hash.digest('hex').slice(0, 16)}`;
}

const withoutFile = (ports: CompletePorts, { delivery, complete }: CompleteJob, current: Publication) =>
  without(
    ports,
    current,
    (file) => file.delivery === delivery && file.table === complete.table && file.name === nameOf(complete),
  );

/** A delivery that does not say any more that it is complete takes nothing back. */
function withoutUndeclared(ports: CompletePorts, lying: ReadonlyMap<string, Delivery>, current: Publication) {
  return without(ports, current, (file) => {
    const terms = file.takesBack && lying.get(file.delivery);
    if (!terms) return false;
    return !(terms.complete ?? []).some((one) => one.table === file.table && nameOf(one) === file.name);
  });
}

function without(ports: CompletePorts, current: Publication, isGone: (file: LakeFileRecord) => boolean) {
  const { files } = LakeSummary.parse(current.summary);
  const kept = files.filter((file) => !isGone(file));
  return kept.length === files.length ? current : republishLake(ports.publications, current, kept);
}
