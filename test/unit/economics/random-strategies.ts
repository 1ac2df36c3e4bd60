import fc from 'fast-check';
import type { StrategyDraws } from '../../../models/economics/strategy-draws.ts';

/** Small whole numbers, so that equals, ties and collinear strategies are common; some below 0. */
const roughNumber = fc.integer({ min: -6, max: 6 });
/** Numbers as money and effects are written, to four decimals. */
const fineNumber = fc.integer({ min: -1e9, max: 1e9 }).map((own) => own / 1e4);

/** 1 to 9 strategies. */
export const randomStrategies = fc
  .oneof(
    fc.array(fc.tuple(roughNumber, roughNumber), { minLength: 1, maxLength: 9 }),
    fc.array(fc.tuple(fineNumber, fineNumber), { minLength: 1, maxLength: 9 }),
  )
  .map((pairs) => pairs.map(([cost, effect], at) => ({ strategy: `s${at}`, cost, effect })));

/** 1 to 5 strategies in 1 to 12 draws. */
export const randomDraws = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 12 }), fc.boolean())
  .chain(([strategies, draws, isRough]) => {
    const cells = strategies * draws;
    const numbers = fc.array(isRough ? roughNumber : fineNumber, { minLength: cells, maxLength: cells });
    return fc.tuple(numbers, numbers).map(
      ([cost, effect]): StrategyDraws => ({
        strategies: Array.from({ length: strategies }, (_, at) => `s${at}`),
        draws,
        cost: Float64Array.from(cost),
        effect: Float64Array.from(effect),
      }),
    );
  });
