import type { OutreachList } from '../../../data-contracts/schemas/outreach-list.ts';

/** A list of some people for a team, as it is kept, with all of them in its lots. */
export const listOf = (clients: readonly string[]): OutreachList => ({
  listId: `000001-${'a'.repeat(32)}`,
  number: 1,
  madeAt: '2026-01-01T00:00:00Z',
  madeBy: { id: 'p', role: 'planner', unit: 'p' },
  unit: 'unit-4',
  programme: 'older-people',
  origin: 'simulated',
  modelVersion: 'm',
  landmarkOn: '2026-01-01',
  horizonMonths: 12,
  rows: clients.map((client, place) => ({
    row: place + 1,
    client,
    sourcesUsed: 'rai',
    serviceLanguage: 'fi',
    intervention: null,
    reasons: [],
    changeable: [],
  })),
  lots: clients.map((client) => ({ lot: 1, client, intervention: null })),
});
