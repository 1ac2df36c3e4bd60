import { expect, it } from 'vitest';
import { clientMonthsOf, type Lake } from '../../contract/sql/lake.ts';
import { olderPeopleStudy } from '../../contract/sql/random-lake.ts';
import golden from './one-client.json' with { type: 'json' };

it('client-months.sql gives the client-month that was worked out by hand', async () => {
  const study = {
    ...olderPeopleStudy,
    landmarks: [golden.landmarkOn],
    followUpEndsOn: golden.followUpEndsOn,
  };
  expect(await clientMonthsOf(golden.lake as unknown as Lake, study)).toEqual([golden.expected]);
});
