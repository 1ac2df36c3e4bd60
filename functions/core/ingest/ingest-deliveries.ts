import type { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';
import { type TableContract, type TableName, tables } from '../../../data-contracts/schemas/tables.ts';
import { digestOfSet } from '../digest-of-set.ts';
import type { JoinedPeople } from '../identity/joined-people.ts';
import { Pseudonymiser } from '../identity/pseudonym.ts';
import { IdentitySealer } from '../identity/sealed-identity.ts';
import type { DeliverySource } from '../ports/delivery-source.ts';
import type { ErasureRecords } from '../ports/erasure-records.ts';
import type { Keys } from '../ports/keys.ts';
import { type Progress, silentProgress } from '../ports/progress.ts';
import type { Publication, PublicationStore } from '../ports/publication-store.ts';
import { type CompleteReport, takeBackMissing } from './complete-deliveries.ts';
import { fileIdOf } from './file-id.ts';
import { IngestError } from './ingest-error.ts';
import { type FilePorts, ingestFile, type TakenIn } from './ingest-file.ts';
import { type JoiningReport, joinLake } from './join-lake.ts';
import { joinedPeopleOf } from './joined-people-in.ts';
import {
  isInPlaceOf,
  isToldAnew,
  type LakeFileRecord,
  LakeSummary,
  lakeFileName,
  lakeRun,
  lakeStation,
  publishLakeFile,
} from './lake-manifest.ts';
import { keepToRetention, type LandingRetentionPorts, type RemovedFile } from './landing-retention.ts';
import { type ExpectedFile, refuseMixedOrigins, surveyLanding, type UnknownFile } from './landing-survey.ts';
import { type BehindTheDoor, RowDoor } from './row-door.ts';

export interface IngestPorts extends FilePorts, LandingRetentionPorts {
  readonly deliveries: DeliverySource;
  readonly publications: PublicationStore;
  readonly keys: Keys;
  readonly erasures: Pick<ErasureRecords, 'clients'>;
}

export interface FileReport extends LakeFileRecord {
  /** `seen-before`: the delivery had these bytes already, here or under another name; nothing has changed. */
  readonly state: 'taken-in' | 'seen-before';
  /** Columns that the contract does not know and that were left out. */
  readonly extraColumns: readonly string[];
}

export interface IngestReport {
  readonly files: readonly FileReport[];
  /** Files whose name matches no table. */
  readonly unknownFiles: readonly UnknownFile[];
  /** Files that have been in `landing/` for as long as the county keeps them, and are gone. */
  readonly removedFiles: readonly RemovedFile[];
  /** What came of deliveries' saying that they are complete. */
  readonly complete: readonly CompleteReport[];
  /** Who is who. */
  readonly joined: JoiningReport;
  /** The lake as it is now; undefined when nothing was ever delivered. */
  readonly publication: Publication | undefined;
}

/**
 * Takes in all deliveries that have landed, file by file in the order of their names. Each file is published
 * by itself, so that a run stopped at any instant loses at most the file in hand. What has been taken in is
 * removed when the county keeps it no longer; the lake keeps its rows.
 * @throws IngestError when a delivery does not say what it is, or cannot be put with what is there
 */
export async function ingestDeliveries(
  ports: IngestPorts,
  { progress = silentProgress }: { readonly progress?: Progress } = {},
): Promise<IngestReport> {
  try {
    return await takeInAll(ports, progress);
  } finally {
    await Promise.all([ports.lake.close(), ports.parquet.close()]);
  }
}

async function takeInAll(ports: IngestPorts, progress: Progress): Promise<IngestReport> {
  const { expected: lying, unknown } = await surveyLanding(ports.deliveries);
  // who is who comes first: then everybody comes in as one, whatever was delivered when
  const [sayers, rest] = [lying.filter(saysWhoIsWho), lying.filter((one) => !saysWhoIsWho(one))];
  const expected = [...sayers, ...rest];
  let publication = await ports.publications.current(lakeStation);
  refuseMixedOrigins([
    ...expected.map(({ terms }) => terms.origin),
    ...(publication ? [publication.origin] : []),
  ]);
  const intake = new Intake(ports, await openDoors(ports, publication), progress);
  const files: FileReport[] = [];
  progress.begin(
    'ingest',
    expected.reduce((bytes, { file }) => bytes + file.bytes, 0),
  );
  const takeAll = async (some: readonly ExpectedFile[]) => {
    for (const one of some) {
      const done = await intake.take(one, publication);
      files.push(done.report);
      publication = done.publication;
    }
  };
  await takeAll(sayers);
  const joined = await intake.join(publication, rest);
  publication = joined.publication;
  await takeAll(rest);
  progress.end();
  const terms = new Map(expected.map(({ file, terms: said }) => [file.delivery, said]));
  const completed = await takeBackMissing(ports, terms, publication);
  publication = completed.publication;
  const whole = lastOfEach(files.map(({ fileId }, place) => ({ ...expected[place]!, fileId })));
  const removedFiles = await keepToRetention(ports, whole, publication, (one) =>
    fileIdOf(ports.deliveries, one as (typeof whole)[number]),
  );
  return {
    files,
    unknownFiles: unknown,
    removedFiles,
    complete: completed.reports,
    joined: joined.report,
    publication,
  };
}

const saysWhoIsWho = ({ table }: ExpectedFile) => (tables[table] as TableContract).saysWhoIsWho ?? false;

/** A native file may fill several tables: it has been taken in when the last of them has it. */
const lastOfEach = <File extends ExpectedFile>(files: readonly File[]) =>
  files.filter(({ file }, place) => files.findLastIndex((one) => one.file === file) === place);

class Intake {
  readonly #ports: IngestPorts;
  #doors: Doors;
  readonly #progress: Progress;

  constructor(ports: IngestPorts, doors: Doors, progress: Progress) {
    this.#ports = ports;
    this.#doors = doors;
    this.#progress = progress;
  }

  async take(
    expected: ExpectedFile,
    current: Publication | undefined,
  ): Promise<{ report: FileReport; publication: Publication | undefined }> {
    const { file, terms } = expected;
    const fileId = await fileIdOf(this.#ports.deliveries, expected);
    const seen = current && LakeSummary.parse(current.summary).files.find((known) => known.fileId === fileId);
    if (seen?.isOutdated) return this.#takeAnew(expected, fileId);
    if (seen) {
      this.#progress.advance(file.bytes);
      const { delivery, name } = file;
      const report = { ...seen, delivery, name, state: 'seen-before' as const, extraColumns: [] };
      return { report, publication: await this.#coverAsToldNow(expected, seen, current) };
    }
    const { record, extraColumns } = await this.#takeIn(expected, fileId, current);
    await this.#removeReplaced(record, current);
    const publication = await this.#publish(record, terms.origin, current);
    if (await this.#isAsItWas())
      return { report: { ...record, state: 'taken-in', extraColumns }, publication };
    return this.#takeAnew(expected, fileId);
  }

  /** Puts what is there under the pseudonyms that people have by now, and lets in under them whoever comes. */
  async join(current: Publication | undefined, lying: readonly ExpectedFile[]) {
    const { keys, erasures } = this.#ports;
    const done = await joinLake(this.#ports, current, {
      pseudonymiser: this.#doors.pseudonymiser,
      openSealer: async () => new IdentitySealer(await keys.vaultKeys()),
      erased: await erasures.clients(),
      isLying: (record) =>
        lying.some(
          ({ file, table }) => record.takesBack === undefined && isInPlaceOf(record, { ...file, table }),
        ),
    });
    this.#doors = await openDoors(this.#ports, done.publication);
    return done;
  }

  /**
   * Somebody was erased just as a file with them was published, and the clearing of the lake may have passed it by:
   * it is taken in again, without them.
   */
  async #takeAnew(expected: ExpectedFile, fileId: string) {
    // as it is now: the clearing may have come to it after all
    const current = await this.#ports.publications.current(lakeStation);
    const files = current ? LakeSummary.parse(current.summary).files : [];
    const edition = (files.find((known) => known.fileId === fileId)?.edition ?? 0) + 1;
    const { record, extraColumns } = await this.#takeIn(expected, fileId, current, edition);
    const publication = await this.#publish(record, expected.terms.origin, current);
    return { report: { ...record, state: 'taken-in' as const, extraColumns }, publication };
  }

  /** What a file that has been mended left apart goes before nothing tells of it any more: cut off, it is taken in anew. */
  async #removeReplaced(record: LakeFileRecord, current: Publication | undefined): Promise<void> {
    const files = current ? LakeSummary.parse(current.summary).files : [];
    for (const { fileId } of files.filter((file) => isInPlaceOf(file, record))) {
      await this.#ports.vault.remove(fileId);
      await this.#ports.quarantine.remove(fileId);
    }
  }

  async #isAsItWas(): Promise<boolean> {
    const doors = await openDoorsFor(this.#ports, this.#doors.people);
    if (doors.areLike(this.#doors)) return true;
    this.#doors = doors;
    return false;
  }

  /** Takes a file in; anew where the vault was given another key meanwhile, or somebody was erased. */
  async #takeIn(
    expected: ExpectedFile,
    fileId: string,
    current: Publication | undefined,
    edition?: number,
  ): Promise<TakenIn> {
    const { publications } = this.#ports;
    const { table } = expected;
    const taken = await ingestFile(this.#ports, {
      ...expected,
      fileId,
      door: this.#doors.of(table, expected.terms.origin),
      location: await publications.location(lakeStation, lakeRun, lakeFileName({ table, fileId, edition })),
      others: await this.#othersOf(expected, fileId, current),
      onBytes: (bytes) => this.#progress.advance(bytes),
    });
    if (!(await this.#isAsItWas())) return this.#takeIn(expected, fileId, current, edition);
    return edition === undefined ? taken : { ...taken, record: { ...taken.record, edition } };
  }

  /** Where the table's files are, besides this one, what its delivery is about to tell anew, and those to be taken in anew. */
  async #othersOf({ file, table }: ExpectedFile, fileId: string, current: Publication | undefined) {
    const files = current ? LakeSummary.parse(current.summary).files : [];
    const others = files.filter(
      (one) =>
        one.table === table &&
        one.fileId !== fileId &&
        !one.isOutdated &&
        !isToldAnew(one, { ...file, table }),
    );
    return Promise.all(
      others.map((one) => this.#ports.publications.location(lakeStation, lakeRun, lakeFileName(one))),
    );
  }

  /** A delivery may put right what it says it covers; its rows stay as they are. */
  async #coverAsToldNow({ file, terms }: ExpectedFile, seen: LakeFileRecord, current: Publication) {
    const { coversFrom, coversTo, origin } = terms;
    const isSamePlace = seen.delivery === file.delivery && seen.name === file.name;
    const isSameTime = seen.coversFrom === coversFrom && seen.coversTo === coversTo;
    if (!isSamePlace || isSameTime) return current;
    return this.#publish({ ...seen, coversFrom, coversTo }, origin, current);
  }

  #publish(record: LakeFileRecord, origin: DataOrigin, current: Publication | undefined) {
    const { pseudonymKeyId, erased } = this.#doors;
    const isFirst = current === undefined && erased.size > 0;
    const known = { record, origin, pseudonymKeyId, ...(isFirst && { erasedSha256: digestOfSet(erased) }) };
    return publishLakeFile(this.#ports.publications, current, known);
  }
}

/** The doors of the tables, all under the same keys. */
class Doors implements BehindTheDoor {
  readonly pseudonymiser: Pseudonymiser;
  readonly sealer: IdentitySealer;
  readonly people: JoinedPeople;
  readonly erased: ReadonlySet<string>;
  readonly #opened = new Map<string, RowDoor>();

  constructor({ pseudonymiser, sealer, people, erased }: BehindTheDoor) {
    this.pseudonymiser = pseudonymiser;
    this.sealer = sealer;
    this.people = people;
    this.erased = people.allOf(erased);
  }

  get pseudonymKeyId(): string {
    return this.pseudonymiser.keyId;
  }

  /** Whether the same people are let in, their identities sealed under the same key. */
  areLike(other: Doors): boolean {
    return this.erased.size === other.erased.size && this.sealer.keyId === other.sealer.keyId;
  }

  of(table: TableName, origin: DataOrigin): RowDoor {
    const name = `${table} ${origin}`;
    const opened = this.#opened.get(name) ?? new RowDoor(table, origin, this);
    this.#opened.set(name, opened);
    return opened;
  }
}

type DoorPorts = Pick<IngestPorts, 'keys' | 'erasures' | 'publications'>;

/** @throws IngestError `other-pseudonym-key`: under two keys one person would be two clients */
async function openDoors(ports: DoorPorts, publication: Publication | undefined): Promise<Doors> {
  const doors = await openDoorsFor(ports, await joinedPeopleOf(ports.publications, publication));
  const before = publication && LakeSummary.parse(publication.summary).pseudonymKeyId;
  if (before !== undefined && before !== doors.pseudonymKeyId) {
    throw new IngestError('other-pseudonym-key', 'tables: were made under another pseudonym key than this');
  }
  return doors;
}

const openDoorsFor = async ({ keys, erasures }: DoorPorts, people: JoinedPeople): Promise<Doors> =>
  new Doors({
    pseudonymiser: new Pseudonymiser(await keys.pseudonymKey()),
    sealer: new IdentitySealer(await keys.vaultKeys()),
    people,
    erased: await erasures.clients(),
  });
