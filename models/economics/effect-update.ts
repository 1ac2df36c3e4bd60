import { z95 } from '../survival/confidence.ts';

/** What happened to those of one lot: equals of whom some were drawn to be offered an intervention. */
export interface LotOutcome {
  /** Outcomes, and months seen until outcome, death or the end of the data, of those offered. */
  readonly offeredEvents: number;
  readonly offeredMonths: number;
  /** Of those who lost the draw. */
  readonly othersEvents: number;
  readonly othersMonths: number;
}

/** A ratio on the log scale with its standard error. */
export interface LogRatio {
  readonly logRatio: number;
  readonly standardError: number;
}

/**
 * The ratio of rates, offered over others, by intention to treat: Mantel–Haenszel over lots, so that only equals
 * are compared. With T = T_1 + T_0 and m = a + b of a lot: R = Σ a T_0/T, S = Σ b T_1/T, ratio R/S,
 * variance of its log Σ m T_1 T_0/T² / (R S).
 *
 * @throws RangeError when a count is negative, or either side had no event in any lot
 * @source Greenland & Robins 1985, Biometrics 41:55, eq. 13
 */
export function offeredRateRatio(lots: readonly LotOutcome[]): LogRatio {
  let [offered, others, spread] = [0, 0, 0];
  for (const lot of lots) {
    const { offeredEvents, offeredMonths, othersEvents, othersMonths } = lot;
    if (Object.values(lot).some((value) => !(value >= 0))) {
      throw new RangeError(`lot: expected counts and months ≥ 0, got ${JSON.stringify(lot)}`);
    }
    const months = offeredMonths + othersMonths;
    if (months === 0) continue;
    offered += (offeredEvents * othersMonths) / months;
    others += (othersEvents * offeredMonths) / months;
    spread += ((offeredEvents + othersEvents) * offeredMonths * othersMonths) / (months * months);
  }
  if (!(offered > 0 && others > 0)) {
    throw new RangeError('lots: expected an event among those offered and among the others, got none');
  }
  return {
    logRatio: Math.log(offered / others),
    standardError: Math.sqrt(spread / (offered * others)),
  };
}

/**
 * The ratio among those who take an offer up, from the ratio among those offered: 1 − (1 − r)/u, the others of
 * the offered being as if not offered; its error by the delta method.
 *
 * @throws RangeError when the uptake is not in (0, 1], or so low that no ratio above 0 explains the effect
 * @source Cuzick, Edwards & Segnan 1997, Stat Med 16:1017 (effect in those who comply)
 */
export function takersRateRatio({ logRatio, standardError }: LogRatio, uptakeShare: number): LogRatio {
  if (!(uptakeShare > 0 && uptakeShare <= 1)) {
    throw new RangeError(`uptakeShare: expected above 0 to 1, got ${uptakeShare}`);
  }
  const ratio = Math.exp(logRatio);
  const takers = 1 - (1 - ratio) / uptakeShare;
  if (!(takers > 0)) throw new RangeError(`uptakeShare: expected above ${1 - ratio}, got ${uptakeShare}`);
  return {
    logRatio: Math.log(takers),
    standardError: (standardError * ratio) / (uptakeShare * takers),
  };
}

/** A log ratio as a catalogue keeps it. */
export const ratioWithInterval = ({ logRatio, standardError }: LogRatio) => ({
  ratio: Math.exp(logRatio),
  lower95: Math.exp(logRatio - z95 * standardError),
  upper95: Math.exp(logRatio + z95 * standardError),
});

/** A catalogue's ratio and interval as a log ratio. */
export const logRatioOf = ({ ratio, lower95, upper95 }: ReturnType<typeof ratioWithInterval>): LogRatio => ({
  logRatio: Math.log(ratio),
  standardError: Math.log(upper95 / lower95) / 3.919928,
});
