import type { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import type { SafeTable } from '../../../data-contracts/schemas/cohort.ts';
import type { OutreachList, OutreachRow } from '../../../data-contracts/schemas/outreach-list.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { IdentityRegister } from '../identity/identity-register.ts';
import type { Identity } from '../identity/sealed-identity.ts';
import { ReleaseRefused } from '../release/gate-question.ts';
import { askGate } from '../release/release-gate.ts';
import type { Closing, ReleaseSession } from '../release/release-session.ts';
import { hiddenUseOf } from './hidden-use.ts';
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

/** Who may be handed over as the gate first said, and how to find out who they are. */
interface Begun {
  readonly session: ReleaseSession;
  readonly mayGo: readonly OutreachRow[];
  readonly open: (client: string) => Identity | undefined;
}

/**
 * Hands over a list's rows at once. The gate is asked about every row before anybody is looked up, and about
 * all of them again at the hand-over, whose instant is that last look at the ledger: after it nothing is waited
 * for. Every answer, and who is handed over, is in the audit log before.
 * @throws ReleaseRefused when nobody at all can be released
 */
export async function handOverAtOnce(
  ports: ReleaseRowsPorts,
  asked: RowsAsked,
): Promise<{ readonly rows: readonly ReleasedRow[]; readonly withheld: SafeTable }> {
  const { session, open, ...begun } = await begin(ports, asked);
  for (let { mayGo } = begun; ; ) {
    await session.close(clientsOf(mayGo), releasedLine(asked, mayGo));
    const still = await session.confirm(mayGo);
    if (still.length === mayGo.length) {
      const rows = mayGo.map((row) => ({ row, identity: open(row.client) }));
      return { rows, withheld: session.withheld() };
    }
    mayGo = still;
  }
}

/**
 * Hands over a list's rows in turn, however long the reader takes: about each row the gate is asked once more at
 * the moment it is handed over. When the reader has enough, the audit log is told who was handed over.
 * @throws ReleaseRefused
 */
export async function* handOverInTurn(
  ports: ReleaseRowsPorts,
  asked: RowsAsked,
): AsyncGenerator<ReleasedRow, void, void> {
  const { session, open, mayGo } = await begin(ports, asked);
  const handedOver: OutreachRow[] = [];
  try {
    for (const row of mayGo) {
      if ((await session.confirm([row])).length === 0) continue;
      handedOver.push(row);
      yield { row, identity: open(row.client) };
    }
  } finally {
    await session.close(clientsOf(handedOver), releasedLine(asked, handedOver));
  }
}

/** Asks about every row, writes every answer to the audit log, and finds those who may go in the vault. */
async function begin(ports: ReleaseRowsPorts, asked: RowsAsked): Promise<Begun> {
  const { list, useCase, requester } = asked;
  const originOf = async () => list.origin;
  const further = hiddenUseOf(list.programme, list.rows);
  const question = { useCase, requester, subject: { unit: list.unit }, originOf, further };
  const session = await askGate(ports, question);
  if (session.status === 'refused') throw new ReleaseRefused(session);
  const mayGo = await session.release(list.rows);
  const open = await ports.identities.lookUp(new Set(clientsOf(mayGo)));
  return { session, mayGo, open };
}

const clientsOf = (rows: readonly OutreachRow[]) => rows.map(({ client }) => client);

const releasedLine =
  ({ list: { listId }, useCase, requester }: RowsAsked, handedOver: readonly OutreachRow[]) =>
  ({ at, requestId, withheldByReason, pseudonymsSha256 }: Closing): AuditEntry => ({
    kind: 'outreach-released',
    at,
    requestId,
    requester,
    useCase,
    listId,
    handedOver: handedOver.length,
    withheldByReason,
    pseudonymsSha256,
  });
