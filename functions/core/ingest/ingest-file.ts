import type { QuarantineRule } from '../../../data-contracts/vocabularies/quarantine-rules.ts';
import { layOutColumns } from '../delivered-files/column-layout.ts';
import { openCsv } from '../delivered-files/csv-rows.ts';
import type { DeliveredRows } from '../delivered-files/delivered-rows.ts';
import { openParquet } from '../delivered-files/parquet-delivered-rows.ts';
import { openMapped } from '../mapping/open-mapped.ts';
import type { DeliverySource } from '../ports/delivery-source.ts';
import type { IdentityVault, VaultFile } from '../ports/identity-vault.ts';
import type { LakeFile, LakeTableWriter } from '../ports/lake-table-writer.ts';
import { type ParquetRows, UnreadableParquet } from '../ports/parquet-rows.ts';
import type { QuarantineFile, QuarantineReason, QuarantineStore } from '../ports/quarantine-store.ts';
import { CodesBeyondLists } from './codes-beyond-lists.ts';
import { inOrder } from './delivery-order.ts';
import { IngestError } from './ingest-error.ts';
import type { LakeFileRecord } from './lake-manifest.ts';
import type { ExpectedFile } from './landing-survey.ts';
import type { RowDoor } from './row-door.ts';

/** Where a delivered file comes from and what is made of it. */
export interface FilePorts {
  readonly deliveries: DeliverySource;
  readonly parquet: ParquetRows;
  readonly lake: LakeTableWriter;
  readonly vault: IdentityVault;
  readonly quarantine: QuarantineStore;
}

/** One delivered file, and where its rows go. */
export interface FileJob extends ExpectedFile {
  readonly fileId: string;
  readonly door: RowDoor;
  readonly location: string;
  /** Where the table's other files are. */
  readonly others: readonly string[];
  readonly onBytes: (bytes: number) => void;
}

export interface TakenIn {
  readonly record: LakeFileRecord;
  readonly extraColumns: readonly string[];
}

/** Takes one file in: rows to the lake, identities to the vault, the rest to quarantine; all or nothing. */
export async function ingestFile(ports: FilePorts, job: FileJob): Promise<TakenIn> {
  try {
    const rows = await openRows(ports, job);
    return await takeIn(rows.told ? { ...ports, quarantine: toldAs(rows.told, ports) } : ports, job, rows);
  } catch (error) {
    if (!(error instanceof UnreadableParquet)) throw error;
    return takeIn(ports, job, unreadableParquet);
  }
}

async function openRows(ports: FilePorts, job: FileJob): Promise<DeliveredRows> {
  const { file, format, door, onBytes, mapping } = job;
  const { fields } = door.check;
  if (mapping) return openMapped(ports, { mapping, fields, onBytes });
  if (format === 'parquet') {
    onBytes(file.bytes);
    return openParquet(ports.parquet, await ports.deliveries.location(file), fields);
  }
  return openCsv(
    () => ports.deliveries.read(file),
    (names) => layOutColumns(names, fields),
    { onBytes },
  );
}

/** What taking rows in asks of the ports. */
type TakingPorts = Pick<FilePorts, 'lake' | 'vault'> & {
  readonly quarantine: Pick<QuarantineStore, 'begin'>;
};

/** A quarantine in which reasons stand in the words of the file as it was delivered. */
function toldAs(
  told: NonNullable<DeliveredRows['told']>,
  { quarantine }: Pick<FilePorts, 'quarantine'>,
): TakingPorts['quarantine'] {
  return {
    begin(...named) {
      const file = quarantine.begin(...named);
      return {
        add: (reasons) => file.add(reasons.map(told)),
        keep: () => file.keep(),
        discard: () => file.discard(),
      };
    },
  };
}

const unreadableParquet: DeliveredRows = {
  layout: { width: 0, positions: [], faults: [], extraColumns: [] },
  notice: 'unreadable-parquet',
  async *batches() {},
};

async function takeIn(ports: TakingPorts, job: FileJob, rows: DeliveredRows): Promise<TakenIn> {
  const writing = await beginWriting(ports, job);
  const tally = new Tally();
  const beyond = new CodesBeyondLists(job.door.columns);
  try {
    if (rows.notice) await writing.quarantine.add([{ rule: rows.notice }]);
    const oneByOne = await takeColumns(writing, rows, job.door, { tally, beyond });
    for await (const batch of oneByOne.batches()) {
      const { delivered, accepted, identities, turnedAway, erased } = job.door.admit(batch, oneByOne.layout);
      tally.delivered += delivered;
      tally.erased += erased;
      tally.count(turnedAway);
      beyond.count(accepted);
      await writing.lake.add(accepted);
      await writing.vault.add(identities);
      await writing.quarantine.add(turnedAway.flat());
    }
    await finish(writing, tally, job);
  } finally {
    await Promise.all([writing.lake.close(), writing.vault.discard(), writing.quarantine.discard()]);
  }
  const leftOut = rows.leftOut?.() ?? 0;
  const record = {
    ...recordOf(job, tally, rows.notice),
    ...(leftOut > 0 && { leftOut }),
    ...(beyond.found && { codesBeyondLists: beyond.found }),
  };
  return { record, extraColumns: rows.layout.extraColumns };
}

/** Takes what may be taken by columns. Returns what is left to be looked at row by row. */
async function takeColumns(
  { lake }: Writing,
  rows: DeliveredRows,
  { distinctCheck }: RowDoor,
  { tally, beyond }: { readonly tally: Tally; readonly beyond: CodesBeyondLists },
): Promise<Pick<DeliveredRows, 'layout' | 'batches'>> {
  if (!rows.inColumns || !distinctCheck) return rows;
  const taken = await lake.take(rows.inColumns, distinctCheck);
  tally.delivered += taken.accepted;
  await beyond.countIn(taken);
  const positions = distinctCheck.fields.map((_, place) => place);
  return { layout: { ...rows.layout, positions }, batches: () => taken.doubtful() };
}

interface Writing {
  readonly lake: LakeFile;
  readonly vault: VaultFile;
  readonly quarantine: QuarantineFile;
}

async function beginWriting(ports: TakingPorts, job: FileJob): Promise<Writing> {
  const { file, fileId, door, location } = job;
  const { columns, key, ownDay } = door;
  const delivery = inOrder(file.delivery);
  const others = ownDay === undefined ? undefined : { locations: job.others, ownDay };
  return {
    lake: await ports.lake.begin({ fileId, delivery, columns, key, location, others }),
    vault: ports.vault.begin(fileId),
    quarantine: ports.quarantine.begin(fileId, file.delivery, file.name),
  };
}

async function finish({ lake, vault, quarantine }: Writing, tally: Tally, { door }: FileJob): Promise<void> {
  tally.accepted = await lake.keep();
  tally.moved = lake.moved();
  tally.outOfOrder = lake.outOfOrder();
  const withoutIdentity = new Set<number>();
  for await (const rows of lake.turnedAway()) {
    const reasons = rows.map((row) => ({ ...row, field: door.keyFields }));
    tally.count(reasons.map((reason) => [reason]));
    await quarantine.add(reasons);
    if (door.keepsIdentities) for (const { line } of rows) withoutIdentity.add(line);
  }
  await quarantine.keep();
  await vault.keep(withoutIdentity);
}

class Tally {
  delivered = 0;
  accepted = 0;
  quarantined = 0;
  erased = 0;
  moved = 0;
  outOfOrder = 0;
  readonly byRule = new Map<QuarantineRule, number>();
  readonly byFault = new Map<string, { field?: string; rule: QuarantineRule; rows: number }>();

  /** A row is turned away once, and counts under each of its rules once. */
  count(turnedAway: readonly (readonly QuarantineReason[])[]): void {
    this.quarantined += turnedAway.length;
    for (const reasons of turnedAway) {
      for (const rule of new Set(reasons.map((reason) => reason.rule))) {
        this.byRule.set(rule, (this.byRule.get(rule) ?? 0) + 1);
      }
      for (const { field, rule } of reasons) this.#countFault(field, rule);
    }
  }

  #countFault(field: string | undefined, rule: QuarantineRule): void {
    const name = `${field ?? ''} ${rule}`;
    const fault = this.byFault.get(name) ?? { ...(field !== undefined && { field }), rule, rows: 0 };
    fault.rows += 1;
    this.byFault.set(name, fault);
  }

  get faults() {
    return [...this.byFault].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, fault]) => fault);
  }
}

/** @throws IngestError `rows-unaccounted` unless accepted + quarantined + erased = delivered */
function recordOf(
  { file, table, fileId, terms }: FileJob,
  tally: Tally,
  notice?: QuarantineRule,
): LakeFileRecord {
  const { delivered, accepted, quarantined, erased, byRule } = tally;
  if (accepted + quarantined + erased !== delivered) {
    const counts = `${delivered} delivered, ${accepted} accepted, ${quarantined} quarantined, ${erased} erased`;
    throw new IngestError('rows-unaccounted', `${file.delivery}/${file.name}: ${counts}`);
  }
  const rules = Object.fromEntries([...byRule].sort(([one], [other]) => (one < other ? -1 : 1)));
  const { delivery, name } = file;
  const { coversFrom, coversTo } = terms;
  return {
    delivery,
    name,
    table,
    fileId,
    coversFrom,
    coversTo,
    delivered,
    accepted,
    quarantined,
    ...(erased > 0 && { erased }),
    rules,
    ...(tally.moved > 0 && { moved: tally.moved }),
    ...(tally.outOfOrder > 0 && { outOfOrder: tally.outOfOrder }),
    ...(tally.faults.length > 0 && { faults: tally.faults }),
    ...(notice && { notice }),
  };
}
