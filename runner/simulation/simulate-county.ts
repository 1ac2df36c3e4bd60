import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { writeWhole } from '../../functions/adapters/folder/write-whole.ts';
import { type Progress, silentProgress } from '../../functions/core/ports/progress.ts';
import { BirthSlots, birthSlots } from './birth-slots.ts';
import { CountyWriter, deliveryNames, type RowsPerTable } from './county-writer.ts';
import { Lives } from './life.ts';
import { PopulationTables } from './population-tables.ts';
import { StartingStates } from './starting-states.ts';
import { trueRiskRows } from './true-risks.ts';
import { writeClient } from './write-client.ts';

/** Raised whenever the same parameters would give other bytes. */
const simulationVersion = 4;
const clientsPerChunk = 25_000;
const clientsPerStep = 500;

export interface CountyOrder {
  /** 1 … 2,097,152 people who are 65 or older at some time in 2018 … 2025. */
  readonly clients: number;
  readonly seed: number;
  /** Folder in which `landing/`, `truth/` and `simulation.json` are made. */
  readonly home: string;
  readonly progress?: Progress;
  /** What holds of everybody, if somebody has it already: it takes seconds to make. */
  readonly tables?: PopulationTables;
}

export interface SimulatedCounty {
  readonly deliveries: readonly string[];
  readonly rows: RowsPerTable;
  /** The same county was there already. */
  readonly wasReused: boolean;
}

/** A county of the simulation would replace deliveries that are not its own. */
export class LandingNotSimulated extends Error {
  readonly code = 'landing-not-simulated';
}

/**
 * Simulates the county into `<home>/landing/` and its true risks into `<home>/truth/`. All is made in a work
 * folder and moved at the end, `simulation.json` last: stopped at any instant and started again, the end is
 * the same bytes; a county of the same order is reused.
 */
export async function simulateCounty(order: CountyOrder): Promise<SimulatedCounty> {
  const { clients, seed, home, progress = silentProgress } = order;
  if (!Number.isInteger(clients) || clients < 1 || clients > birthSlots) {
    throw new RangeError(`clients: expected a whole number 1 … ${birthSlots}, got ${clients}`);
  }
  const parameters = { simulationVersion, clients, seed };
  const known = earlierCounty(home, parameters);
  if (known) return { ...known, wasReused: true };
  refuseForeignDeliveries(home);
  const work = join(home, 'simulation-work');
  const writer = await CountyWriter.open(work);
  await writeClients({ ...order, progress }, writer);
  await writer.finish();
  moveIntoPlace(work, home);
  const county = { deliveries: deliveryNames, rows: writer.rows };
  const marker = `${JSON.stringify({ parameters, ...county }, null, 2)}\n`;
  await writeWhole(markerPath(home), Buffer.from(marker));
  return { ...county, wasReused: false };
}

async function writeClients(
  { clients, seed, progress, tables = new PopulationTables() }: CountyOrder & { readonly progress: Progress },
  writer: CountyWriter,
) {
  const lives = new Lives(seed, new BirthSlots(seed), tables, new StartingStates(tables));
  progress.begin('simulate', clients);
  for (let number = 0; number < clients; number++) {
    const life = lives.lifeOf(number);
    writeClient(life, seed, writer);
    trueRiskRows(life, tables, (line) => writer.putTruth(line));
    const done = number + 1;
    if (done % clientsPerChunk === 0 || done === clients) await writer.endChunk();
    if (done % clientsPerStep === 0) {
      progress.advance(clientsPerStep);
      await setImmediate();
    }
  }
  progress.advance(clients % clientsPerStep);
  progress.end();
}

const markerPath = (home: string) => join(home, 'simulation.json');
const deliveryPath = (home: string, delivery: string) => join(home, 'landing', delivery);

function earlierCounty(home: string, parameters: object): Omit<SimulatedCounty, 'wasReused'> | undefined {
  if (!existsSync(markerPath(home))) return undefined;
  const { parameters: made, ...county } = JSON.parse(readFileSync(markerPath(home), 'utf8'));
  const isSame = JSON.stringify(made) === JSON.stringify(parameters);
  const isThere = deliveryNames.every((delivery) => existsSync(deliveryPath(home, delivery)));
  return isSame && isThere ? county : undefined;
}

function refuseForeignDeliveries(home: string): void {
  for (const delivery of deliveryNames) {
    const folder = deliveryPath(home, delivery);
    if (!existsSync(folder)) continue;
    const description = join(folder, 'delivery.json');
    const origin = existsSync(description) && JSON.parse(readFileSync(description, 'utf8')).origin;
    if (origin !== 'simulated')
      throw new LandingNotSimulated(`landing/${delivery} is not simulated: not replaced`);
  }
}

/** Each folder changes by renames alone: what it replaces goes to the work folder, whole, and ends with it. */
function moveIntoPlace(work: string, home: string): void {
  rmSync(markerPath(home), { force: true });
  mkdirSync(join(home, 'landing'), { recursive: true });
  mkdirSync(join(work, 'replaced', 'landing'), { recursive: true });
  for (const folder of [...deliveryNames.map((delivery) => join('landing', delivery)), 'truth']) {
    if (existsSync(join(home, folder))) renameSync(join(home, folder), join(work, 'replaced', folder));
    renameSync(join(work, folder), join(home, folder));
  }
  rmSync(work, { recursive: true });
}
