import type { KeptParts } from '../ports/kept-parts.ts';
import type { Checkpoints } from '../ports/risk-network.ts';

/**
 * The finished parts of a training, as files of numbers (little-endian).
 * @param folder named after all that decides their content, so that a part found there is the same part
 */
export function trainingCheckpoints(kept: KeptParts, folder: string): Checkpoints {
  const fileOf = (part: string) => `${folder}/${part}.f32`;
  return {
    read: async (part) => {
      const content = await kept.read(fileOf(part));
      if (!content || content.byteLength % 4 !== 0) return undefined;
      const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
      return Float32Array.from({ length: content.byteLength / 4 }, (_, at) => view.getFloat32(at * 4, true));
    },
    write: (part, numbers) => {
      const content = new DataView(new ArrayBuffer(numbers.length * 4));
      numbers.forEach((number, at) => {
        content.setFloat32(at * 4, number, true);
      });
      return kept.write(fileOf(part), new Uint8Array(content.buffer));
    },
  };
}
