import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import type { HiddenDemandRule, HiddenDemandStudy } from '../../../models/hidden-demand/hidden-demand.ts';
import { drawsFor } from '../../../models/risk/random-draws.ts';

export const rule: HiddenDemandRule = {
  diagnosis: 'has_diagnosis',
  withoutPredictors: ['months_since_diagnosis'],
  needPredictors: ['age', 'falls'],
  contacts: { of: 'contacts', without: ['emergency'] },
  lowestShare: 0.05,
  peers: 100,
  timesAverage: 2,
};

export interface MadePeople extends HiddenDemandStudy {
  /** Row by row, whether somebody is ill and nobody knows, and whether they keep away though they are in need. */
  readonly isUndiagnosed: Uint8Array;
  readonly avoidsInNeed: Uint8Array;
}

/** Invented people, one row each: illness shows in age and falls; a third of the ill are undiagnosed, some avoid all contact. */
export function madePeople(people: number, seed: number): MadePeople {
  const draws = drawsFor(seed, 900);
  const chance = (share: number) => (uniformFloat64(draws) < share ? 1 : 0);
  const rows = Array.from({ length: people }, () => {
    const age = 65 + Math.floor(35 * uniformFloat64(draws));
    const isIll = chance(age > 85 ? 0.35 : 0.03);
    const isFrail = chance(age > 80 ? 0.5 : 0.1);
    const falls = chance(isIll ? 0.7 : 0.05) + chance(isFrail ? 0.5 : 0.02);
    const avoids = chance(0.04);
    const has_diagnosis = isIll * (1 - avoids) * chance(0.67);
    const has_service = isFrail * chance(0.5);
    const emergency = chance(0.3);
    const contacts = emergency + (avoids ? chance(0.1) : 2 + Math.floor(8 * uniformFloat64(draws)));
    return {
      predictors: {
        age,
        falls,
        has_diagnosis,
        months_since_diagnosis: has_diagnosis ? 12 : Number.NaN,
        has_service,
        contacts,
        emergency,
      },
      isUndiagnosed: isIll * (1 - has_diagnosis) * (1 - has_service),
      avoidsInNeed: avoids * isFrail * (1 - has_service),
    };
  });
  const names = Object.keys(rows[0]!.predictors) as (keyof (typeof rows)[0]['predictors'])[];
  return {
    predictors: {
      names,
      rows: people,
      columns: names.map((name) => Float64Array.from(rows, ({ predictors }) => predictors[name])),
    },
    person: Int32Array.from(rows.keys()),
    hasService: Uint8Array.from(rows, ({ predictors }) => predictors.has_service),
    teaches: () => true,
    isAsked: () => true,
    seed,
    isUndiagnosed: Uint8Array.from(rows, (row) => row.isUndiagnosed),
    avoidsInNeed: Uint8Array.from(rows, (row) => row.avoidsInNeed),
  };
}
