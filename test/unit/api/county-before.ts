import { clientOf } from '../cohort/small-county.ts';
import { type smallApis, usualRequester } from './small-apis.ts';

type Apis = Pick<Awaited<ReturnType<typeof smallApis>>, 'ports'>;

const erased = {
  tables: { assessments: 1 },
  identities: 1,
  clientMonths: 0,
  scores: 1,
  listRows: 0,
} as const;
const said = { kind: 'erasure-request', purpose: 'all', coveredSource: 'all', channel: 'letter' } as const;

/** Recorded of the first row of a list by a slip of the hand. */
const mistaken = {
  kind: 'outcome',
  eventId: 'api-00000000000000000000000000000abc',
  row: 1,
  outcome: 'reached',
} as const;

/** Makes what an operation’s example must find: what can be undone, a request for erasure in force or carried out. */
export async function makeWhatIsAsked(operation: string, { ports }: Apis): Promise<void> {
  const [client, at, requester] = [clientOf(0), ports.clock.now(), usualRequester['rights-api']];
  if (operation === 'requestErasure')
    await ports.records.record({ client, consentEventId: 'e-1', recordedBy: requester.id, ...said }, at);
  if (operation === 'undoRecording')
    for (const { listId } of await ports.store.lists())
      await ports.store.append(listId, { ...mistaken, at, recordedBy: 'w-1' });
  if (operation !== 'readErasureDocument') return;
  await ports.erasures.record({ client, at, orderedBy: requester.id, erased, files: [], said: [] });
  await ports.audit.append([{ kind: 'person-erased', at, requestId: 'r-1', requester, client, erased }]);
}
