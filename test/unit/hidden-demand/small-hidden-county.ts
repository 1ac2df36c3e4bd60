import { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import type { HiddenDemandRow } from '../../../data-contracts/schemas/hidden-demand.ts';
import type { HiddenDemandRequest } from '../../../data-contracts/schemas/hidden-demand-list.ts';
import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import type { Purpose } from '../../../data-contracts/schemas/purpose.ts';
import type { HiddenDemandPorts } from '../../../functions/core/hidden-demand/request-hidden-demand.ts';
import type { LedgerEvent } from '../../../functions/core/ports/consent-ledger.ts';
import { wordHiddenReason, wordNamedReason } from '../../../wording/word-reason.ts';
import { clientOf, smallCounty, statute } from '../cohort/small-county.ts';
import { ledgerOf } from '../release/ledger-of.ts';

/** Somebody with clear signs and one feature that speaks for them. */
export const hiddenRow = (client: string, changes: Partial<HiddenDemandRow> = {}): HiddenDemandRow => ({
  client,
  landmark_on: '2025-05-01',
  age_years: 82.4,
  municipality: '905',
  service_language: 'fi',
  sources_used: 'population-register,primary-care',
  signs: 0.31,
  signs_certainty: 'clear',
  need: 0.1,
  contact_share: 0.4,
  contacts_certainty: null,
  contributions: JSON.stringify({
    has_memory_disorder_24: 0.9,
    falls_24: 0.8,
    lives_alone: 0.3,
    cost_cents_12: 0.05,
    age_years: -0.4,
  }),
  feature_values: JSON.stringify({ has_memory_disorder_24: 0, falls_24: 2, lives_alone: 1, age_years: 82.4 }),
  ...changes,
});

/** Two hundred found in four municipalities, the strongest first; every fifth by few contacts alone. */
export const found: readonly HiddenDemandRow[] = Array.from({ length: 200 }, (_, place) =>
  hiddenRow(clientOf(place), {
    municipality: ['905', '399', '545', '020'][place % 4]!,
    service_language: place % 3 === 0 ? 'sv' : 'fi',
    ...(place % 5 === 4
      ? { signs_certainty: null, contacts_certainty: 'uncertain' as const, contact_share: 0.02, need: 0.5 }
      : { signs: 0.6 - place * 0.002 }),
  }),
);

export const confirmed = (purpose: Purpose): LegalBasis[] =>
  DataSource.options.map((source) => ({ ...statute(purpose, source), confirmed: true }));
const allConfirmed = (['planning', 'statistics', 'profiling', 'hidden-demand'] as const).flatMap(confirmed);

/** Ports in memory; by place, what people have said; and what was read of whom. */
export function smallHiddenCounty(
  changes: Partial<HiddenDemandPorts> = {},
  said: ReadonlyMap<number, LedgerEvent[]> = new Map(),
) {
  const county = smallCounty();
  const { scores: _, ...ports } = county.ports;
  const read: string[] = [];
  const hiddenPorts: HiddenDemandPorts = {
    ...ports,
    legalBases: allConfirmed,
    wordReason: wordNamedReason,
    wordHiddenReason,
    consentLedger: ledgerOf(
      (client) => said.get(found.findIndex((row) => row.client === client)) ?? [],
      found.map(({ client }) => client),
    ),
    originOf: async () => 'simulated',
    hiddenDemand: async () => ({
      describe: async () => ({
        origin: 'simulated',
        landmarkOn: '2025-05-01',
        version: 'found-1',
        withheldFromFinding: {},
      }),
      found: async () => {
        read.push('everybody found');
        return found.map((row) => ({
          client: row.client,
          municipality: row.municipality,
          ageYears: row.age_years,
          serviceLanguage: row.service_language,
          sourcesUsed: row.sources_used,
          strength: {
            'signs-without-diagnosis': row.signs_certainty && row.signs,
            'few-contacts': row.contacts_certainty && row.need,
          },
        }));
      },
      explained: async (clients) => {
        read.push(...clients);
        return clients.map((client) => found.find((row) => row.client === client));
      },
    }),
    ...changes,
  };
  return { ports: hiddenPorts, audited: county.audited, read };
}

export const question = (changes: Partial<HiddenDemandRequest> = {}): HiddenDemandRequest => ({
  programme: 'older-people',
  reason: 'signs-without-diagnosis',
  size: 10,
  requester: { id: 'w-17', role: 'planner', unit: 'unit-4' },
  language: 'fi',
  reasonsShown: 3,
  ...changes,
});
