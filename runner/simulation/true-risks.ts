import { isoDay, monthStart, periodMonths } from './calendar.ts';
import { ageHalfYearsIn, type Life } from './life.ts';
import { careLevel } from './life-state.ts';
import type { PopulationTables, RiskOutcome } from './population-tables.ts';

const firstLandmarkMonth = 12;

/** Outcome and years of the risks, in the order of the columns. */
const outcomes: readonly (readonly [RiskOutcome, number])[] = [
  ['entersCare', 1],
  ['entersCare', 3],
  ['hospitalStay', 1],
  ['hospitalStay', 2],
];

/**
 * Rows of `truth/true-risk.parquet`, for evaluation only; grain: one row per client and landmark.
 * The exact risks of a client at each 1 January and 1 July from 2019 to 2026 while alive, in the county, 65
 * or older and not in 24-hour care: `risk_…` of the start of 24-hour care, `admission_risk_…` of a hospital
 * stay, death competing and nobody moving. Beside them what is true at the landmark and what hides it: need
 * (`frailty` 0 … 4, `memory_stage` 0 … 3), care in truth (`care_level` 0 none … 3 intensive home care), whether
 * services fail to reach the person (`avoids`), and whether a memory disorder has a diagnosis by then
 * (`is_memory_diagnosed`) or at any time of the period (`is_memory_ever_diagnosed`).
 */
export function trueRiskRows(life: Life, tables: PopulationTables, put: (line: string) => void): void {
  for (let month = firstLandmarkMonth; month <= periodMonths; month += 6) {
    const index = month - life.firstMonth;
    if (index < 0 || index >= life.states.length || life.endDay < monthStart(month)) continue;
    const state = life.states[index]!;
    if (state.care === careLevel.roundTheClock || !isAtLeast65(life.bornDay, month)) continue;
    const age = ageHalfYearsIn(life.birthHalfYear, month);
    const number = life.stateNumbers[index]!;
    const risks = outcomes.map(([outcome, years]) => tables.risk(life.sex, age, outcome, 2 * years, number));
    const landmark = isoDay(monthStart(month));
    const need = `${state.frailty},${state.memory},${state.care}`;
    const hidden = `${state.avoids},${state.isDiagnosed},${life.states.at(-1)!.isDiagnosed}`;
    put(`${life.identityCode},${landmark},${need},${hidden},${risks.join(',')}\n`);
  }
}

function isAtLeast65(bornDay: number, month: number): boolean {
  const born = new Date(bornDay * 86_400_000);
  const landmark = new Date(monthStart(month) * 86_400_000);
  born.setUTCFullYear(born.getUTCFullYear() + 65);
  return born <= landmark;
}
