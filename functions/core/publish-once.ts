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
  /** Whether it is worth keeping when what it was made from is published anew meanwhile, as hours of training are. */
  readonly outlivesInputs?: boolean;
}

export interface MadeRun {
  readonly fileNames: readonly string[];
  readonly summary: Record<string, unknown>;
}

/**
 * What a run was made from was published anew while it was made, as when somebody has been erased. What was made is
 * not to be used; asked again, it is made from what is there now.
 */
export class InputsChanged extends Error {
  readonly code = 'inputs-changed';
}

/**
 * Publishes a station's run unless one of the same fingerprint is current already. `make` writes the files
 * of the run it is given; stopped at any instant, the next call makes the same run again.
 *
 * An erasure clears stations in the order of the data's way: the lake, what is made from it, what is made from that.
 * So whoever publishes, and then finds what they made it from still there, publishes nobody whom an erasure has
 * passed by: it has yet to come to this station.
 * @throws InputsChanged where one of the inputs has been published anew, before this was published or just after
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
  await refuseChanged(store, station);
  const publication = await store.publish(
    { station: station.station, run, fingerprint, origin: station.origin, ...made },
    current,
  );
  await refuseChanged(store, station);
  return { publication, wasReused: false };
}

async function refuseChanged(store: PublicationStore, run: StationRun): Promise<void> {
  const { station, inputs, outlivesInputs } = run;
  if (outlivesInputs) return;
  for (const input of inputs)
    if ((await store.current(input.station))?.fingerprint !== input.fingerprint)
      throw new InputsChanged(`${station}: ${input.station} was published anew meanwhile`);
}

/** More often than anybody publishes while one thing is made. */
const mostAttempts = 5;

/** Makes and publishes anew, from the start, as long as what it is made from changes meanwhile. @throws InputsChanged */
export async function fromWhatStands<Published>(publish: () => Promise<Published>): Promise<Published> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await publish();
    } catch (error) {
      if (!(error instanceof InputsChanged) || attempt === mostAttempts) throw error;
    }
  }
}

/** The folder of a station's run. */
export const runOf = (station: StationRun) => fingerprintOf(station).slice(0, 16);

function fingerprintOf({ station, version, inputs, parameters, origin }: StationRun): string {
  const parts = { station, version, inputs: inputs.map((input) => input.fingerprint), parameters, origin };
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
