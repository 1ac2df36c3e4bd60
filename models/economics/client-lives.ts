import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { drawsFor } from '../risk/random-draws.ts';
import type { ClientAhead } from './client-benefit.ts';
import { monthWeights, type TimeFrame } from './course-value.ts';
import { daysPerMonth } from './expected-heavy-cost.ts';
import type { ParameterDraws } from './parameter-draws.ts';
import { heavyServiceIds, parameterId, type UncertainIntervention } from './uncertain-intervention.ts';
import { ratioByMonth } from './waning-ratio.ts';

/** Chances that an offer makes one client's own life cheaper, or their time at home shorter, than without it. */
export interface ClientChances {
  readonly costsFall: number;
  readonly homeMonthsFall: number;
  /** Mean of all costs over these lives, cents, with the offer minus without. */
  readonly totalCents: number;
}

/** One draw of the parameters and of luck, ready for any client. */
interface DrawnLife {
  readonly outcome: Float64Array;
  readonly death: Float64Array;
  /** Discounted, from the beginning to each month's end, with the intervention: of a yearly cent, of a hospital cent, and charged. */
  readonly perYearlyCent: Float64Array;
  readonly perHospitalCent: Float64Array;
  readonly chargedCents: Float64Array;
  readonly fixedCents: number;
  readonly heavyCentsPerMonth: number;
  readonly uptakeShare: number;
  /** Cumulated rates at which heavy service and death come, and the stay in months. */
  readonly toHeavy: number;
  readonly toDeath: number;
  readonly stayMonths: number;
}

/** Costs that differ by less than a cent are the same. */
const noCents = 1;
const noMonths = 1e-9;
/** A stream that no parameter has. */
const luckStream = 1_000_003;

/**
 * A client's life with an intervention beside the same life without: the same luck, at rates multiplied by its ratios. Heavy
 * service and death come when their cumulated rates reach what luck has drawn (unit exponential), and a stay in heavy service is
 * as long in both. Nothing can show how the two lives of one person hang together; with the same luck a ratio below 1 only ever
 * delays. Who declines lives as without, so no chance is above the uptake.
 */
export class ClientLives {
  readonly #lives: readonly DrawnLife[];
  readonly #plain: Float64Array;
  readonly #frame: Omit<TimeFrame, 'meanStayDays'>;

  constructor(
    intervention: UncertainIntervention,
    drawn: ParameterDraws,
    draws: number,
    frame: Omit<TimeFrame, 'meanStayDays'>,
    months: number,
    seed: number,
  ) {
    this.#frame = frame;
    this.#plain = cumulated(homeMonths(frame), () => 1);
    const luck = drawsFor(seed, luckStream);
    this.#lives = Array.from({ length: draws }, (_, draw) =>
      drawnLife(
        intervention,
        (id) => drawn[id]![draw]!,
        frame,
        months,
        () => -Math.log1p(-uniformFloat64(luck)),
      ),
    );
  }

  chancesOf({ rates, cost }: ClientAhead): ClientChances {
    const chances = { costsFall: 0, homeMonthsFall: 0, totalCents: 0 };
    const yearly = cost.allCents;
    for (const life of this.#lives) {
      const without = this.#course(rates, life, undefined);
      const taken = this.#course(rates, life, life);
      const costWithout = (yearly * upTo(this.#plain, without.home)) / 12 + without.heavyCents;
      const costTaken =
        life.fixedCents +
        upTo(life.chargedCents, taken.home) +
        yearly * upTo(life.perYearlyCent, taken.home) +
        cost.hospitalCents * upTo(life.perHospitalCent, taken.home) +
        taken.heavyCents;
      const share = life.uptakeShare / this.#lives.length;
      if (costTaken < costWithout - noCents) chances.costsFall += share;
      if (taken.home < without.home - noMonths) chances.homeMonthsFall += share;
      chances.totalCents += share * (costTaken - costWithout);
    }
    return chances;
  }

  /** Months at home until heavy service, death or the horizon, and what heavy service costs by then. */
  #course(
    rates: ClientAhead['rates'],
    { toHeavy, toDeath, stayMonths, heavyCentsPerMonth }: DrawnLife,
    ratios: Pick<DrawnLife, 'outcome' | 'death'> | undefined,
  ): { home: number; heavyCents: number } {
    const { horizonMonths } = this.#frame;
    const starts = reached(rates.outcome, ratios?.outcome, toHeavy, horizonMonths);
    const dies = reached(rates.death, ratios?.death, toDeath, horizonMonths);
    if (starts >= Math.min(dies, horizonMonths))
      return { home: Math.min(dies, horizonMonths), heavyCents: 0 };
    const ends = Math.min(starts + stayMonths, horizonMonths);
    const heavyMonths = upTo(this.#plain, ends) - upTo(this.#plain, starts);
    return { home: starts, heavyCents: heavyCentsPerMonth * heavyMonths };
  }
}

/** When a cumulated rate reaches a threshold, evenly within its month; Infinity: not by the horizon. */
function reached(rates: Float64Array, ratios: Float64Array | undefined, threshold: number, horizon: number) {
  let left = threshold;
  for (let month = 0; month < horizon; month++) {
    const rate = rates[month]! * (ratios ? ratios[month]! : 1);
    if (rate >= left) return month + (rate === 0 ? 1 : left / rate);
    left -= rate;
  }
  return Number.POSITIVE_INFINITY;
}

/** A cumulated sum at a time between two ends of months. */
function upTo(sums: Float64Array, time: number): number {
  const month = Math.floor(time);
  if (month >= sums.length - 1) return sums[sums.length - 1]!;
  return sums[month]! + (time - month) * (sums[month + 1]! - sums[month]!);
}

/** Sums of months from the beginning: one more than months. */
function cumulated(months: Float64Array, weight: (month: number) => number): Float64Array {
  const sums = new Float64Array(months.length + 1);
  for (let month = 0; month < months.length; month++)
    sums[month + 1] = sums[month]! + months[month]! * weight(month);
  return sums;
}

/** What each month is worth, discounted, of somebody at home throughout. */
function homeMonths(frame: Omit<TimeFrame, 'meanStayDays'>): Float64Array {
  const { perBeginning, perEnd } = monthWeights({ ...frame, meanStayDays: 1 });
  return perBeginning.map((weight, month) => weight + perEnd[month]!);
}

function drawnLife(
  intervention: UncertainIntervention,
  read: (id: string) => number,
  frame: Omit<TimeFrame, 'meanStayDays'>,
  months: number,
  exponential: () => number,
): DrawnLife {
  const ratio = (kind: 'outcome' | 'death' | 'hospital' | 'totalCost') => {
    const effect = intervention[kind];
    const own = effect && {
      ratio: read(parameterId(intervention, kind)),
      halvesInMonths: effect.halvesInMonths,
    };
    return ratioByMonth(months, own);
  };
  const whole = homeMonths(frame);
  const ofAll = ratio('totalCost');
  const ofHospital = intervention.totalCost ? ratioByMonth(months, undefined) : ratio('hospital');
  const monthlyCents = read(parameterId(intervention, 'monthlyCents'));
  return {
    outcome: ratio('outcome'),
    death: ratio('death'),
    perYearlyCent: cumulated(whole, (month) => ofAll[month]! / 12),
    perHospitalCent: cumulated(whole, (month) => ((ofHospital[month]! - 1) * ofAll[month]!) / 12),
    chargedCents: cumulated(
      whole,
      (month) => monthlyCents * Math.min(1, Math.max(0, intervention.monthlyMonths - month)),
    ),
    fixedCents: read(parameterId(intervention, 'fixedCents')),
    heavyCentsPerMonth: read(heavyServiceIds.centsPerDay) * daysPerMonth,
    uptakeShare: read(parameterId(intervention, 'uptakeShare')),
    toHeavy: exponential(),
    toDeath: exponential(),
    stayMonths: (exponential() * read(heavyServiceIds.meanStayDays)) / daysPerMonth,
  };
}
