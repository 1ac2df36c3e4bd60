import type { PublicationStore } from '../ports/publication-store.ts';
import type { Checkpoints } from '../ports/risk-network.ts';

/**
 * Keeps the finished parts of a training in the run's own folder, where nobody sees them: publishing the run
 * removes them. A run's name is made from all that decides its content, so a part found there is the same part.
 */
export function trainingCheckpoints(
  publications: PublicationStore,
  station: string,
  run: string,
): Checkpoints {
  const fileOf = (part: string) => `checkpoints/${part}.f32`;
  return {
    read: async (part) => {
      const content = await publications.readUnpublished(station, run, fileOf(part));
      if (!content || content.byteLength % 4 !== 0) return undefined;
      const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
      return Float32Array.from({ length: content.byteLength / 4 }, (_, at) => view.getFloat32(at * 4, true));
    },
    write: (part, numbers) => {
      const content = new DataView(new ArrayBuffer(numbers.length * 4));
      numbers.forEach((number, at) => {
        content.setFloat32(at * 4, number, true);
      });
      return publications.write(station, run, fileOf(part), new Uint8Array(content.buffer));
    },
  };
}
