import { randomBytes } from 'node:crypto';
import type { OutreachListRequest } from '../../../data-contracts/schemas/outreach-list.ts';
import { IdentityRegister } from '../../../functions/core/identity/identity-register.ts';
import { IdentitySealer } from '../../../functions/core/identity/sealed-identity.ts';
import { makeOutreachList } from '../../../functions/core/outreach/make-outreach-list.ts';
import type { ConsentRecords } from '../../../functions/core/ports/consent-records.ts';
import type { VaultKeys } from '../../../functions/core/ports/keys.ts';
import { MemoryConsentRecords } from '../../contract/consent-ledger/memory-consent-records.ts';
import { MemoryErasureRecords } from '../../contract/erasure/memory-erasure-records.ts';
import { MemoryOutreachStore } from '../../contract/outreach/memory-outreach-store.ts';
import { clientOf, scores, smallCounty, statute, statutesFor } from '../cohort/small-county.ts';

export const planner = { id: 'p-1', role: 'planner', unit: 'planning' } as const;
export const worker = { id: 'w-1', role: 'prevention-worker', unit: 'unit-4' } as const;

const legalBases = [...statutesFor('outreach'), statute('outreach', 'rai')];

export const vaultKey = new Uint8Array(32).fill(9);
const sealed = scores.map(({ client }, place) => ({
  line: place + 2,
  pseudonym: client,
  sealed: new IdentitySealer([vaultKey]).seal(client, {
    clientIdentifier: `local:test:${place}`,
    validFrom: '2020-01-01',
    familyName: place === 2 ? '=HYPERLINK("x")' : `Family${place}`,
    givenNames: `Given${place}`,
    telephone: `000-${place}`,
  }),
}));

/** A county of forty with everything that outreach stands on, in memory. The first thirty are unit-4's clients. */
export function smallTeam() {
  const county = smallCounty();
  const records: ConsentRecords = new MemoryConsentRecords();
  const lookedUp: string[] = [];
  const keys = {
    vaultKeys: async (): Promise<VaultKeys> => vaultKeys,
    pseudonymKey: async () => vaultKey,
    answersKey: async () => vaultKey,
  };
  let vaultKeys: VaultKeys = [vaultKey];
  let minute = 0;
  const clock = { now: () => new Date(Date.UTC(2025, 5, 1, 9, minute)).toISOString() };
  const ports = {
    ...county.ports,
    legalBases,
    consentLedger: records,
    records,
    erasures: new MemoryErasureRecords(),
    units: { unitsOn: async () => ['unit-4', 'unit-5'] },
    relationships: {
      relationshipsOf: async (clients: readonly string[]) =>
        new Map(
          clients.map((client) => {
            const place = scores.findIndex((score) => score.client === client);
            const days = { startedOn: '2024-01-01', recordedOn: '2024-01-01' };
            return [
              client,
              place < 30
                ? [
                    { unit: 'unit-4', ...days },
                    { unit: 'unit-5', ...days },
                  ]
                : [],
            ];
          }),
        ),
    },
    store: new MemoryOutreachStore(),
    clock,
    newId: () => randomBytes(16).toString('hex'),
    isIntervention: (id: string) => id === 'home-rehabilitation',
    interventionName: (id: string, language: string) => `${id} (${language})`,
    wordReason: ({ group }: { group: string }, language: string) => `${group} (${language})`,
    keys,
    unitName: async (unit: string, language: string) => `${unit} (${language})`,
    wordFirstCall: (
      { unit, intervention }: { unit: string; intervention: string | undefined },
      language: string,
    ) => `${unit}, ${intervention} (${language})`,
    identities: new IdentityRegister(
      {
        async *find(pseudonyms) {
          lookedUp.push(...pseudonyms);
          yield* sealed.filter(({ pseudonym }) => pseudonyms.has(pseudonym));
        },
      },
      keys,
    ),
  };
  let told = 0;
  return {
    ports,
    audited: county.audited,
    lookedUp,
    /** The vault gets another key; the others are retired until told. */
    changeKeys: (...newest: VaultKeys) => {
      vaultKeys = newest;
    },
    wait: (minutes: number) => {
      minute += minutes;
    },
    /** Somebody, by place, objects to outreach; it holds at once. */
    object: (place: number) => {
      told += 1;
      const said = {
        kind: 'objection',
        purpose: 'outreach',
        coveredSource: 'all',
        channel: 'telephone',
      } as const;
      const notice = { client: clientOf(place), consentEventId: `o-${told}`, recordedBy: 'w-1', ...said };
      return records.record(notice, clock.now());
    },
    /** Makes a list of the people at these places and gives its id. */
    make: async (places: readonly number[], more: Partial<OutreachListRequest> = {}) => {
      const made = await makeOutreachList(ports, listRequest(places, more));
      if (made.status !== 'made') throw new Error(made.status);
      return made;
    },
  };
}

export const listRequest = (
  places: readonly number[],
  more: Partial<OutreachListRequest> = {},
): OutreachListRequest => ({
  programme: 'older-people',
  horizonMonths: 12,
  unit: 'unit-4',
  clients: places.map((place) => ({ client: clientOf(place), intervention: 'home-rehabilitation' })),
  lots: [],
  quietDays: 180,
  reasonsShown: 2,
  requester: planner,
  ...more,
});

export const rowNames = (rows: readonly { familyName: string | undefined }[]) =>
  rows.map(({ familyName }) => familyName);

export async function allOf<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}
