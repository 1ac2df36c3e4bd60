import { cpSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ingestDeliveries } from '../../../functions/core/ingest/ingest-deliveries.ts';
import { temporaryFolder } from '../../contract/ingest/temporary-folder.ts';
import { eventFile, eventLine, land, madeIn, portsOf, terms } from './county-home.ts';
import { DyingPorts, Killed } from './dying-ports.ts';
import { clientHeader, landing, undisturbed } from './two-deliveries.ts';

/** Small enough to be killed at every call in seconds: identities, duplicates, rejects, two publications. */
const { 'd1/service-events.csv': _, ...smallLanding } = {
  ...landing,
  'd2/service-events.csv': landing['d1/service-events.csv'],
};

const person = (identifier: string) =>
  `${identifier},2020-01-01,1940-05-05,female,sv,905,population-register,2024-01-01,Öhman`;

/** Two people who turn out to be one: a row of theirs is one too many, and another is turned away no more. */
const apart = {
  'd1/delivery.json': terms,
  'd1/clients.csv': [clientHeader, person('local:a:1'), person('local:a:2')].join('\n'),
  'd1/service-events.csv': eventFile(eventLine('e1', { clientIdentifier: 'local:a:1' })),
  'd2/delivery.json': terms,
  'd2/service-events.csv': eventFile(
    eventLine('e1', { clientIdentifier: 'local:a:2', startedOn: '2024-01-09' }),
  ),
};
const told = {
  'd3/delivery.json': terms,
  'd3/former-identifiers.csv':
    'clientIdentifier,formerIdentifier,dataSource,recordedOn\nlocal:a:2,local:a:1,population-register,2024-03-01\n',
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

  it('that makes two people one, stopped at any call and started again, ends in the same bytes', async () => {
    const before = temporaryFolder();
    land(before, apart);
    await ingestDeliveries(portsOf(before));
    land(before, told);
    const whole = copyOf(before);
    await ingestDeliveries(portsOf(whole));
    const expected = madeIn(whole);
    let deaths = 0;
    for (let calls = 0; ; calls += 1) {
      const home = copyOf(before);
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

function copyOf(whole: string): string {
  const home = temporaryFolder();
  cpSync(whole, home, { recursive: true });
  return home;
}
