import { describe, expect, it } from 'vitest';
import { ingestDeliveries } from '../../../functions/core/ingest/ingest-deliveries.ts';
import { temporaryFolder } from '../../contract/ingest/temporary-folder.ts';
import { land, madeIn, portsOf } from './county-home.ts';
import { DyingPorts, Killed } from './dying-ports.ts';
import { landing, undisturbed } from './two-deliveries.ts';

/** Small enough to be killed at every call in seconds: identities, duplicates, rejects, two publications. */
const { 'd1/service-events.csv': _, ...smallLanding } = {
  ...landing,
  'd2/service-events.csv': landing['d1/service-events.csv'],
};

describe('ingest', () => {
  it('stopped at any call of any port and started again, ends in the same bytes', async () => {
    const expected = await undisturbed(smallLanding);
    let deaths = 0;
    for (let calls = 0; ; calls += 1) {
      const home = temporaryFolder();
      land(home, smallLanding);
      const dying = new DyingPorts(portsOf(home), calls);
      const end = await ingestDeliveries(dying.ports).catch((error: unknown) => error);
      if (!(end instanceof Killed)) break;
      deaths += 1;
      await ingestDeliveries(portsOf(home));
      expect(madeIn(home), `killed at call ${calls}`).toEqual(expected);
      await dying.bury();
    }
    expect(deaths).toBeGreaterThan(40);
  });
});
