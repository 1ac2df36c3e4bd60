import { describe, expect, it } from 'vitest';
import { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import { firstPurposes, type Purpose } from '../../../data-contracts/schemas/purpose.ts';
import { Role } from '../../../data-contracts/schemas/requester.ts';
import { oneMonthAfter } from '../../../functions/core/rights/one-month-after.ts';
import { openRequests } from '../../../functions/core/rights/open-requests.ts';
import { clientOf } from '../cohort/small-county.ts';
import { smallTeam } from '../outreach/small-team.ts';

const officer = { id: 'dpo-1', role: 'data-protection-officer', unit: 'data-protection' } as const;

type Kind = 'erasure-request' | 'erasure-request-lifted' | 'restriction' | 'restriction-lifted' | 'objection';

interface Told {
  readonly coveredSource?: 'all' | 'rai';
  readonly purpose?: Purpose | 'all';
  readonly isContested?: boolean;
  readonly toldOn?: string;
}

function rig() {
  const { ports, audited } = smallTeam();
  let told = 0;
  const tell = (
    person: number,
    kind: Kind,
    on: string,
    { coveredSource = 'all', purpose = 'all', isContested = false, toldOn = on }: Told = {},
  ) => {
    told += 1;
    const effectiveAt = `${on}T21:30:00Z`;
    const notice = {
      client: clientOf(person),
      consentEventId: `e-${told}`,
      kind,
      purpose,
      coveredSource,
      channel: 'letter',
      recordedBy: 'dpo-1',
      effectiveAt,
      ...(isContested && { awaits: 'rectification' as const }),
    } as const;
    return ports.records.record(notice, `${toldOn}T21:30:00Z`);
  };
  return { ports, audited, tell };
}

describe('a month by the calendar', () => {
  it.each([
    ['2025-01-15', '2025-02-15'],
    ['2025-01-31', '2025-02-28'],
    ['2024-01-31', '2024-02-29'],
    ['2025-12-31', '2026-01-31'],
    ['2025-03-30', '2025-04-30'],
  ])('after %s is %s', (day, due) => {
    expect(oneMonthAfter(day)).toBe(due);
  });
});

describe('requests that are open', () => {
  it('are erasures not carried out and what is contested and not lifted, the first due first, by the day in Finland', async () => {
    const { ports, tell } = rig();
    await tell(1, 'restriction', '2024-11-20', { coveredSource: 'rai', isContested: true });
    await tell(2, 'erasure-request', '2024-10-30');
    await tell(3, 'objection', '2024-10-01');
    const open = await openRequests(ports, officer);
    expect(open).toEqual([
      {
        client: clientOf(2),
        kind: 'erasure',
        source: 'all',
        receivedOn: '2024-10-30',
        dueOn: '2024-11-30',
        isOverdue: '2024-11-30' < ports.clock.now().slice(0, 10),
      },
      expect.objectContaining({
        client: clientOf(1),
        kind: 'rectification',
        source: 'rai',
        receivedOn: '2024-11-20',
        dueOn: '2024-12-20',
      }),
    ]);
  });

  it('are not restrictions that somebody wants for their own sake, which hold and await nothing', async () => {
    const { ports, tell } = rig();
    await tell(1, 'restriction', '2024-06-01');
    expect(await openRequests(ports, officer)).toEqual([]);
  });

  it('are told for every source at once where all are contested at once, and one by one after one is settled', async () => {
    const { ports, tell } = rig();
    await tell(1, 'restriction', '2024-06-01', { isContested: true });
    expect(await openRequests(ports, officer)).toMatchObject([{ source: 'all' }]);
    await tell(1, 'restriction-lifted', '2024-06-05', { coveredSource: 'rai' });
    const open = (await openRequests(ports, officer)).map(({ source }) => source);
    expect(open).toEqual(DataSource.options.filter((source) => source !== 'rai').sort());
  });

  it('are an erasure asked for purpose by purpose before there was a later one, and not one of a single purpose', async () => {
    const { ports, tell } = rig();
    for (const purpose of firstPurposes) await tell(1, 'erasure-request', '2024-06-01', { purpose });
    await tell(2, 'erasure-request', '2024-06-01', { purpose: 'planning' });
    expect(await openRequests(ports, officer)).toMatchObject([{ client: clientOf(1), kind: 'erasure' }]);
  });

  it('are due a month from when they were told, though they were to hold from later on', async () => {
    const { ports, tell } = rig();
    await tell(1, 'erasure-request', '2024-06-10', { toldOn: '2024-06-01' });
    expect(await openRequests(ports, officer)).toMatchObject([{ receivedOn: '2024-06-02' }]);
  });

  it('count from the first time that it was asked, since it was last taken back', async () => {
    const { ports, tell } = rig();
    await tell(1, 'erasure-request', '2024-06-01');
    await tell(1, 'erasure-request-lifted', '2024-06-05');
    await tell(1, 'erasure-request', '2024-07-04');
    await tell(1, 'erasure-request', '2024-07-20');
    expect(await openRequests(ports, officer)).toMatchObject([{ receivedOn: '2024-07-05' }]);
  });

  it('are none of who has taken it back, whose source is put right, or who has been erased', async () => {
    const { ports, tell } = rig();
    await tell(1, 'erasure-request', '2024-06-01');
    await tell(1, 'erasure-request-lifted', '2024-06-05');
    await tell(2, 'restriction', '2024-06-01', { coveredSource: 'rai', isContested: true });
    await tell(2, 'restriction-lifted', '2024-06-09', { coveredSource: 'rai' });
    await tell(3, 'erasure-request', '2024-06-01');
    const erased = { tables: {}, identities: 1, clientMonths: 3, scores: 1, listRows: 0 };
    await ports.erasures.record({
      client: clientOf(3),
      at: '2024-06-02T09:00:00Z',
      orderedBy: 'd-1',
      erased,
      files: [],
      said: [],
    });
    expect(await openRequests(ports, officer)).toEqual([]);
  });

  it.each(Role.options)('are told to %s as the matrix says, and each try is in the log', async (role) => {
    const { ports, audited } = rig();
    const asked = openRequests(ports, { id: 'x', role, unit: 'unit-4', represents: clientOf(1) });
    const may = role === 'data-protection-officer';
    if (may) await asked;
    else await expect(asked).rejects.toMatchObject({ code: 'access-refused' });
    expect(audited).toMatchObject([
      { kind: 'access', useCase: 'list-rights-requests', outcome: may ? 'allowed' : 'refused' },
    ]);
  });
});
