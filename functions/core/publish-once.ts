import { createHash } from 'node:crypto';
import type { DataOrigin } from '../../data-contracts/schemas/delivery.ts';
import type { Publication, PublicationStore } from './ports/publication-store.ts';

/** What decides a station's output, besides its code. */
export interface StationRun {
  readonly station: string;
  /** Raised whenever the station's code would give other bytes from the same input. */
  readonly version: string;
  readonly inputs: readonly Publication[];
  readonly parameters: unknown;
  readonly origin: DataOrigin;
}

export interface MadeRun {
  readonly fileNames: readonly string[];
  readonly summary: Record<string, unknown>;
}

/**
 * Publishes a station's run unless one of the same fingerprint is current already. `make` writes the files
 * of the run it is given; stopped at any instant, the next call makes the same run again.
 * @param run the folder of its files; the fingerprint's own unless told
 */
export async function publishOnce(
  store: PublicationStore,
  station: StationRun,
  make: (run: string) => Promise<MadeRun>,
  run = runOf(station),
): Promise<{ publication: Publication; wasReused: boolean }> {
  const fingerprint = fingerprintOf(station);
  const current = await store.current(station.station);
  if (current?.fingerprint === fingerprint) {
    await store.removeUnnamed(current);
    return { publication: current, wasReused: true };
  }
  const made = await make(run);
  const publication = await store.publish(
    { station: station.station, run, fingerprint, origin: station.origin, ...made },
    current,
  );
  return { publication, wasReused: false };
}

/** The folder of a station's run. */
export const runOf = (station: StationRun) => fingerprintOf(station).slice(0, 16);

function fingerprintOf({ station, version, inputs, parameters, origin }: StationRun): string {
  const parts = { station, version, inputs: inputs.map((input) => input.fingerprint), parameters, origin };
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
