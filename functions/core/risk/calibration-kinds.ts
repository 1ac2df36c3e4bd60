import { serviceStatusRules } from '../../../data-contracts/catalogues/index.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { TrainingInput } from '../ports/risk-network.ts';

/** Where people begin to be called old by services: the age at which need of help begins to be common. */
const oldFromYears = 75;

/**
 * Kinds of people for each of whom a programme's hazards are put right: service status by age. Rules that look at what
 * the programme does not are left out; undefined where it does not know the age.
 */
export function calibrationKinds({ predictors }: Pick<Programme, 'predictors'>): TrainingInput['kinds'] {
  const known: ReadonlySet<string> = new Set(predictors);
  if (!known.has('age_years')) return undefined;
  const rules = serviceStatusRules
    .map(({ anyOf }) => ({
      anyOf: anyOf
        .filter(({ predictor }) => known.has(predictor))
        .map(({ predictor, atLeast }) => ({ predictor, atLeast })),
    }))
    .filter(({ anyOf }) => anyOf.length > 0);
  return { rules, beside: { predictor: 'age_years', atLeast: oldFromYears } };
}
