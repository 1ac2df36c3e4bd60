import { lakeColumnOf } from '../../../data-contracts/schemas/lake-columns.ts';
import { type TableContract, tables } from '../../../data-contracts/schemas/tables.ts';
import { type JoinedPeople, type JoiningFault, joinPeople } from '../identity/joined-people.ts';
import type { Pseudonymiser } from '../identity/pseudonym.ts';
import type { IdentitySealer } from '../identity/sealed-identity.ts';
import type { IdentityVault, SealedIdentity } from '../ports/identity-vault.ts';
import type { LakeTableWriter, Rejoined } from '../ports/lake-table-writer.ts';
import type { Publication, PublicationStore } from '../ports/publication-store.ts';
import type { QuarantineStore } from '../ports/quarantine-store.ts';
import { joinedPeopleOf } from './joined-people-in.ts';
import {
  type LakeFileRecord,
  LakeSummary,
  lakeFileName,
  lakeRun,
  lakeStation,
  publishJoinedLake,
} from './lake-manifest.ts';

export interface JoiningPorts {
  readonly publications: PublicationStore;
  readonly lake: LakeTableWriter;
  readonly vault: IdentityVault;
  readonly quarantine: QuarantineStore;
}

/** What came of what deliveries say of who is who. */
export interface JoiningReport {
  /** People of whom deliveries have spoken by several identifiers. */
  readonly people: number;
  /** Rows taken in before that stand under another pseudonym now. */
  readonly rows: number;
  /** What joined nobody, by the file that says it: how many identifiers. */
  readonly faults: readonly {
    readonly delivery: string;
    readonly name: string;
    readonly rule: JoiningFault;
    readonly identifiers: number;
  }[];
}

export const nothingJoined: JoiningReport = { people: 0, rows: 0, faults: [] };

interface Behind {
  readonly pseudonymiser: Pseudonymiser;
  /** Under the keys that there are when it is asked. */
  readonly openSealer: () => Promise<IdentitySealer>;
  /** Every pseudonym of whom a record of erasure is. */
  readonly erased: ReadonlySet<string>;
  /** Whether a file still lies in `landing/`, so that it can be taken in anew. */
  readonly isLying: (file: LakeFileRecord) => boolean;
}

/**
 * Puts everything that the lake and the vault hold of one person under one pseudonym, as the files of
 * `former-identifiers` tell by now: as if they had told it from the beginning. Where nothing has changed in that,
 * nothing is written; cut off and told again, it ends the same.
 */
export async function joinLake(
  ports: JoiningPorts,
  current: Publication | undefined,
  behind: Behind,
): Promise<{ publication: Publication | undefined; report: JoiningReport }> {
  if (!current) return { publication: current, report: nothingJoined };
  const { files } = LakeSummary.parse(current.summary);
  const { people, faults } = await whoIsWho(ports, files);
  const before = await joinedPeopleOf(ports.publications, current);
  const report = { people: new Set(people.pairs.map(([, person]) => person)).size, rows: 0, faults };
  if (JSON.stringify(before.pairs) === JSON.stringify(people.pairs)) return { publication: current, report };
  const move = moveOf(before, people, behind.erased);
  const isApart = before.pairs.some(([one, other]) => people.personOf(one) !== people.personOf(other));
  const moved = await moveRows(ports, files, move);
  await moveIdentities(ports.vault, behind, { before, move, gone: moved.gone });
  const outdated = moved.files.map((file) =>
    behind.isLying(file) && (isApart || hangsOnPeople(file)) ? { ...file, isOutdated: true as const } : file,
  );
  const publication = await publishJoinedLake(ports.publications, current, outdated, people);
  return { publication, report: { ...report, rows: moved.rows } };
}

/** What the lake's files say, put together; where they contradict one another, by file. */
export async function whoIsWho(
  { publications, lake }: Pick<JoiningPorts, 'publications' | 'lake'>,
  files: readonly LakeFileRecord[],
): Promise<{ readonly people: JoinedPeople; readonly faults: JoiningReport['faults'] }> {
  const byLocation = new Map<string, LakeFileRecord>();
  for (const file of files.filter(({ table }) => table === 'former-identifiers'))
    byLocation.set(await publications.location(lakeStation, lakeRun, lakeFileName(file)), file);
  const stated = await lake.statedIdentities([...byLocation.keys()]);
  const { people, faults } = joinPeople(stated);
  const told = new Map<string, { file: LakeFileRecord; rule: JoiningFault; formers: Set<string> }>();
  for (const { former, location } of stated) {
    const rule = faults.get(former);
    if (!rule) continue;
    const key = `${location} ${rule}`;
    const known = told.get(key) ?? { file: byLocation.get(location)!, rule, formers: new Set() };
    told.set(key, { ...known, formers: known.formers.add(former) });
  }
  return {
    people,
    faults: [...told.values()].map(({ file: { delivery, name }, rule, formers }) => ({
      delivery,
      name,
      rule,
      identifiers: formers.size,
    })),
  };
}

/** By the pseudonym that something was delivered under: whose it is now. */
type Move = ReadonlyMap<string, string | 'erased'>;

function moveOf(before: JoinedPeople, now: JoinedPeople, erased: ReadonlySet<string>): Move {
  const gone = now.allOf(erased);
  const concerned = new Set([...before.pairs.flat(), ...now.pairs.flat()]);
  const move = new Map<string, string | 'erased'>();
  for (const one of concerned) {
    const person = now.personOf(one);
    if (gone.has(person)) move.set(one, 'erased');
    else if (person !== before.personOf(one)) move.set(one, person);
  }
  return move;
}

async function moveRows(ports: JoiningPorts, files: readonly LakeFileRecord[], move: Move) {
  const locate = (file: LakeFileRecord) =>
    ports.publications.location(lakeStation, lakeRun, lakeFileName(file));
  const moved: LakeFileRecord[] = [];
  /** Lines that are in the lake no more, by file. */
  const gone = new Map<string, ReadonlySet<number>>();
  let rows = 0;
  for (const file of files) {
    const contract: TableContract = tables[file.table];
    if (contract.saysWhoIsWho) {
      moved.push(file);
      continue;
    }
    const after = { ...file, edition: (file.edition ?? 0) + 1 };
    const earlier = moved.filter((one) => one.table === file.table && one.delivery === file.delivery);
    const done = await ports.lake.rejoin({
      columns: Object.entries(contract.columns).map(([field, type]) => ({ name: lakeColumnOf(field), type })),
      key: contract.key.map(lakeColumnOf),
      from: await locate(file),
      location: await locate(after),
      personOf: move,
      before: await Promise.all(earlier.map(locate)),
    });
    const isSame = done.changed + done.erased + done.turnedAway.length === 0;
    moved.push(isSame ? file : recordAfter(after, contract, done));
    rows += done.changed;
    if (done.turnedAway.length === 0) continue;
    gone.set(file.fileId, new Set(done.turnedAway.map(({ line }) => line)));
    await tellTurnedAway(ports.quarantine, file, contract, done);
  }
  return { files: moved, rows, gone };
}

const keyRules = ['duplicate-key', 'key-in-another-file', 'key-of-another-person'] as const;

/** Whether rows of it are, or are not, in the lake by who was who. */
const hangsOnPeople = ({ table, moved, rules }: LakeFileRecord) =>
  table !== 'former-identifiers' && (moved !== undefined || keyRules.some((rule) => rules[rule]));

function recordAfter(
  file: LakeFileRecord,
  { key }: TableContract,
  { erased, turnedAway }: Rejoined,
): LakeFileRecord {
  const rules = { ...file.rules };
  const faults = new Map((file.faults ?? []).map((fault) => [`${fault.field ?? ''} ${fault.rule}`, fault]));
  const field = key.join('+');
  for (const { rule } of turnedAway) {
    rules[rule] = (rules[rule] ?? 0) + 1;
    const known = faults.get(`${field} ${rule}`);
    faults.set(`${field} ${rule}`, { field, rule, rows: (known?.rows ?? 0) + 1 });
  }
  const allErased = (file.erased ?? 0) + erased;
  return {
    ...file,
    accepted: file.accepted - erased - turnedAway.length,
    quarantined: file.quarantined + turnedAway.length,
    ...(allErased > 0 && { erased: allErased }),
    rules,
    ...(faults.size > 0 && { faults: [...faults.values()] }),
  };
}

/** Behind what the quarantine has of the file already. */
async function tellTurnedAway(
  quarantine: QuarantineStore,
  { fileId, delivery, name }: LakeFileRecord,
  { key }: TableContract,
  { turnedAway }: Rejoined,
): Promise<void> {
  const known = await quarantine.reasonsOf(fileId);
  const field = key.join('+');
  const isTold = new Set(known.map((one) => `${one.line} ${one.rule}`));
  const added = turnedAway.filter(({ line, rule }) => !isTold.has(`${line} ${rule}`));
  const file = quarantine.begin(fileId, delivery, name);
  try {
    await file.add([...known, ...added.map((one) => ({ ...one, field }))]);
    await file.keep();
  } finally {
    await file.discard();
  }
}

interface IdentityMove {
  readonly before: JoinedPeople;
  readonly move: Move;
  readonly gone: ReadonlyMap<string, ReadonlySet<number>>;
}

/** Identities know their own identifier, and so whose they are whatever they are sealed for. */
async function moveIdentities(
  vault: IdentityVault,
  behind: Behind,
  { before, move, gone }: IdentityMove,
): Promise<void> {
  const concerned = new Set([...move.keys()].flatMap((one) => [one, before.personOf(one)]));
  const sealer = await behind.openSealer();
  await vault.rewrite((identity, fileId): SealedIdentity | undefined => {
    if (gone.get(fileId)?.has(identity.line)) return undefined;
    if (!concerned.has(identity.pseudonym)) return identity;
    const bound = sealer.bindAnew(identity.pseudonym, identity.sealed, (identifier) => {
      const person = move.get(behind.pseudonymiser.pseudonymOf(identifier)) ?? identity.pseudonym;
      return person === 'erased' ? undefined : person;
    });
    if (bound?.pseudonym === identity.pseudonym) return identity;
    return bound && { ...identity, ...bound };
  });
  const isSameKey = (await behind.openSealer()).keyId === sealer.keyId;
  if (!isSameKey) await moveIdentities(vault, behind, { before, move, gone });
}
