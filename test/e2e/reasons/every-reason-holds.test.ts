import { beforeAll, describe, expect, it } from 'vitest';
import { serviceStatusRules } from '../../../data-contracts/catalogues/index.ts';
import olderPeople from '../../../data-contracts/programmes/older-people.json' with { type: 'json' };
import { Language } from '../../../data-contracts/schemas/fields.ts';
import { ModelCard } from '../../../data-contracts/schemas/model-card.ts';
import { Programme } from '../../../data-contracts/schemas/programme.ts';
import { RiskContributions } from '../../../data-contracts/schemas/risk-score.ts';
import { features } from '../../../data-contracts/vocabularies/features.ts';
import { peerCuts } from '../../../data-contracts/vocabularies/peer-cuts.ts';
import { reasonLimits } from '../../../data-contracts/vocabularies/reason-limits.ts';
import { TensorflowRiskNetwork } from '../../../functions/adapters/tensorflow/tensorflow-risk-network.ts';
import {
  type ClientMonthSummary,
  clientMonthStation,
} from '../../../functions/core/client-months/build-client-months.ts';
import {
  strongestReasons,
  toldReasons,
  type WordlessReason,
} from '../../../functions/core/cohort/strongest-reasons.ts';
import type { ClientMonthBatch } from '../../../functions/core/ports/client-month-source.ts';
import type { Publication } from '../../../functions/core/ports/publication-store.ts';
import type { ExplainedScore } from '../../../functions/core/ports/score-store.ts';
import { requireCurrent } from '../../../functions/core/require-current.ts';
import { withContrary } from '../../../functions/core/risk/contrary-features.ts';
import { explanationsOf, riskScores } from '../../../functions/core/risk/risk-scores.ts';
import { folderHome } from '../../../functions/homes/folder-home.ts';
import { typicalPeers } from '../../../models/risk/peers.ts';
import type { PredictorTable } from '../../../models/risk/predictor-table.ts';
import type { FittedRiskModel } from '../../../models/risk/risk-model.ts';
import { wordOwnReason, wordReason } from '../../../wording/word-reason.ts';
import { madeCounty } from '../../county/made-county.ts';

const programme = Programme.parse(olderPeople);
const { predictors } = programme;
const people = 1_000;

interface Explained {
  readonly scores: readonly ExplainedScore[];
  /** In their places, what was published of those who were scored. */
  readonly stored: readonly (ExplainedScore | undefined)[];
  /** The same people, and somebody typical in the place of each. */
  readonly table: PredictorTable;
  readonly typical: PredictorTable;
  readonly ask: (table: PredictorTable) => Promise<Float64Array>;
  readonly card: ModelCard;
}
let county: Explained;

/** A thousand people of the shared county as they were scored, with the model that scored them. */
async function explained(): Promise<Explained> {
  const home = folderHome((await madeCounty()).home);
  const { publications } = home;
  const months = await requireCurrent(publications, clientMonthStation(programme));
  const model = await requireCurrent(publications, `models/${programme.id}`);
  const json = async (name: string) =>
    JSON.parse(new TextDecoder().decode(await publications.read(model, name)));
  const description = await json('model.json');
  const network = await TensorflowRiskNetwork.start();
  const served = await network.restore({
    description,
    weights: await publications.read(model, 'weights.bin'),
  });
  const { batch, stored } = await thousandPeople(home, months);
  const columns = predictors.map((name) => batch.numbers[name]!);
  const table = { names: predictors, rows: people, columns };
  const scored = await served.score(table);
  const contributions = await withContrary(served, table, scored, explanationsOf(scored));
  return {
    scores: riskScores(
      programme,
      '2026-01-01',
      serviceStatusRules,
      batch as ClientMonthBatch,
      scored,
      contributions,
    ),
    stored,
    table,
    typical: typicalPeers(table, predictors, (description as FittedRiskModel).peers),
    ask: (asked) => served.probabilities(asked),
    card: ModelCard.parse(await json('model-card.json')),
  };
}

/** Each as last seen, newest landmark first, so that those come first who were scored; and what was stored of these. */
async function thousandPeople(home: ReturnType<typeof folderHome>, months: Publication) {
  const { scoringLandmark, landmarks } = months.summary as unknown as ClientMonthSummary;
  const source = (await home.files()).clientMonths();
  const seen = new Map<string, { batch: ClientMonthBatch; row: number }>();
  const days = landmarks.map(({ landmarkOn }) => landmarkOn).sort();
  for (const landmark of [scoringLandmark, ...days.reverse()])
    for await (const batch of source.read(months, landmark))
      for (const [row, client] of batch.texts.client!.entries())
        if (!seen.has(client) && seen.size < people) seen.set(client, { batch, row });
  const rows = [...seen.values()];
  const numbers = predictors.map((name) => [
    name,
    Float64Array.from(rows, ({ batch, row }) => batch.numbers[name]![row]!),
  ]);
  const texts = (['client', 'sex', 'municipality', 'service_language', 'sources_used'] as const).map(
    (name) => [name, rows.map(({ batch, row }) => batch.texts[name]![row]!)],
  );
  const stored = await (await home.tables().scoresOf(programme.id)).explained([...seen.keys()]);
  return {
    batch: { rows: rows.length, numbers: Object.fromEntries(numbers), texts: Object.fromEntries(texts) },
    stored,
  };
}

beforeAll(async () => {
  county = await explained();
}, 900_000);

const horizons = ['h1', 'h2'] as const;
const contributionsOf = ({ contributions }: ExplainedScore) =>
  RiskContributions.parse(JSON.parse(contributions));
/** Every reason that anybody may be told, at a horizon. */
const reasonsOf = (score: ExplainedScore, horizon: 'h1' | 'h2') => [
  ...strongestReasons(score, horizon, 99, null),
  ...toldReasons(score, horizon, 99, null),
];

describe('the reasons of a thousand people', () => {
  it('are those that were published with their scores', () => {
    const both = county.scores.flatMap((score, row) =>
      county.stored[row]
        ? [[toldReasons(score, 'h2', 3, null), toldReasons(county.stored[row], 'h2', 3, null)]]
        : [],
    );
    expect(both.length).toBeGreaterThan(800);
    const same = both.filter(([own, told]) => JSON.stringify(own) === JSON.stringify(told));
    expect(same.length / both.length).toBeGreaterThan(0.99);
  });

  it('add up to what lies between each and somebody typical of the same age and sex, at both horizons', async () => {
    const { scores, typical, ask } = county;
    expect(scores).toHaveLength(people);
    const asked = await ask(typical);
    scores.forEach((score, row) => {
      const explanation = contributionsOf(score);
      horizons.forEach((horizon, place) => {
        const sum = Object.values(explanation[horizon]).reduce((total, part) => total + part, 0);
        const { [horizon]: start } = explanation.typical;
        expect(Math.abs(start - asked[row * 2 + place]!)).toBeLessThan(1e-5);
        expect(Math.abs(score[`probability_${horizon}`] - start - sum)).toBeLessThan(1e-6);
      });
    });
  });

  it('tell the direction in which the estimate goes with the feature, other than with it as is typical', async () => {
    const { scores, table, typical, ask } = county;
    const whole = await ask(table);
    for (const [place, horizon] of horizons.entries()) {
      const told = scores.flatMap((score, row) =>
        reasonsOf(score, horizon).map(({ feature, direction }) => ({ feature, direction, row })),
      );
      const columns = predictors.map((name, at) =>
        Float64Array.from(told, ({ row, feature }) =>
          feature === name ? typical.columns[at]![row]! : table.columns[at]![row]!,
        ),
      );
      const without = await ask({ names: predictors, rows: told.length, columns });
      const wrong = told.filter(({ direction, row }, at) => {
        const moved = whole[row * 2 + place]! - without[at * 2 + place]!;
        return moved > 0 !== (direction === 'raises');
      });
      expect(told.length).toBeGreaterThan(2 * people);
      expect(wrong).toEqual([]);
    }
  });

  it('are of what people differ in, and none moves an estimate by less than a hundredth of it', () => {
    for (const score of county.scores)
      for (const horizon of horizons)
        for (const { feature, group, contribution } of strongestReasons(score, horizon, 99, null)) {
          expect(features[feature as keyof typeof features].group).toBe(group);
          expect(Object.keys(peerCuts)).not.toContain(feature);
          const least = reasonLimits.leastShareOfEstimate * score[`probability_${horizon}`];
          expect(Math.abs(contribution)).toBeGreaterThanOrEqual(least);
        }
  });

  it('let no absence raise an estimate without saying against what, in any language', () => {
    const isAbsence = ({ value, direction, feature }: WordlessReason) =>
      direction === 'raises' &&
      (value === 0 || value === null) &&
      features[feature as keyof typeof features].kind !== 'change';
    let absences = 0;
    for (const score of county.scores)
      for (const horizon of horizons)
        for (const [reasons, word] of [
          [strongestReasons(score, horizon, 99, null), wordOwnReason],
          [toldReasons(score, horizon, 99, null), wordReason],
        ] as const)
          for (const reason of reasons.filter(isAbsence)) {
            absences++;
            for (const language of Language.options)
              expect(word(reason, language)).toMatch(/\([^()]+\) – \+/);
          }
    expect(absences).toBeGreaterThan(0);
  });

  it('differ between people who differ: hardly two of those at highest risk share their three', () => {
    const likeliest = [...county.scores].sort((a, b) => b.probability_h2 - a.probability_h2).slice(0, 100);
    const sets = likeliest.map((score) =>
      toldReasons(score, 'h2', 3, null)
        .map(({ group }) => group)
        .sort()
        .join(),
    );
    const values = likeliest.map((score) =>
      toldReasons(score, 'h2', 3, null)
        .map(({ feature, value }) => `${feature} ${value}`)
        .join(),
    );
    const counts = sets.map((set) => sets.filter((other) => other === set).length);
    expect(new Set(sets).size).toBeGreaterThan(10);
    expect(Math.max(...counts)).toBeLessThan(40);
    expect(new Set(values).size).toBeGreaterThan(40);
  });

  it('are those by which the card draws its curves', () => {
    const { groupCurves, typicalByAge } = county.card.wholeModel;
    expect(groupCurves.map(({ group }) => group)).not.toEqual(expect.arrayContaining(['age', 'sex']));
    expect(typicalByAge.length).toBeGreaterThan(2);
    expect(typicalByAge.at(-1)!.probability[1]).toBeGreaterThan(typicalByAge[0]!.probability[1]);
    for (const { group, feature, points } of groupCurves) {
      expect(features[feature as keyof typeof features].group).toBe(group);
      for (const { effects } of points) expect(effects).toHaveLength(2);
    }
  });
});
