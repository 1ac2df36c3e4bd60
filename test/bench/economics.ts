/**
 * `npm run bench:economics`: each case in a process of its own, with its seconds by the clock and of
 * processors (which other work on the machine moves less) and its largest resident set.
 * Comparison of 10,000 draws × 100 strategies; allocation of 1,300,000 clients × 8 interventions, of unequal and
 * of many equal clients, with and without floors; and the fast allocation beside HiGHS on 20,000 variables.
 */
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { highsProgrammeSolver } from '../../functions/adapters/highs/highs-programme-solver.ts';
import { acceptabilityCurves, usualWillingnessToPay } from '../../models/economics/acceptability.ts';
import { allocate } from '../../models/economics/allocate.ts';
import { allocateExactly } from '../../models/economics/allocate-exactly.ts';
import { incrementalAnalysis } from '../../models/economics/incremental-analysis.ts';
import { type StrategyDraws, strategyMeans } from '../../models/economics/strategy-draws.ts';
import { partialInformation } from '../../models/economics/value-of-partial-information.ts';
import { drawsFor, normalDraw } from '../../models/risk/random-draws.ts';
import { type RandomAllocation, randomAllocation } from '../unit/economics/random-allocation.ts';

const county = { clients: 1_300_000, interventions: 8, seed: 5 };
const cases: Record<string, () => void | Promise<void>> = {
  'comparison, 10,000 draws × 100 strategies × 41': compareStrategies,
  'county, no two clients equal': () => allocateCounty(county),
  'county, seven floors': () => allocateCounty({ ...county, flooredGroups: 7 }),
  'county, many equals': () => allocateCounty({ ...county, hasEquals: true }),
  'county, many equals, seven floors': () => allocateCounty({ ...county, hasEquals: true, flooredGroups: 7 }),
  '20,000 variables beside HiGHS': besideHighs,
};

function timed<T>(what: string, work: () => T): T {
  const [startedAt, used] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(used);
  const seconds = (performance.now() - startedAt) / 1000;
  const shown = [seconds, (user + system) / 1e6].map((own) => own.toFixed(2).padStart(7));
  console.log(`  ${what.padEnd(36)} ${shown[0]} s, of processors ${shown[1]} s`);
  return result;
}

function compareStrategies(): void {
  const drawn = strategyDraws(10_000, 100);
  timed('incremental table of means', () =>
    incrementalAnalysis(
      strategyMeans(drawn).map(({ strategy, cost, effect }) => ({
        strategy,
        cost: cost.mean,
        effect: effect.mean,
      })),
    ),
  );
  timed('acceptability, frontier, loss, EVPI', () => acceptabilityCurves(drawn, usualWillingnessToPay));
  const x = Float64Array.from({ length: drawn.draws }, (_, draw) => drawn.cost[draw * 100]!);
  timed('EVPPI of one parameter', () => partialInformation(drawn, { x }, usualWillingnessToPay));
}

function strategyDraws(draws: number, strategies: number): StrategyDraws {
  const random = drawsFor(1, 1);
  const means = Array.from({ length: strategies }, () => uniformFloat64(random) * 40_000);
  const values = (mean: (own: number) => number, deviation: number) =>
    Float64Array.from(
      { length: draws * strategies },
      (_, cell) => mean(means[cell % strategies]!) + deviation * normalDraw(random),
    );
  return {
    strategies: means.map((_, at) => `s${at}`),
    draws,
    cost: values((own) => own, 3000),
    effect: values((own) => Math.sqrt(own / 40_000), 0.1),
  };
}

function allocateCounty(wanted: RandomAllocation): void {
  const problem = randomAllocation(wanted);
  const { gapShare, served, isDrawnByLot } = timed('allocation', () => allocate(problem));
  const byLot = isDrawnByLot.reduce((sum, own) => sum + own, 0);
  console.log(
    `  gap to the linear bound ${(gapShare * 100).toFixed(5)} %, ${served} served, ${byLot} in lots`,
  );
}

async function besideHighs(): Promise<void> {
  const solve = await highsProgrammeSolver(600);
  for (const seed of [1, 2, 3]) {
    const problem = randomAllocation({ clients: 2500, interventions: 8, seed });
    const fast = timed(`fast, seed ${seed}`, () => allocate(problem));
    const exact = timed(`HiGHS, seed ${seed}`, () => allocateExactly(problem, solve));
    const lost = (1 - fast.totalBenefit / exact.totalBenefit) * 100;
    console.log(
      `  below the optimum ${lost.toFixed(5)} %, gap as reported ${(fast.gapShare * 100).toFixed(5)} %`,
    );
  }
}

const chosen = process.argv[2];
if (chosen === undefined) {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`);
  for (const name of Object.keys(cases)) {
    const words = [...process.execArgv, import.meta.filename, name];
    console.log(`${name}\n${execFileSync(process.execPath, words, { encoding: 'utf8' }).trimEnd()}`);
  }
} else {
  await cases[chosen]!();
  console.log(`  largest resident set ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}
