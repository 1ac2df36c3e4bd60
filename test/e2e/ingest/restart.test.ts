import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingestDeliveries } from '../../../functions/core/ingest/ingest-deliveries.ts';
import { temporaryFolder } from '../../contract/ingest/temporary-folder.ts';
import { land, madeIn, portsOf, terms } from './county-home.ts';
import { landing, undisturbed } from './two-deliveries.ts';

describe('ingest', () => {
  it('does not mind what a killed writing left half done', async () => {
    const expected = await undisturbed();
    const home = temporaryFolder();
    land(home, landing);
    const streamed = Object.keys(expected).filter((path) => !path.endsWith('.digest'));
    const halves = streamed.flatMap((path) =>
      path.startsWith('vault') ? [path, `${path}.part`, `${path}.all`] : [path, `${path}.part`],
    );
    for (const path of [...halves, 'work/ingest/left.csv']) {
      if (path.startsWith('tables/current.json')) continue;
      mkdirSync(dirname(join(home, path)), { recursive: true });
      writeFileSync(join(home, path), 'half');
    }
    await ingestDeliveries(portsOf(home));
    expect(madeIn(home)).toEqual(expected);
  });

  it('changes nothing when everything is there already, byte for byte', async () => {
    const home = temporaryFolder();
    land(home, landing);
    await ingestDeliveries(portsOf(home));
    const before = madeIn(home);
    land(home, { 'd2/service-events.again.csv': landing['d2/service-events.csv'] });
    const { files } = await ingestDeliveries(portsOf(home));
    expect(files.map(({ state }) => state)).toEqual(Array(4).fill('seen-before'));
    expect(madeIn(home)).toEqual(before);
  });

  it('gives the same lake whichever delivery came first', async () => {
    const home = temporaryFolder();
    const [first, later] = [/^d2/, /^d1/].map((name) =>
      Object.fromEntries(Object.entries(landing).filter(([path]) => name.test(path))),
    );
    for (const files of [first!, later!]) {
      land(home, files);
      await ingestDeliveries(portsOf(home));
    }
    expect(madeIn(home)).toEqual(await undisturbed());
  });

  it('publishes what the lake covers and whose it is', async () => {
    const home = temporaryFolder();
    land(home, landing);
    const { publication } = await ingestDeliveries(portsOf(home));
    expect(publication).toMatchObject({
      origin: 'simulated',
      summary: { coversFrom: '2020-01-01', coversTo: '2024-12-31' },
    });
    expect(publication?.files.map(({ name }) => name.split('/')[0])).toEqual([
      'clients',
      'service-events',
      'service-events',
    ]);
  });

  it('covers what a delivery says after it was put right, its rows as they were', async () => {
    const home = temporaryFolder();
    land(home, { ...landing, 'd1/delivery.json': { ...terms, coversFrom: '2021-01-01' } });
    const before = await ingestDeliveries(portsOf(home));
    land(home, landing);
    const after = await ingestDeliveries(portsOf(home));
    expect(before.publication?.summary.coversFrom).toBe('2020-01-01');
    expect(after.files.every(({ state }) => state === 'seen-before')).toBe(true);
    expect(after.publication?.files).toEqual(before.publication?.files);
    expect(after.publication?.fingerprint).not.toBe(before.publication?.fingerprint);
  });
});
