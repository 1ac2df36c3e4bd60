import { z } from 'zod';
import { NoteText, OutcomeFields } from '../../../data-contracts/schemas/outreach-list.ts';
import { vaultKeyId } from '../identity/vault-key-id.ts';
import type { Keys } from '../ports/keys.ts';
import { refuseIdentityCodes } from '../release/no-identity-codes.ts';
import { clientOfRow, ToldOfList, toldInLog } from './follow-outreach-list.ts';
import { NoteSealer } from './note-sealer.ts';
import { listFor, type OutreachPorts } from './outreach-ports.ts';

export interface NotePorts extends OutreachPorts {
  readonly keys: Pick<Keys, 'vaultKeys'>;
}

export const NoteWriting = z.object({ ...ToldOfList, row: OutcomeFields.row, text: NoteText });
export type NoteWriting = z.infer<typeof NoteWriting>;

/**
 * Keeps a note on somebody of a list, sealed. Where the vault's key was changed meanwhile, the note is sealed anew: the
 * key that it was under is destroyed.
 * @throws OutreachListNotFound, NoSuchRow, OutreachListClosed, IdentityCodeInWords
 */
export async function writeNote(ports: NotePorts, writing: NoteWriting): Promise<void> {
  const { listId, row, text, eventId, requester } = writing;
  refuseIdentityCodes({ eventId, text });
  const list = await listFor(ports, requester, 'record-outcome', listId);
  const client = clientOfRow(list, row);
  const keys = await ports.keys.vaultKeys();
  const sealed = new NoteSealer(keys).seal({ client, listId, eventId }, text);
  const [at, recordedBy] = [ports.clock.now(), requester.id];
  await ports.store.append(listId, { kind: 'note', eventId, row, sealed, at, recordedBy });
  const newest = await ports.keys.vaultKeys();
  if (vaultKeyId(newest[0]) !== vaultKeyId(keys[0])) {
    const sealer = new NoteSealer([...newest, ...keys]);
    await ports.store.resealNotes((place, note) => sealer.reseal(place, note));
  }
  await toldInLog(ports, requester, 'record-outcome', { listId, client });
}
