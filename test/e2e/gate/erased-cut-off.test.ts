import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectPublicationStore } from '../../../functions/adapters/objects/object-publication-store.ts';
import { LakeSummary } from '../../../functions/core/ingest/lake-manifest.ts';
import { clearErased } from '../../../functions/core/rights/clear-erased.ts';
import { untilDone } from '../faults/county-jobs.ts';
import { injuredObjects } from '../faults/injured-objects.ts';
import { portsOf } from '../ingest/county-home.ts';
import { clearingPorts, copyOf, homeToClear, programme, published } from './home-to-clear.ts';

const whole = mkdtempSync(join(tmpdir(), 'ennakko-cut-off-'));
let gone: ReadonlySet<string>;
beforeAll(async () => {
  gone = await homeToClear(whole);
});
afterAll(() => rmSync(whole, { recursive: true }));

describe('an erasure', () => {
  it('takes one person out and leaves the other’s as it was, every row accounted for', async () => {
    const home = copyOf(whole);
    await clearErased(clearingPorts(home), gone);
    const lake = await portsOf(home).publications.current('tables');
    const { files } = LakeSummary.parse(lake!.summary);
    expect(
      files.map(({ delivered, accepted, quarantined, erased }) => [delivered, accepted, quarantined, erased]),
    ).toEqual([
      [2, 1, 0, 1],
      [4, 1, 1, 2],
      [1, 1, 0, undefined],
    ]);
    const months = await portsOf(home).publications.current(`client-months/${programme}`);
    expect(months!.summary).toMatchObject({ rows: 1, landmarks: [{ rows: 1 }] });
    expect((await portsOf(home).publications.current(`scores/${programme}`))!.summary).toEqual({
      clients: 1,
    });
    expect((await portsOf(home).publications.current(`models/${programme}`))!.summary).toEqual({
      isOlderThanErasure: true,
    });
  });

  it('cut off where what it replaced is removed, and told again, leaves nothing of the person', async () => {
    const home = copyOf(whole);
    await clearErased(clearingPorts(home), gone);
    const expected = published(home);
    const again = copyOf(whole);
    const stations = ['tables', 'client-months', 'scores', 'hidden-demand'];
    const injuries = stations.map(
      (station) => ({ call: 'remove', key: new RegExp(`^${station}/`), how: 'before' }) as const,
    );
    const { injured, left } = injuredObjects(new FolderObjects(again), injuries);
    const ports = { ...clearingPorts(again), publications: new ObjectPublicationStore(injured) };
    expect(await untilDone(() => clearErased(ports, gone))).toBe(stations.length);
    expect(left).toEqual([]);
    expect(published(again)).toEqual(expected);
  });
});
