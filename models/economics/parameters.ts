import { drawsFor } from '../risk/random-draws.ts';
import { type Distribution, drawFrom, meanOf } from './distributions.ts';

/** A value that is not known for certain, by a name of its own. */
export interface Parameter {
  /** For example `home-rehabilitation.uptake`. */
  readonly id: string;
  readonly distribution: Distribution;
  /** Parameters of one stream are drawn from the same random numbers, and so rise and fall together. */
  readonly stream: string;
}

/** Values of parameters by id: one each, or one each a draw. */
export type ParameterValues = ReadonlyMap<string, number>;
export type ParameterDraws = ReadonlyMap<string, Float64Array>;

/**
 * Draws of every parameter. A stream is decided by its name and the seed alone, so that what is drawn for one
 * parameter does not depend on which others there are.
 */
export function drawParameters(
  parameters: readonly Parameter[],
  draws: number,
  seed: number,
): ParameterDraws {
  return new Map(
    parameters.map(({ id, distribution, stream }): [string, Float64Array] => [
      id,
      Float64Array.from({ length: draws }, (_, draw) =>
        drawFrom(distribution, drawsFor(seed + Math.imul(draw, 0x9e3779b1), nameHash(stream))),
      ),
    ]),
  );
}

/** Every parameter at its mean. */
export const meanParameters = (parameters: readonly Parameter[]): ParameterValues =>
  new Map(parameters.map(({ id, distribution }) => [id, meanOf(distribution)]));

/** The values of one draw. */
export const parametersOfDraw = (draws: ParameterDraws, draw: number): ParameterValues =>
  new Map([...draws].map(([id, values]) => [id, values[draw]!]));

/** A whole number of 32 bits from a name (FNV-1a). */
function nameHash(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash | 0;
}
