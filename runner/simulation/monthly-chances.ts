import { type AgeCurve, dynamics, firstAgeYears } from './assumptions.ts';
import { careLevel, hiddenNeedFactor, isUndiagnosed, type LifeState, type Sex } from './life-state.ts';

/** What may happen to somebody in a month; `mayBecome` in `month-of-life.ts` says where each leads. */
export const happenings = [
  'hospitalStay',
  'settles',
  'dies',
  'frailer',
  'stronger',
  'memoryWorsens',
  'memoryDiagnosed',
  'becomesAlone',
  'gainsCarer',
  'losesCarer',
  'careUp',
  'straightToRegular',
  'careDown',
  'entersCare',
] as const;
export type Happening = (typeof happenings)[number];
export type MonthlyChances = Record<Happening, number>;

const halfYearsBefore65 = 2 * 65 + 1;
const { hospitalStay, death, frailty, memory, diagnosis, household, carer, care } = dynamics;

/** The value of an age curve, log-linear between knots and constant outside. */
export function atAge({ ageYears, value }: AgeCurve, age: number): number {
  const next = ageYears.findIndex((knot) => knot > age);
  if (next === 0) return value[0]!;
  if (next === -1) return value[value.length - 1]!;
  const share = (age - ageYears[next - 1]!) / (ageYears[next]! - ageYears[next - 1]!);
  return Math.exp((1 - share) * Math.log(value[next - 1]!) + share * Math.log(value[next]!));
}

const knownValues = new Map<AgeCurve, Map<number, number>>();

/** `atAge`, remembered: the ages of the monthly chances are few. */
function atKnownAge(curve: AgeCurve, age: number): number {
  let known = knownValues.get(curve);
  if (known === undefined) {
    known = new Map();
    knownValues.set(curve, known);
  }
  let value = known.get(age);
  if (value === undefined) {
    value = atAge(curve, age);
    known.set(age, value);
  }
  return value;
}

/**
 * The chances of one month from a state, the one function that both the simulation and the true risks use.
 * A month goes through stages in the order of `stages` in `month-of-life.ts`, and each stage sees what the
 * earlier ones have changed. Chances of one stage add up to at most 1. Nobody dies before 65: the county is
 * of people who reach that age.
 * @param ageHalfYears completed half-years, counted from January or July of birth to January or July now
 * @returns probabilities; 0 where the happening is impossible in the state
 */
export function monthlyChances(sex: Sex, ageHalfYears: number, state: LifeState): MonthlyChances {
  const age = Math.max(ageHalfYears / 2, firstAgeYears);
  const [hospitalStayChance, settles] = competing(stayRate(age, state), state.recentStay * settleRate);
  const [dies] = competing(ageHalfYears < halfYearsBefore65 ? 0 : deathRate(sex, age, state));
  const [frailer, stronger] = competing(frailerRate(age, state), strongerRate(state));
  const [memoryWorsens] = competing(memoryRate(age, state));
  const [memoryDiagnosed] = competing(diagnosisRate(state));
  const [becomesAlone] = competing(aloneRate(sex, age, state));
  const [gainsCarer, losesCarer] = competing(...carerRates(age, state));
  const [careUp, straightToRegular, careDown, entersCare] = competing(...careRates(age, state));
  return {
    hospitalStay: hospitalStayChance!,
    settles: settles!,
    dies: dies!,
    frailer: frailer!,
    stronger: stronger!,
    memoryWorsens: memoryWorsens!,
    memoryDiagnosed: memoryDiagnosed!,
    becomesAlone: becomesAlone!,
    gainsCarer: gainsCarer!,
    losesCarer: losesCarer!,
    careUp: careUp!,
    straightToRegular: straightToRegular!,
    careDown: careDown!,
    entersCare: entersCare!,
  };
}

const settleRate = -Math.log(1 - hospitalStay.settlesPerMonth);
const isInCare = (state: LifeState) => state.care === careLevel.roundTheClock;

/** Probabilities within a month of competing constant rates a month. */
function competing(...ratesPerMonth: number[]): number[] {
  let total = 0;
  for (const rate of ratesPerMonth) total += rate;
  const scale = total === 0 ? 0 : -Math.expm1(-total) / total;
  for (let at = 0; at < ratesPerMonth.length; at++) ratesPerMonth[at]! *= scale;
  return ratesPerMonth;
}

function stayRate(age: number, state: LifeState): number {
  return (
    (atKnownAge(hospitalStay.perYear, age) / 12) *
    hospitalStay.factorBySusceptibility[state.susceptibility]! *
    hospitalStay.factorByFrailty[state.frailty]! *
    hospitalStay.factorByMemory[state.memory]! *
    (state.recentStay ? hospitalStay.factorAfterRecentStay : 1) *
    hiddenNeedFactor(state, hospitalStay.factorHiddenNeed) *
    (isInCare(state) ? hospitalStay.factorInCare : 1)
  );
}

function deathRate(sex: Sex, age: number, state: LifeState): number {
  return (
    (atKnownAge(death.perYear, age) / 12) *
    death.factorBySex[sex] *
    death.factorBySusceptibility[state.susceptibility]! *
    death.factorByFrailty[state.frailty]! *
    death.factorByMemory[state.memory]! *
    (state.recentStay ? death.factorAfterRecentStay : 1) *
    (isInCare(state) ? death.factorInCare : 1)
  );
}

function frailerRate(age: number, state: LifeState): number {
  return (
    atKnownAge(frailty.frailerPerMonth, age) *
    frailty.factorByFrailty[state.frailty]! *
    frailty.factorBySusceptibility[state.susceptibility]! *
    frailty.factorByMemory[state.memory]! *
    (state.recentStay ? frailty.factorAfterRecentStay : 1)
  );
}

const strongerRate = (state: LifeState) =>
  isInCare(state) ? 0 : frailty.strongerPerMonthByFrailty[state.frailty]!;

function memoryRate(age: number, state: LifeState): number {
  if (state.memory === 0) {
    return (
      (atKnownAge(memory.beginsPerYear, age) / 12) * memory.factorBySusceptibility[state.susceptibility]!
    );
  }
  return memory.worsensPerMonth[state.memory - 1] ?? 0;
}

/** Whoever lies in hospital is examined, also those who would not have come for it. */
function diagnosisRate(state: LifeState): number {
  if (!isUndiagnosed(state)) return 0;
  return (
    diagnosis.perMonthByStage[state.memory]! *
    (state.livesAlone ? diagnosis.factorAlone : 1) *
    (state.hasCarer ? diagnosis.factorWithCarer : 1) *
    (state.recentStay ? diagnosis.factorAfterRecentStay : state.avoids ? diagnosis.factorAvoiding : 1)
  );
}

const aloneRate = (sex: Sex, age: number, state: LifeState) =>
  state.livesAlone ? 0 : atKnownAge(household.becomesAlonePerYear[sex], age) / 12;

/** Rates of gaining and of losing an informal carer. */
function carerRates(age: number, state: LifeState): [number, number] {
  if (isInCare(state)) return [0, 0];
  if (state.hasCarer)
    return [0, atKnownAge(carer.endsPerMonth, age) * carer.factorEndsByMemory[state.memory]!];
  if (state.frailty < 2 && state.memory === 0) return [0, 0];
  return [carer.beginsPerMonth[state.livesAlone]! * carer.factorByMemory[state.memory]!, 0];
}

/** Rates of care going up a level, straight to regular, down a level, and of 24-hour care. */
function careRates(age: number, state: LifeState): [number, number, number, number] {
  if (isInCare(state)) return [0, 0, 0, 0];
  const up = careUpRate(age, state);
  return [
    up * (care.factorUpByLevel[state.care] ?? 0),
    state.care === careLevel.none && state.frailty > 0 ? up * care.factorStraightToRegular : 0,
    state.care === careLevel.none ? 0 : care.downPerMonthByFrailty[state.frailty]!,
    enterRate(age, state),
  ];
}

function careUpRate(age: number, state: LifeState): number {
  return (
    atKnownAge(care.upPerMonth, age) *
    care.factorUpByFrailty[state.frailty]! *
    care.factorUpByMemory[state.memory]! *
    (isUndiagnosed(state) ? care.factorUpUndiagnosed : 1) *
    (state.avoids ? care.factorUpAvoiding : 1) *
    (state.livesAlone ? care.factorUpAlone : 1) *
    (state.hasCarer ? care.factorUpWithCarer : 1) *
    (state.recentStay ? care.factorUpAfterRecentStay : 1)
  );
}

function enterRate(age: number, state: LifeState): number {
  return (
    (atKnownAge(care.enterPerYear, age) / 12) *
    care.factorEnterByLevel[state.care]! *
    care.factorEnterByFrailty[state.frailty]! *
    care.factorEnterByMemory[state.memory]! *
    hiddenNeedFactor(state, care.factorEnterHiddenNeed) *
    (state.livesAlone ? care.factorEnterAlone : 1) *
    (state.hasCarer ? care.factorEnterWithCarer : 1) *
    (state.recentStay ? care.factorEnterAfterRecentStay : 1)
  );
}
