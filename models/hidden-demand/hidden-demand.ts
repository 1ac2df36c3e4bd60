import { columnsByName, type PredictorTable } from '../risk/predictor-table.ts';
import { shareWithLess } from './among-peers.ts';
import { type CrossFitted, crossFitted } from './cross-fitted.ts';

/** What is looked for, by names of predictors. */
export interface HiddenDemandRule {
  /** The diagnosis that may be missing, and by what its lack is not to be found: all that follows from having it. */
  readonly diagnosis: string;
  readonly withoutPredictors: readonly string[];
  /** By what need is known apart from any contact or service. */
  readonly needPredictors: readonly string[];
  /** Contacts that people make themselves: the first less the others. */
  readonly contacts: { readonly of: string; readonly without: readonly string[] };
  /** Contacts are few below this share of peers of like need, who are so many together. */
  readonly lowestShare: number;
  readonly peers: number;
  /** How many times the average of people without service makes a reason, of a chance and of need. */
  readonly timesAverage: number;
}

/** Client-months of some landmarks: what is learnt from and asked about. */
export interface HiddenDemandStudy {
  readonly predictors: PredictorTable;
  /** Row to person number, 0 … people − 1. */
  readonly person: Int32Array;
  /** Of each row, 1 where the person has regular service, and is not asked about. */
  readonly hasService: Uint8Array;
  /** Whether a row may be learnt from. */
  readonly teaches: (row: number) => boolean;
  /** Whether a row is of the landmark that is asked about. */
  readonly isAsked: (row: number) => boolean;
  readonly seed: number;
}

/** How sure a reason is: `clear` where every repetition, on other halves of the people, finds it too. */
export type HiddenCertainty = 'clear' | 'uncertain';

/** Figures of people without service, each in the order of their rows. */
interface Figures {
  /** How common the diagnosis is among people like them; NaN where they have it. */
  readonly signs: Float64Array;
  /** How common service is among people as ill. */
  readonly need: Float64Array;
  /** Share of peers of like need who have as few contacts or fewer. */
  readonly contactShare: Float64Array;
}

/** What is found of those without service at the landmark asked about. */
export interface HiddenDemandFound extends Figures {
  readonly rows: Int32Array;
  /** How sure it is that there are signs without a diagnosis; undefined: there are none. */
  readonly hasSigns: readonly (HiddenCertainty | undefined)[];
  /** How sure it is that contacts are few for the need; undefined: they are not. */
  readonly hasFewContacts: readonly (HiddenCertainty | undefined)[];
  /** What speaks for the signs, of positions in `rows`. */
  readonly signContributions: CrossFitted['contributions'];
}

const repetitions = 3;

/**
 * Hidden demand among people without service. Signs without a diagnosis: how common the diagnosis is among those who
 * are like them, of who has none. Few contacts for the need: fewer than nearly all peers of like need, where need is
 * how common service is among those as ill, and above the average. Figures are means over repetitions, each learnt
 * from other halves of the people, and no truth is in them. The same rows and seed, the same figures.
 *
 * @throws RangeError when a predictor is missing, or no predictor tells anything
 */
export function hiddenDemand(study: HiddenDemandStudy, rule: HiddenDemandRule): HiddenDemandFound {
  const group = withoutService(study, rule);
  const repeated = Array.from({ length: repetitions }, (_, at) =>
    repetition(study, rule, group, study.seed + at),
  );
  const mean: Figures = {
    signs: meanAcross(repeated.map(({ signs }) => signs)),
    need: meanAcross(repeated.map(({ need }) => need)),
    contactShare: meanAcross(repeated.map(({ contactShare }) => contactShare)),
  };
  const certainties = (holdsIn: (figures: Figures) => Holds) => {
    const [holds, ...again] = [mean, ...repeated].map(holdsIn);
    return Array.from(group.rows, (_, place): HiddenCertainty | undefined => {
      if (!holds!(place)) return undefined;
      return again.every((also) => also(place)) ? 'clear' : 'uncertain';
    });
  };
  return {
    ...mean,
    rows: group.rows,
    hasSigns: certainties(({ signs }) => isMuch(signs, rule)),
    hasFewContacts: certainties(({ need, contactShare }) => {
      const isNeedy = isMuch(need, rule);
      return (place) => contactShare[place]! <= rule.lowestShare && isNeedy(place);
    }),
    signContributions: repeated[0]!.contributions,
  };
}

/** Those who are asked about, with what every row of the study has. */
interface Group {
  readonly rows: Int32Array;
  readonly hasDiagnosis: Uint8Array;
  /** Of those asked about. */
  readonly contacts: Float64Array;
}

function withoutService(
  { predictors, hasService, isAsked }: HiddenDemandStudy,
  rule: HiddenDemandRule,
): Group {
  const everyRow = Int32Array.from({ length: predictors.rows }, (_, row) => row);
  const rows = everyRow.filter((row) => isAsked(row) && hasService[row] === 0);
  const [diagnosis] = columnsByName(predictors, [rule.diagnosis]);
  const hasDiagnosis = Uint8Array.from(diagnosis!, (value) => (value === 1 ? 1 : 0));
  return { rows, hasDiagnosis, contacts: contactsOf(predictors, rows, rule) };
}

function repetition(
  { predictors, person, hasService, teaches }: HiddenDemandStudy,
  rule: HiddenDemandRule,
  { rows: asked, hasDiagnosis, contacts }: Group,
  seed: number,
): Figures & Pick<CrossFitted, 'contributions'> {
  const byWhichItShows = predictors.names.filter(
    (name) => name !== rule.diagnosis && !rule.withoutPredictors.includes(name),
  );
  const { chances, contributions } = crossFitted(
    {
      table: only(predictors, byWhichItShows),
      has: hasDiagnosis,
      teaches: (row) => teaches(row) && hasService[row] === 0,
      person,
      asked,
    },
    seed,
  );
  const { chances: need } = crossFitted(
    { table: only(predictors, rule.needPredictors), has: hasService, teaches, person, asked },
    seed,
  );
  return {
    signs: chances.map((chance, place) => (hasDiagnosis[asked[place]!] === 1 ? Number.NaN : chance)),
    need,
    contactShare: shareWithLess(contacts, need, rule.peers),
    contributions,
  };
}

type Holds = (place: number) => boolean;

/** Whether a figure is so many times the average of those who have one. */
function isMuch(figures: Float64Array, { timesAverage }: HiddenDemandRule): Holds {
  const known = figures.filter((figure) => !Number.isNaN(figure));
  const least = (timesAverage * known.reduce((sum, figure) => sum + figure, 0)) / known.length;
  return (place) => figures[place]! >= least;
}

/** Unknown contacts are none. */
function contactsOf(table: PredictorTable, rows: Int32Array, { contacts }: HiddenDemandRule): Float64Array {
  const [all, ...others] = columnsByName(table, [contacts.of, ...contacts.without]);
  return Float64Array.from(rows, (row) =>
    others.reduce((rest, column) => rest - (column[row] || 0), all![row] || 0),
  );
}

const only = (table: PredictorTable, names: readonly string[]): PredictorTable => ({
  names,
  rows: table.rows,
  columns: columnsByName(table, names),
});

const meanAcross = (repeated: readonly Float64Array[]) =>
  repeated[0]!.map((_, place) => repeated.reduce((sum, values) => sum + values[place]!, 0) / repeated.length);
