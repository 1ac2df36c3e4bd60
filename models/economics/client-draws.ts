import type { ClientAhead } from './client-benefit.ts';
import type { UncertainEffect } from './course-profile.ts';
import { monthWeights, type TimeFrame } from './course-value.ts';
import {
  type ClientWay,
  type CourseWorth,
  emptyWay,
  runClient,
  worthInCents,
  worthInHomeMonths,
  worthOfWay,
} from './course-worth.ts';
import type { ParameterDraws } from './parameter-draws.ts';
import { heavyServiceIds, parameterId, type UncertainIntervention } from './uncertain-intervention.ts';
import { ratioByMonth } from './waning-ratio.ts';

/** What one draw of the parameters says of an intervention, ready for any client. */
interface OfferDraw {
  readonly outcome: Float64Array;
  readonly death: Float64Array;
  readonly takenCents: CourseWorth;
  readonly withoutCents: CourseWorth;
  readonly fixedCents: number;
  readonly uptakeShare: number;
}

/**
 * An offer's change for single clients, draw by draw: as `groupBenefit` of a group of one, but with all that the
 * clients share worked out once, so that a list of a thousand clients takes a second.
 */
export class ClientDraws {
  readonly #draws: readonly OfferDraw[];
  readonly #home: CourseWorth;
  readonly #without: ClientWay;
  readonly #taken: ClientWay;

  constructor(
    intervention: UncertainIntervention,
    drawn: ParameterDraws,
    draws: number,
    frame: Omit<TimeFrame, 'meanStayDays'>,
    months: number,
  ) {
    this.#home = worthInHomeMonths(monthWeights({ ...frame, meanStayDays: 1 }));
    this.#without = emptyWay(frame.horizonMonths);
    this.#taken = emptyWay(frame.horizonMonths);
    this.#draws = Array.from({ length: draws }, (_, draw) =>
      offerDraw(intervention, (id) => drawn[id]![draw]!, frame, months),
    );
  }

  /** All costs, cents, and months at home, with the offer minus without, in each draw. */
  changeOf(client: ClientAhead): { readonly totalCents: Float64Array; readonly homeMonths: Float64Array } {
    const totalCents = new Float64Array(this.#draws.length);
    const homeMonths = new Float64Array(this.#draws.length);
    const [without, taken] = [this.#without, this.#taken];
    runClient(without, client, undefined, undefined);
    const homeWithout = worthOfWay(without, client.cost, this.#home);
    this.#draws.forEach((draw, at) => {
      const { outcome, death, uptakeShare, fixedCents } = draw;
      runClient(taken, client, outcome, death);
      const takenCents = fixedCents - worthOfWay(taken, client.cost, draw.takenCents);
      const withoutCents = -worthOfWay(without, client.cost, draw.withoutCents);
      totalCents[at] = uptakeShare * (takenCents - withoutCents);
      homeMonths[at] = uptakeShare * (worthOfWay(taken, client.cost, this.#home) - homeWithout);
    });
    return { totalCents, homeMonths };
  }
}

function offerDraw(
  intervention: UncertainIntervention,
  read: (id: string) => number,
  frame: Omit<TimeFrame, 'meanStayDays'>,
  months: number,
): OfferDraw {
  const ratio = (kind: 'outcome' | 'death' | 'hospital' | 'totalCost') => {
    const effect: UncertainEffect | undefined = intervention[kind];
    return ratioByMonth(
      months,
      effect && { ratio: read(parameterId(intervention, kind)), halvesInMonths: effect.halvesInMonths },
    );
  };
  const ones = new Float64Array(months).fill(1);
  const weights = monthWeights({ ...frame, meanStayDays: read(heavyServiceIds.meanStayDays) });
  const shared = { heavyCentsPerDay: read(heavyServiceIds.centsPerDay), homeMonthCents: 0 };
  const untouched = { totalCostRatio: ones, hospitalRatio: ones, monthlyCents: 0, monthlyMonths: 0 };
  return {
    outcome: ratio('outcome'),
    death: ratio('death'),
    withoutCents: worthInCents(weights, { ...shared, ...untouched }),
    takenCents: worthInCents(weights, {
      ...shared,
      totalCostRatio: ratio('totalCost'),
      hospitalRatio: intervention.totalCost ? ones : ratio('hospital'),
      monthlyCents: read(parameterId(intervention, 'monthlyCents')),
      monthlyMonths: intervention.monthlyMonths,
    }),
    fixedCents: read(parameterId(intervention, 'fixedCents')),
    uptakeShare: read(parameterId(intervention, 'uptakeShare')),
  };
}
