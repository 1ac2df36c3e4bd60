import { describe, expect, it } from 'vitest';
import { type IngestPorts, ingestDeliveries } from '../../../functions/core/ingest/ingest-deliveries.ts';
import { temporaryFolder } from '../../contract/ingest/temporary-folder.ts';
import { eventFile, eventLine, land, portsOf, terms } from './county-home.ts';

const mebibyte = 1024 * 1024;

/** The home’s ports, with one line of so many mebibytes where its file says LONG; the line is never held. */
function withLongLine(ports: IngestPorts, mebibytes: number, onChunk: () => void): IngestPorts {
  async function* read(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      const at = Buffer.from(chunk).indexOf('LONG');
      yield at < 0 ? chunk : chunk.subarray(0, at);
      if (at < 0) continue;
      for (let count = 0; count < mebibytes; count += 1) {
        onChunk();
        yield Buffer.alloc(mebibyte, 'x');
      }
      yield chunk.subarray(at);
    }
  }
  const source = ports.deliveries;
  return {
    ...ports,
    deliveries: {
      deliveries: () => source.deliveries(),
      files: (delivery) => source.files(delivery),
      strayFiles: () => source.strayFiles(),
      location: (file) => source.location(file),
      remove: (file) => source.remove(file),
      read: (file) => read(source.read(file)),
    },
  };
}

describe('a line of 128 MiB', () => {
  it('is passed over in a few MiB of memory, its neighbours taken in', async () => {
    const home = temporaryFolder();
    land(home, { 'd1/delivery.json': terms });
    land(home, { 'd1/service-events.csv': eventFile(eventLine('e1'), 'LONG', eventLine('e3')) });
    const held: number[] = [];
    const ports = withLongLine(portsOf(home), 128, () => held.push(process.memoryUsage().arrayBuffers));
    const { files } = await ingestDeliveries(ports);
    expect(files).toMatchObject([{ delivered: 3, accepted: 2, rules: { 'line-too-long': 1 } }]);
    expect(Math.max(...held) - held[0]!).toBeLessThan(100 * mebibyte);
  });
});
