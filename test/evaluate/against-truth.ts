import { ageBand } from '../../data-contracts/vocabularies/age-bands.ts';
import { sqlText } from '../../functions/adapters/duckdb/ingest-engine.ts';
import { dynamicAuc } from '../../models/evaluation/discrimination.ts';
import { horizonFigures, predictionsAtHorizon } from '../../models/evaluation/horizon-figures.ts';
import {
  bootstrapByPerson,
  type Estimate,
  estimateFrom,
  numberPeople,
} from '../../models/evaluation/person-bootstrap.ts';
import { distinctValues } from '../../models/survival/distinct-values.ts';
import { query } from '../e2e/gate/files-of-a-home.ts';

/** Somebody tested on: what happened, what was predicted, and the simulator's own risk, at each horizon. */
interface TestedPerson {
  readonly months: number;
  readonly event: number;
  readonly predicted: readonly number[];
  readonly truth: readonly number[];
  /** Their groups, as ‘sex female’. */
  readonly groups: readonly string[];
}

/** How the model stands against the simulator's own risk of the same people at one horizon. */
export interface AgainstTruth {
  readonly horizon: number;
  /** By what happened. */
  readonly auc: number;
  readonly trueAuc: number;
  /** The first over the second, both on the same resamples of people. */
  readonly aucShare: Estimate;
  /** By what could be expected to happen: the same without the outcome's chance. */
  readonly expectedAuc: number;
  readonly trueExpectedAuc: number;
  /** Mean true risk over mean prediction: observed/expected without the outcome's chance. */
  readonly ratio: number;
  readonly groups: readonly { readonly name: string; readonly people: number; readonly ratio: number }[];
}

const replicates = 200;

/** The people whom a model was tested on, of whom the simulator knows the risk. */
export async function testedPeople(
  { predictions, months }: { readonly predictions: string; readonly months: string },
  risks: ReadonlyMap<string, readonly number[]>,
): Promise<TestedPerson[]> {
  const rows = await query(
    `select p.*, m.sex, m.municipality, m.service_language, m.age_years, m.lives_alone
     from read_csv(${sqlText(predictions)}, types = {'client': 'varchar'}) as p
     inner join read_parquet(${sqlText(months)}) as m using (client)`,
  );
  return rows.flatMap((row) => {
    const truth = risks.get(String(row.client));
    if (!truth) return [];
    const predicted = Object.keys(row).filter((name) => /^p\d+$/.test(name));
    return {
      months: Number(row.months_to_event),
      event: Number(row.event),
      predicted: predicted.map((name) => Number(row[name])),
      truth,
      groups: [
        `sex ${row.sex}`,
        `age band ${ageBand(Number(row.age_years))}`,
        `municipality ${row.municipality}`,
        `service language ${row.service_language}`,
        `lives alone ${row.lives_alone ?? 'unknown'}`,
      ],
    };
  });
}

export function compareWithTruth(
  people: readonly TestedPerson[],
  horizons: readonly number[],
  seed: number,
): AgainstTruth[] {
  const everybody = numberPeople([...people.keys()]);
  const followUp = {
    time: Float64Array.from(people, ({ months }) => months),
    event: Uint8Array.from(people, ({ event }) => event),
  };
  return horizons.map((horizon, at) => {
    const predicted = Float64Array.from(people, (person) => person.predicted[at]!);
    const truth = Float64Array.from(people, (person) => person.truth[at]!);
    const both = [predicted, truth].map((probability) =>
      predictionsAtHorizon(followUp, horizon, probability),
    );
    const aucs = (rowWeight?: Float64Array) =>
      both.map((predictions) => horizonFigures(predictions, ['auc'], rowWeight)[0]!) as [number, number];
    const [auc, trueAuc] = aucs();
    const resampled = bootstrapByPerson(everybody, { replicates, seed }, aucs);
    const ratioOf = (some: readonly number[]) =>
      some.reduce((sum, row) => sum + truth[row]!, 0) / some.reduce((sum, row) => sum + predicted[row]!, 0);
    return {
      horizon,
      auc,
      trueAuc,
      aucShare: estimateFrom(
        auc / trueAuc,
        resampled.map(([first, second]) => first! / second!),
      ),
      expectedAuc: expectedAuc(predicted, truth),
      trueExpectedAuc: expectedAuc(truth, truth),
      ratio: ratioOf([...people.keys()]),
      groups: [...rowsOfGroups(people)].map(([name, rows]) => ({
        name,
        people: rows.length,
        ratio: ratioOf(rows),
      })),
    };
  });
}

/** AUC where everybody counts as a case by their true risk, and as none by the rest. */
function expectedAuc(predicted: Float64Array, truth: Float64Array): number {
  const twice = (values: Float64Array) => Float64Array.from([...values, ...values]);
  const isCase = Uint8Array.from(twice(truth), (_, at) => (at < truth.length ? 1 : 0));
  const weight = twice(truth).map((risk, at) => (at < truth.length ? risk : 1 - risk));
  return dynamicAuc(distinctValues(twice(predicted)), { isCase, weight });
}

function rowsOfGroups(people: readonly TestedPerson[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  people.forEach(({ groups }, row) => {
    for (const group of groups) {
      const known = rows.get(group);
      if (known) known.push(row);
      else rows.set(group, [row]);
    }
  });
  return rows;
}
