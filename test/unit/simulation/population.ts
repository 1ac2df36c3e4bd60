import { PopulationTables } from '../../../runner/simulation/population-tables.ts';

/** One for all tests of a worker: what holds of everybody takes seconds to compute. */
export const population = new PopulationTables();
