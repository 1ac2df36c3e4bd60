import { createHash } from 'node:crypto';
import type { OutreachList, OutreachRow } from '../../../data-contracts/schemas/outreach-list.ts';
import { RefusalReason } from '../../../data-contracts/schemas/refusal-reason.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { IdentityRegister } from '../identity/identity-register.ts';
import type { Identity } from '../identity/sealed-identity.ts';
import { decisionsEntry } from '../release/audit-decisions.ts';
import { refuseClockSetBack, steadyClock } from '../release/clock-set-back.ts';
import type { ReleaseQuestion } from '../release/decide-release.ts';
import { legalBasesInUse } from '../release/legal-bases-in-use.ts';
import { type DecidedClient, releaseInOrder } from '../release/release-in-order.ts';
import type { OutreachPorts } from './outreach-ports.ts';

export interface ReleaseRowsPorts extends OutreachPorts {
  readonly identities: IdentityRegister;
}

/** What a list is released for, and to whom. */
export interface RowsAsked {
  readonly list: OutreachList;
  readonly useCase: 'open-outreach-list' | 'export-outreach-list';
  readonly requester: Requester;
}

/** A row that may be handed over, and whose it is. */
export interface ReleasedRow {
  readonly row: OutreachRow;
  readonly identity: Identity | undefined;
}

/** What is under way of a release: the rows that may still go, and what has become of the others. */
interface Release {
  readonly requestId: string;
  readonly mayGo: readonly OutreachRow[];
  /** By the first reason that held each person back. */
  readonly withheld: Map<RefusalReason, number>;
  readonly open: (client: string) => Identity | undefined;
}

/**
 * Hands over a list's rows at once. The gate is asked about every row before anybody is looked up, and about
 * all of them again at the hand-over, whose instant is that last look at the ledger: after it nothing is waited
 * for. Every answer, and who is handed over, is in the audit log before.
 */
export async function handOverAtOnce(
  given: ReleaseRowsPorts,
  asked: RowsAsked,
): Promise<{ readonly rows: readonly ReleasedRow[]; readonly withheld: ReadonlyMap<RefusalReason, number> }> {
  const ports = { ...given, clock: steadyClock(given.clock) };
  const { requestId, withheld, open, ...release } = await begin(ports, asked);
  for (let mayGo = release.mayGo; ; ) {
    await appendReleased(ports, asked, requestId, mayGo, withheld);
    const { decided, question } = await decideRows(ports, asked, mayGo);
    if (decided.every(isReleased))
      return { rows: mayGo.map((row) => ({ row, identity: open(row.client) })), withheld };
    for (const { decision } of decided) if (decision !== 'released') countWithheld(withheld, decision[0]);
    await ports.audit.append([decisionsEntry(question, requestId, decided)]);
    mayGo = mayGo.filter((_, place) => isReleased(decided[place]!));
  }
}

/**
 * Hands over a list's rows in turn, however long the reader takes: about each row the gate is asked once more at
 * the moment it is handed over. When the reader has enough, the audit log is told who was handed over.
 */
export async function* handOverInTurn(
  given: ReleaseRowsPorts,
  asked: RowsAsked,
): AsyncGenerator<ReleasedRow, void, void> {
  const ports = { ...given, clock: steadyClock(given.clock) };
  const { requestId, withheld, open, mayGo } = await begin(ports, asked);
  const handedOver: OutreachRow[] = [];
  try {
    for (const row of mayGo) {
      const { decided, question } = await decideRows(ports, asked, [row]);
      const { decision } = decided[0]!;
      if (decision === 'released') {
        handedOver.push(row);
        yield { row, identity: open(row.client) };
      } else {
        countWithheld(withheld, decision[0]);
        await ports.audit.append([decisionsEntry(question, requestId, decided)]);
      }
    }
  } finally {
    await appendReleased(ports, asked, requestId, handedOver, withheld);
  }
}

/** Asks about every row, writes every answer to the audit log, and finds those who may go in the vault. */
async function begin(ports: ReleaseRowsPorts, asked: RowsAsked): Promise<Release> {
  const requestId = ports.newId();
  await refuseClockSetBack(ports.audit, ports.clock.now());
  const { decided, question } = await decideRows(ports, asked, asked.list.rows);
  await ports.audit.append([decisionsEntry(question, requestId, decided)]);
  const withheld = new Map(RefusalReason.options.map((reason) => [reason, 0]));
  for (const { decision } of decided) if (decision !== 'released') countWithheld(withheld, decision[0]);
  const mayGo = asked.list.rows.filter((_, place) => isReleased(decided[place]!));
  const open = await ports.identities.lookUp(new Set(mayGo.map(({ client }) => client)));
  return { requestId, mayGo, withheld, open };
}

const isReleased = ({ decision }: DecidedClient) => decision === 'released';

/** The gate's answers as of now. */
async function decideRows(
  ports: ReleaseRowsPorts,
  { list, useCase, requester }: RowsAsked,
  rows: readonly OutreachRow[],
): Promise<{ decided: DecidedClient[]; question: Omit<ReleaseQuestion, 'sourcesUsed'> }> {
  const at = ports.clock.now();
  const question = { useCase, purpose: 'outreach', requester, subject: { unit: list.unit }, at } as const;
  const legalBases = legalBasesInUse(ports.legalBases, list.origin);
  return { decided: await releaseInOrder(ports, legalBases, question, rows), question };
}

const countWithheld = (withheld: Map<RefusalReason, number>, reason: RefusalReason) =>
  withheld.set(reason, (withheld.get(reason) ?? 0) + 1);

async function appendReleased(
  { audit, clock }: ReleaseRowsPorts,
  { list, useCase, requester }: RowsAsked,
  requestId: string,
  handedOver: readonly OutreachRow[],
  withheld: ReadonlyMap<RefusalReason, number>,
): Promise<void> {
  const pseudonyms = createHash('sha256');
  for (const { client } of handedOver) pseudonyms.update(`${client}\n`);
  await audit.append([
    {
      kind: 'outreach-released',
      at: clock.now(),
      requestId,
      requester,
      useCase,
      listId: list.listId,
      handedOver: handedOver.length,
      withheldByReason: Object.fromEntries([...withheld].filter(([, count]) => count > 0)),
      pseudonymsSha256: pseudonyms.digest('hex'),
    },
  ]);
}
