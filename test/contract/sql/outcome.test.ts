import { describe, expect, it } from 'vitest';
import { type ClientMonthRow, clientMonthsOf, type LakeRow } from './lake.ts';
import { olderPeopleStudy } from './random-lake.ts';

const landmarkOn = '2020-01-01';
const study = { ...olderPeopleStudy, landmarks: [landmarkOn], followUpEndsOn: '2021-01-01' };

interface Case {
  readonly client: string;
  readonly version?: Partial<LakeRow>;
  /** Further versions of the client. */
  readonly later?: Partial<LakeRow>[];
  /** Days on which 24-hour care starts. */
  readonly careStarts?: readonly string[];
  readonly care?: Partial<LakeRow>;
  /** months_to_event and event, or nothing when the client is left out. */
  readonly expected?: readonly [number, number];
}

const cases: readonly Case[] = [
  { client: 'sees the end of data', expected: [12, 0] },
  { client: 'starts on the landmark', careStarts: ['2020-01-01'], expected: [1, 1] },
  { client: 'starts on the last day of the first month', careStarts: ['2020-01-31'], expected: [1, 1] },
  { client: 'starts on the first day of the second month', careStarts: ['2020-02-01'], expected: [2, 1] },
  { client: 'starts twice', careStarts: ['2020-09-09', '2020-03-03'], expected: [3, 1] },
  { client: 'starts on the last day of data', careStarts: ['2020-12-31'], expected: [12, 1] },
  { client: 'starts after the end of data', careStarts: ['2021-01-01'], expected: [12, 0] },
  { client: 'dies', version: { died_on: '2020-04-30' }, expected: [4, 2] },
  { client: 'dies on the landmark', version: { died_on: '2020-01-01' }, expected: [1, 2] },
  { client: 'died before', version: { died_on: '2019-12-31' } },
  {
    client: 'dies in the month of the start but before it',
    version: { died_on: '2020-05-02' },
    careStarts: ['2020-05-20'],
    expected: [5, 2],
  },
  {
    client: 'dies on the day of the start',
    version: { died_on: '2020-05-20' },
    careStarts: ['2020-05-20'],
    expected: [5, 1],
  },
  {
    client: 'dies in a respite',
    version: { died_on: '2020-05-24' },
    careStarts: ['2020-05-20'],
    care: { ended_on: '2020-05-24' },
    expected: [5, 1],
  },
  {
    client: 'has a respite of 29 days',
    careStarts: ['2020-05-01'],
    care: { ended_on: '2020-05-29' },
    expected: [12, 0],
  },
  {
    client: 'has a stay of 30 days',
    careStarts: ['2020-05-01'],
    care: { ended_on: '2020-05-30' },
    expected: [5, 1],
  },
  {
    client: 'had a respite before',
    careStarts: ['2019-12-01'],
    care: { ended_on: '2019-12-07' },
    expected: [12, 0],
  },
  {
    client: 'moves on the day of the start',
    version: { moved_out_on: '2020-04-15' },
    careStarts: ['2020-04-15'],
    expected: [3, 0],
  },
  {
    client: 'dies in a month before the start',
    version: { died_on: '2020-04-30' },
    careStarts: ['2020-05-01'],
    expected: [4, 2],
  },
  { client: 'moves out', version: { moved_out_on: '2020-04-15' }, expected: [3, 0] },
  { client: 'moves out on a first', version: { moved_out_on: '2020-04-01' }, expected: [3, 0] },
  { client: 'moves out in the first month', version: { moved_out_on: '2020-01-20' } },
  { client: 'moved out before', version: { moved_out_on: '2019-12-31' } },
  {
    client: 'starts before the move in the same month',
    version: { moved_out_on: '2020-04-15' },
    careStarts: ['2020-04-14'],
    expected: [4, 1],
  },
  {
    client: 'starts after the move',
    version: { moved_out_on: '2020-04-15' },
    careStarts: ['2020-04-16'],
    expected: [3, 0],
  },
  {
    client: 'came back before',
    version: { moved_out_on: '2018-05-05' },
    later: [{ valid_from: '2018-09-09', recorded_on: '2018-09-09' }],
    expected: [12, 0],
  },
  {
    client: 'came back two days before',
    version: { moved_out_on: '2017-05-05' },
    later: [{ valid_from: '2019-12-30', recorded_on: '2019-12-30' }],
  },
  {
    client: 'came back 12 months before',
    version: { moved_out_on: '2017-05-05' },
    later: [{ valid_from: '2019-01-01', recorded_on: '2019-01-01' }],
    expected: [12, 0],
  },
  { client: 'had the outcome before', careStarts: ['2019-12-31'] },
  {
    client: 'had the outcome before but told of after',
    careStarts: ['2019-12-31'],
    care: { recorded_on: '2020-06-06' },
  },
  {
    client: 'pays for care without a contact',
    careStarts: ['2020-03-03'],
    care: { contacts: 0 },
    expected: [12, 0],
  },
  {
    client: 'is in another housing',
    careStarts: ['2020-03-03'],
    care: { service_area: '38' },
    expected: [12, 0],
  },
  { client: 'turns 65 the day after', version: { born_on: '1955-01-02' } },
  { client: 'turns 65 on the landmark', version: { born_on: '1955-01-01' }, expected: [12, 0] },
  { client: 'has 12 months of history', version: { valid_from: '2019-01-01' }, expected: [12, 0] },
  { client: 'has a day less', version: { valid_from: '2019-01-02' } },
  { client: 'is told of after', version: { recorded_on: '2020-01-01' } },
];

const firstVersion = {
  valid_from: '2017-01-01',
  recorded_on: '2019-06-01',
  born_on: '1940-05-05',
  sex: 'female',
  service_language: 'sv',
  municipality: '905',
  data_source: 'population-register',
};

const lake = {
  clients: cases.flatMap(({ client, version, later = [] }) => [
    { ...firstVersion, client, ...version },
    ...later.map((change) => ({ ...firstVersion, client, ...change })),
  ]),
  'service-events': cases.flatMap(({ client, careStarts = [], care }) =>
    careStarts.map((day, index) => ({
      client,
      event_id: `${client} ${index}`,
      started_on: day,
      ended_on: undefined,
      service_area: '32',
      data_source: 'social-care',
      recorded_on: day,
      ...care,
    })),
  ),
} as Record<string, LakeRow[]>;

let made: Promise<Map<string, ClientMonthRow>> | undefined;
const rows = () => {
  made ??= clientMonthsOf(lake, study).then((all) => new Map(all.map((row) => [row.client as string, row])));
  return made;
};

describe('what follows a landmark, for a client who', () => {
  for (const { client, expected } of cases) {
    const says = expected
      ? `${['is censored', 'has the outcome', 'dies'][expected[1]]} at ${expected[0]}`
      : 'is left out';
    it(`${client}: ${says}`, async () => {
      const row = (await rows()).get(client);
      expect(row && [row.months_to_event, row.event]).toEqual(expected && [...expected]);
    });
  }

  it('is scored: 0 months and no event, at the landmark that nothing follows', async () => {
    const scored = { ...study, landmarks: ['2020-01-01'], followUpEndsOn: '2020-01-01' };
    const all = await clientMonthsOf(lake, scored);
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter((row) => row.months_to_event !== 0 || row.event !== 0)).toEqual([]);
  });
});
