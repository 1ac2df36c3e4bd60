import { type FittedMember, type FittedRiskModel, RiskModel } from './risk-model.ts';

/** A model as files: what it is in JSON, its numbers in bytes (32-bit floats, little-endian). */
export interface Artefact {
  readonly description: Readonly<Record<string, unknown>>;
  readonly weights: Uint8Array;
}

const format = 'ennakko-risk-network/5';

/** A file that is no model of ours, or not whole. */
export class UnreadableArtefact extends Error {
  readonly code = 'unreadable-artefact';
}

/** Where in the weights some numbers are, in numbers. */
interface Place {
  readonly start: number;
  readonly length: number;
}

/** The description: a fitted model with places instead of numbers. */
type StoredRiskModel = Omit<FittedRiskModel, 'members'> & {
  readonly format: string;
  readonly members: readonly (Omit<FittedMember, 'numbers'> & { readonly numbers: Place })[];
};

/** Writes a model as an artefact. The same model gives the same bytes. */
export function artefactOf({ fitted }: RiskModel): Artefact {
  const parts: Float32Array[] = [];
  let end = 0;
  const place = (numbers: Float32Array): Place => {
    parts.push(numbers);
    end += numbers.length;
    return { start: end - numbers.length, length: numbers.length };
  };
  const members = fitted.members.map((one) => ({ ...one, numbers: place(one.numbers) }));
  const weights = new Uint8Array(end * 4);
  const view = new DataView(weights.buffer);
  parts
    .flatMap((part) => [...part])
    .forEach((number, at) => {
      view.setFloat32(at * 4, number, true);
    });
  return { description: { format, ...fitted, members }, weights };
}

/**
 * Reads a model back; its predictions are equal to the bit.
 *
 * @throws UnreadableArtefact when the format is another or the weights are not whole
 */
export function restoreArtefact({ description, weights }: Artefact): RiskModel {
  if (description.format !== format) throw new UnreadableArtefact(`format: expected ${format}`);
  const { format: _, ...stored } = description as unknown as StoredRiskModel;
  const view = new DataView(weights.buffer, weights.byteOffset, weights.byteLength);
  const numbersAt = ({ start, length }: Place) => {
    if ((start + length) * 4 > weights.byteLength) {
      throw new UnreadableArtefact(
        `weights: expected ${(start + length) * 4} bytes, got ${weights.byteLength}`,
      );
    }
    return Float32Array.from({ length }, (_, at) => view.getFloat32((start + at) * 4, true));
  };
  return new RiskModel({
    ...stored,
    members: stored.members.map((one) => ({ ...one, numbers: numbersAt(one.numbers) })),
  });
}
