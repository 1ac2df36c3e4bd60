import type { EvaluationReport } from '../../models/evaluation/evaluate-predictions.ts';
import type { Estimate } from '../../models/evaluation/person-bootstrap.ts';
import type { AgainstTruth, TruthAtHorizon } from './against-truth.ts';
import type { JudgedStatus } from './by-status.ts';
import type { JudgedCounty, Simulated } from './county.ts';
import type { JudgedHiddenDemand } from './hidden-demand.ts';
import type { JudgedTask } from './judge-predictions.ts';
import { type JudgedTable, peers } from './tables.ts';

const fixed = (value: number | null, digits: number) =>
  value === null || Number.isNaN(value) ? '–' : value.toFixed(digits);
const interval = ({ estimate, lower95, upper95 }: Estimate, digits: number) =>
  lower95 === null
    ? fixed(estimate, digits)
    : `${fixed(estimate, digits)} (${fixed(lower95, digits)} to ${fixed(upper95, digits)})`;

/** Out-of-fold figures, a line a model and horizon, and the paired difference under them. */
export function reportTask({ title, figures, differences }: JudgedTask): void {
  console.log(`  ${title}`);
  console.log('    horizon   model      AUC      Brier     slope   O/E     top tenth');
  for (const { horizon, model, figures: found } of figures) {
    const [auc, brier, slope, ratio, capture] = found as [number, number, number, number, number];
    const cells = [fixed(auc, 4), fixed(brier, 5), fixed(slope, 3), fixed(ratio, 3), fixed(capture, 3)];
    console.log(`    ${String(horizon).padEnd(9)} ${model.padEnd(9)}  ${cells.join('   ')}`);
  }
  for (const { horizon, auc, brier } of differences) {
    console.log(
      `    ${String(horizon).padEnd(9)} network − logistic: AUC ${interval(auc, 4)}, Brier ${interval(brier, 5)}`,
    );
  }
}

/** One table at one horizon, a line, and whatever peer it is behind beyond the paired interval. */
export function reportTable(judged: JudgedTable): void {
  const { table, rows, horizon, inStrata } = judged;
  reportOneTable(`${table.padEnd(14)} ${String(rows).padEnd(6)} ${String(horizon).padEnd(10)}`, judged);
  if (inStrata) reportOneTable('  what is missing tells of censoring: in strata of it'.padEnd(32), inStrata);
}

function reportOneTable(name: string, { figures, against }: Pick<JudgedTable, 'figures' | 'against'>): void {
  const cells = Object.entries(figures).map(
    ([model, found]) => `${model} ${fixed(found[0]!, 4)} ${fixed(found[1]!, 5)} ${fixed(found[2]!, 2)}`,
  );
  console.log(`  ${name} ${cells.join('   ')}`);
  for (const peer of peers) {
    const { auc, brier } = against[peer];
    if (isBehind(against[peer]))
      console.log(`      BEHIND ${peer}: AUC ${interval(auc, 4)}, Brier ${interval(brier, 5)}`);
  }
}

const isBehind = ({ auc, brier }: JudgedTable['against'][keyof JudgedTable['against']]) =>
  (auc.upper95 ?? 0) < 0 || (brier.lower95 ?? 0) > 0;

/** Means over tables and horizons, and how often the model is ahead of a peer and behind beyond the interval. */
export function reportTables(judged: readonly JudgedTable[]): void {
  const meanOf = (model: keyof JudgedTable['figures'], at: number) =>
    judged.reduce((sum, { figures }) => sum + figures[model][at]! / judged.length, 0);
  for (const model of ['network', ...peers] as const)
    console.log(
      `  mean of ${judged.length} (tables × horizons): ${model.padEnd(10)} AUC ${fixed(meanOf(model, 0), 4)}  ` +
        `Brier ${fixed(meanOf(model, 1), 5)}`,
    );
  for (const peer of peers) {
    const behind = judged.filter(({ against }) => isBehind(against[peer])).length;
    const fairly = judged.filter(({ against, inStrata }) => isBehind((inStrata?.against ?? against)[peer]));
    console.log(
      `  behind ${peer} beyond the paired interval: ${behind} of ${judged.length}; ` +
        `in strata where what is missing tells of censoring: ${fairly.length}`,
    );
  }
}

/** The simulated county: the model beside the others on its own people, then on another county and against the truth. */
export function reportCounty({ county, other, evaluation, against }: JudgedCounty): void {
  console.log(`\nSIMULATED county${ofClients(county)}, other people and later time`);
  console.log(
    `  trained on ${evaluation.trainingRows.toLocaleString('en')} client-months of ` +
      `${evaluation.trainingPeople.toLocaleString('en')} people, tested on ` +
      `${evaluation.testRows.toLocaleString('en')}; served: ${evaluation.served}`,
  );
  for (const [name, report] of Object.entries(evaluation.models)) reportFigures(name, report);
  console.log(
    `\nSIMULATED county${ofClients(other)}, another one and as late: the same model on all its ` +
      `${against.happened.people.toLocaleString('en')} older people`,
  );
  reportFigures('network', against.happened);
  for (const truth of against.horizons) reportAgainstTruth(truth);
  reportGroups(against);
  reportStatuses(against.statuses);
}

const ofClients = ({ clients, home }: Simulated) => (home ? '' : ` of ${count(clients)}`);

function reportFigures(name: string, { horizons }: EvaluationReport): void {
  for (const judged of horizons) {
    if (judged.status !== 'evaluated') continue;
    const { auc, brier, calibrationSlope, observedExpectedRatio } = judged.figures;
    console.log(
      `  ${String(judged.horizon).padEnd(3)} ${name.padEnd(13)} AUC ${interval(auc, 3)}  Brier ${fixed(brier.estimate, 4)}` +
        `  slope ${interval(calibrationSlope, 2)}  O/E ${interval(observedExpectedRatio, 3)}`,
    );
  }
}

const leastPeople = 500;
const isNearOne = (ratio: number) => Math.abs(ratio - 1) <= 0.1;

const share = (auc: number, trueAuc: number) =>
  `${fixed(auc, 4)} / ${fixed(trueAuc, 4)} = ${fixed(auc / trueAuc, 4)}`;

/** The model beside the simulator's own risk, and the groups in which it is off by more than a tenth. */
function reportAgainstTruth(truth: TruthAtHorizon): void {
  const groups = truth.groups.filter(({ people }) => people >= leastPeople);
  const off = groups.filter(({ ratio }) => !isNearOne(ratio));
  console.log(
    `  ${String(truth.horizon).padEnd(3)} against the simulator’s own risk: AUC ${fixed(truth.auc, 4)} / ${fixed(truth.trueAuc, 4)} = ${interval(truth.aucShare, 4)}; ` +
      `without the outcome’s chance ${share(truth.expectedAuc, truth.trueExpectedAuc)}, ` +
      `of boosting told the true risks ${share(truth.expectedAuc, truth.ceilingAuc)}, ` +
      `true risk over prediction ${fixed(truth.ratio, 3)}, within .90–1.10 in ${groups.length - off.length} of ` +
      `${groups.length} groups of ${leastPeople} people or more`,
  );
  for (const { name, people, ratio } of off) console.log(`      ${name} (${people}): ${fixed(ratio, 2)}`);
}

/** A line of a table in Markdown: what is printed can stand in a guide as it is. */
const line = (cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
const heading = (names: readonly string[]) => {
  line(names);
  line(names.map(() => '---'));
};
const count = (value: number) => value.toLocaleString('en');

/**
 * Every service status, and no regular service by age: by the true risks, and by what happened. AUC is the model's, over
 * that of the true risk, and what is left of the ceiling: what boosting told the true risks reaches on the same people.
 */
function reportStatuses(statuses: readonly JudgedStatus[]): void {
  console.log(
    '\nBy service status; O/E is true risk over prediction, and in the last column starts over prediction\n',
  );
  heading([
    ...[
      'months',
      'service status',
      'people',
      'expected starts',
      'AUC',
      'of the true risk’s',
      'of the ceiling’s',
    ],
    ...['slope', 'O/E', 'what happened: AUC (95 %)', 'slope (95 %)', 'O/E (95 %)'],
  ]);
  for (const { name, people, horizons } of statuses) {
    for (const { horizon, expected, byTruth, ceilingAuc, happened } of horizons) {
      const { auc, trueAuc, slope, ratio } = byTruth;
      line([
        ...[horizon, name, count(people), count(Math.round(expected))],
        ...[fixed(auc, 4), fixed(auc / trueAuc, 4), fixed(auc / ceilingAuc, 4)],
        ...[slope, ratio].map((one) => `${fixed(one, 2)}${isNearOne(one) ? '' : ' OFF'}`),
        ...[interval(happened.auc, 3), interval(happened.calibrationSlope, 2)],
        interval(happened.observedExpectedRatio, 2),
      ]);
    }
  }
}

/**
 * Observed/expected of every group of 500 people or more that is away from 1 by more than a tenth, and what the
 * simulator's own risk has there: that much is chance.
 */
function reportGroups({ happened, horizons }: AgainstTruth): void {
  happened.horizons.forEach((judged, at) => {
    if (judged.status !== 'evaluated') return;
    const trueOverPredicted = new Map(horizons[at]!.groups.map(({ name, ratio }) => [name, ratio]));
    const groups = judged.groups.flatMap(({ name, groups: ofGrouping }) =>
      ofGrouping.flatMap((group) => {
        if (group.status !== 'reported' || group.peopleRounded < leastPeople) return [];
        const whole = `${name} ${group.label}`;
        const own = group.observedExpectedRatio.estimate ?? Number.NaN;
        return [{ ...group, whole, own, ofTruth: own / trueOverPredicted.get(whole)! }];
      }),
    );
    console.log(
      `  ${String(judged.horizon).padEnd(3)} groups of ${leastPeople} people or more: ${groups.length}, ` +
        `observed/expected within .90–1.10 in ${groups.filter(({ own }) => isNearOne(own)).length}, ` +
        `of the simulator’s own risk in ${groups.filter(({ ofTruth }) => isNearOne(ofTruth)).length}`,
    );
    for (const { whole, peopleRounded, observedExpectedRatio, own, ofTruth } of groups) {
      if (isNearOne(own)) continue;
      console.log(
        `      ${whole} (about ${peopleRounded}): ${interval(observedExpectedRatio, 2)}, ` +
          `of the simulator’s own risk ${fixed(ofTruth, 2)}`,
      );
    }
  });
}

/** The strongest hundredth of those without service by each list, judged by the simulator's truth. */
export function reportHiddenDemand({ landmarkOn, people, hidden, listed, lists }: JudgedHiddenDemand): void {
  console.log(
    `\nSIMULATED county, hidden demand at ${landmarkOn}: ${count(people)} people without service, ${count(hidden)} of ` +
      `them in need and avoiding care or undiagnosed; the strongest ${count(listed)} of each list\n`,
  );
  heading(['list', 'hidden need', 'times risk', 'of taught', 'expected starts']);
  for (const { name, precision, timesRisk, ofTaught, expectedStarts } of lists)
    line([
      name,
      interval(precision, 3),
      interval(timesRisk, 1),
      interval(ofTaught, 2),
      fixed(expectedStarts, 0),
    ]);
}
