import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { retention } from '../../../data-contracts/catalogues/index.ts';
import { type IngestPorts, ingestDeliveries } from '../../../functions/core/ingest/ingest-deliveries.ts';
import { temporaryFolder } from '../../contract/ingest/temporary-folder.ts';
import { treeHash } from '../killed/tree-hash.ts';
import { eventFile, eventLine, land, madeIn, portsOf, terms } from './county-home.ts';
import { DyingPorts, Killed } from './dying-ports.ts';

const landing = {
  'd1/delivery.json': terms,
  'd1/service-events.csv': eventFile(eventLine('e1'), eventLine('bad id'), eventLine('e2')),
  'd1/service-events.more.csv': eventFile(eventLine('e3')),
  'd2/delivery.json': { ...terms, coversTo: '2025-12-31' },
  'd2/service-events.csv': eventFile(eventLine('e4')),
  'd2/service-events.broken.parquet': 'PAR1 no more',
  'd2/notes.txt': 'of no table',
};

const on = (home: string, day: string, landingDays: number | null = 90): IngestPorts => ({
  ...portsOf(home),
  retention: async () => ({ ...retention, landingDays }),
  clock: { now: () => `${day}T12:00:00Z` },
});

const lying = (home: string, delivery: string) =>
  existsSync(join(home, 'landing', delivery)) ? readdirSync(join(home, 'landing', delivery)).sort() : [];

const countyOn = async (day: string) => {
  const home = temporaryFolder();
  land(home, landing);
  await ingestDeliveries(on(home, day));
  return home;
};

describe('a delivered file', () => {
  it('lies in landing until the day on which the county keeps it no longer, and its rows stay', async () => {
    const home = await countyOn('2026-03-01');
    const before = madeIn(home);
    expect((await ingestDeliveries(on(home, '2026-05-29'))).removedFiles).toEqual([]);
    const { removedFiles, publication } = await ingestDeliveries(on(home, '2026-05-30'));
    expect(removedFiles).toEqual([
      { delivery: 'd1', name: 'service-events.csv' },
      { delivery: 'd1', name: 'service-events.more.csv' },
      { delivery: 'd2', name: 'service-events.csv' },
    ]);
    expect(lying(home, 'd1')).toEqual([]);
    expect(madeIn(home)).toEqual(before);
    expect(publication?.files).toHaveLength(4);
    const later = await ingestDeliveries(on(home, '2026-07-01'));
    expect([later.removedFiles, madeIn(home)]).toEqual([[], before]);
  });

  it('stays where it could not be read or belongs to no table, and what its delivery says with it', async () => {
    const home = await countyOn('2026-03-01');
    await ingestDeliveries(on(home, '2027-03-01'));
    expect(lying(home, 'd2')).toEqual(['delivery.json', 'notes.txt', 'service-events.broken.parquet']);
  });

  it('stays for good where the county says so', async () => {
    const home = await countyOn('2026-03-01');
    expect((await ingestDeliveries(on(home, '2036-03-01', null))).removedFiles).toEqual([]);
    expect(lying(home, 'd1')).toHaveLength(3);
  });

  it('is never removed before it is taken in, however long it has lain there', async () => {
    const home = await countyOn('2026-03-01');
    land(home, { 'd3/delivery.json': terms, 'd3/service-events.csv': eventFile(eventLine('e9')) });
    await ingestDeliveries(on(home, '2027-03-01'));
    expect(lying(home, 'd3')).toEqual(['delivery.json', 'service-events.csv']);
    const failing = {
      ...on(home, '2028-01-01', 0),
      lake: {
        takeBack: async () => 0,
        rejoin: async () => ({ changed: 0, erased: 0, turnedAway: [] }),
        statedIdentities: async () => [],
        begin: () => Promise.reject(new Error('full')),
        close: async () => {},
      },
    };
    land(home, { 'd4/delivery.json': terms, 'd4/service-events.csv': eventFile(eventLine('e10')) });
    await expect(ingestDeliveries(failing)).rejects.toThrow('full');
    expect([lying(home, 'd3'), lying(home, 'd4')].flat()).toHaveLength(4);
  });

  it('stays when another content has taken its place meanwhile', async () => {
    const home = await countyOn('2026-03-01');
    const ports = on(home, '2027-03-01');
    const fresh = eventFile(eventLine('e7'));
    const retentionOnce = async () => {
      land(home, { 'd1/service-events.csv': fresh });
      return retention;
    };
    const { removedFiles } = await ingestDeliveries({ ...ports, retention: retentionOnce });
    expect(removedFiles).not.toContainEqual({ delivery: 'd1', name: 'service-events.csv' });
    expect(readFileSync(join(home, 'landing/d1/service-events.csv'), 'utf8')).toBe(fresh);
    expect((await ingestDeliveries(on(home, '2027-03-02'))).files[0]).toMatchObject({ state: 'taken-in' });
  });

  it('delivered once more is known, and its time begins anew', async () => {
    const home = await countyOn('2026-03-01');
    await ingestDeliveries(on(home, '2026-06-01'));
    land(home, { 'd1/delivery.json': terms, 'd1/service-events.csv': landing['d1/service-events.csv'] });
    const { files, removedFiles } = await ingestDeliveries(on(home, '2026-06-02'));
    expect([files[0]!.state, removedFiles]).toEqual(['seen-before', []]);
    await ingestDeliveries(on(home, '2026-08-31'));
    expect(lying(home, 'd1')).toEqual([]);
  });

  it('is removed all the same when the removing is cut off at any call and begun again', async () => {
    const whole = await countyOn('2026-03-01');
    await ingestDeliveries(on(whole, '2026-05-30'));
    const kept = (home: string) =>
      Object.fromEntries(Object.entries(treeHash(home)).filter(([path]) => !path.startsWith('/work/')));
    let deaths = 0;
    for (let calls = 0; ; calls += 3) {
      const home = await countyOn('2026-03-01');
      const dying = new DyingPorts(on(home, '2026-05-30'), calls);
      const end = await ingestDeliveries(dying.ports).catch((error: unknown) => error);
      await dying.bury();
      if (!(end instanceof Killed)) break;
      deaths += 1;
      await ingestDeliveries(on(home, '2026-05-30'));
      expect(kept(home), `cut off at call ${calls}`).toEqual(kept(whole));
    }
    expect(deaths).toBeGreaterThan(8);
  }, 120_000);
});
