import { describe, expect, it } from 'vitest';
import { ObjectPublicationStore } from '../../functions/adapters/objects/object-publication-store.ts';
import { keysUnder } from '../../functions/adapters/objects/object-store.ts';
import { openS3, patience } from '../../functions/adapters/s3/s3-client.ts';
import { S3Objects } from '../../functions/adapters/s3/s3-objects.ts';
import { temporaryFolder } from '../contract/ingest/temporary-folder.ts';
import { countyJobs, land, madeBy, madeWithoutFaults, untilDone } from '../e2e/faults/county-jobs.ts';
import { faultyWay, type WayFault } from './faulty-way.ts';
import { endpoint, motoS3, newBucket } from './moto.ts';

/** A bucket as it is, and on a faulty way; a time-out is short, so that the test is. */
async function open(faults: readonly WayFault[], every: number) {
  const bucket = await newBucket();
  const way = await faultyWay(endpoint!, faults, every);
  const requestHandler = { ...patience.requestHandler, requestTimeout: 700 };
  const client = openS3({ endpoint: way.url, requestHandler });
  return {
    way,
    sound: new S3Objects({ client: motoS3(), bucket }),
    faulty: new S3Objects({ client, bucket }),
  };
}

describe.skipIf(!endpoint)('S3 on a faulty way', () => {
  it('holds the bytes of a run without faults, whatever goes wrong on the way', async () => {
    const kinds = ['throttled', 'answer-lost', 'cut-before', 'body-halved', 'no-answer'] as const;
    const { way, sound, faulty } = await open(kinds, 6);
    await land(sound);
    const jobs = countyJobs(faulty, temporaryFolder());
    expect(await untilDone(() => jobs.ingest(), 5)).toBe(0);
    expect(await untilDone(() => jobs.build(), 5)).toBe(0);
    for (const kind of kinds) expect(way.met[kind], kind).toBeGreaterThan(1);
    expect(await madeBy(sound)).toEqual(await madeWithoutFaults(temporaryFolder()));
  }, 300_000);

  it('holds them where credentials expire again and again, and the jobs are asked for anew', async () => {
    const { way, sound, faulty } = await open(['expired'], 12);
    await land(sound);
    const jobs = countyJobs(faulty, temporaryFolder());
    const failed = await jobs.ingest().catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'credentials-expired' });
    expect(String(failed)).toMatch(/^Error: s3: \w+ in [\w-]+: ExpiredToken$/);
    for (const job of [jobs.ingest, jobs.build]) {
      const before = way.met.expired ?? 0;
      const failures = await untilDone(() => {
        way.isSound = (way.met.expired ?? 0) >= before + 3;
        return job();
      });
      expect(failures).toBeGreaterThan(0);
      way.isSound = false;
    }
    expect(await madeBy(sound)).toEqual(await madeWithoutFaults(temporaryFolder()));
  }, 300_000);

  it('knows its own writing again where the answer to it was lost', async () => {
    const { way, sound, faulty } = await open(['answer-lost'], 2);
    for (let at = 0; at < 12; at += 1)
      expect(await faulty.putIfAbsent(`once/${at}`, Buffer.from(String(at)))).toBe(true);
    expect(way.met['answer-lost']).toBeGreaterThan(5);
    expect(await sound.putIfAbsent('once/0', Buffer.from('0'))).toBe(false);
    const { version } = (await sound.get('once/3'))!;
    expect(await faulty.putIfMatch('once/3', Buffer.from('x'), version)).toBe(true);
    expect(await faulty.putIfMatch('once/3', Buffer.from('y'), version)).toBe(false);
    const store = new ObjectPublicationStore(faulty);
    await store.write('station', 'r1', 'a', Buffer.from('a'));
    const draft = {
      station: 'station',
      run: 'r1',
      fingerprint: 'f',
      origin: 'simulated' as const,
      summary: {},
    };
    await store.publish({ ...draft, fileNames: ['a'] }, undefined);
    expect(await keysUnder(sound, 'station/')).toEqual(['station/current.json', 'station/r1/a']);
  }, 120_000);

  it('reads on where a body ends before its end, of the same object as it was', async () => {
    const { way, sound, faulty } = await open(['body-halved'], 2);
    const content = Buffer.from(Uint8Array.from({ length: 4_000_000 }, (_, at) => at % 253));
    await sound.put('large', content);
    await faulty.entries('');
    for (let time = 0; time < 3; time += 1)
      expect(Buffer.from((await faulty.get('large'))!.content).equals(content)).toBe(true);
    expect(way.met['body-halved']).toBeGreaterThan(1);
  }, 120_000);
});
