import { beforeAll, describe, expect, it } from 'vitest';
import type { ModelMonitoring } from '../../../data-contracts/schemas/model-monitoring.ts';
import { PublishedByEarlierVersion } from '../../../functions/core/require-current.ts';
import type { LandmarkRows } from '../../../functions/core/risk/landmark-rows.ts';
import {
  monitoringMeasures,
  monitoringStation,
  standingNotes,
} from '../../../functions/core/risk/model-monitoring.ts';
import { scoreClients } from '../../../functions/core/risk/score-clients.ts';
import { publishShards, scoreShard } from '../../../functions/core/risk/score-shards.ts';
import { TrainingPopulation } from '../../../functions/core/risk/training-population.ts';
import { wordMonitoring } from '../../../wording/word-monitoring.ts';
import { clientMonths, programme } from './judged-model.ts';
import { type HomeChoice, homeToScore, trainedModel } from './scored-county.ts';

let model: Awaited<ReturnType<typeof trainedModel>>;
beforeAll(async () => {
  model = await trainedModel();
});

const others = { rows: clientMonths(1500, 2), scoringLandmark: '2026-01-01' };

async function monitoringOf(choice: HomeChoice): Promise<ModelMonitoring> {
  const { publication } = await scoreClients(await homeToScore(model, choice), programme);
  return publication.summary.monitoring as ModelMonitoring;
}

function changed(rows: LandmarkRows, predictor: string, to: (value: number) => number): LandmarkRows {
  const { names, columns } = rows.predictors;
  const moved = columns.map((column, at) => (names[at] === predictor ? column.map(to) : column));
  return { ...rows, predictors: { ...rows.predictors, columns: moved } };
}

const shiftOf = ({ drift }: ModelMonitoring, predictor: string) =>
  drift!.predictors.find((shift) => shift.predictor === predictor)!;

describe('the watch over a model', () => {
  it('finds people of the same kind alike, and the model within its age', async () => {
    const monitoring = await monitoringOf(others);
    expect(monitoring.age).toEqual({
      newestLandmarkOn: '2022-07-01',
      learntUntil: '2023-01-01',
      months: 36,
      limitMonths: 48,
      isStale: false,
    });
    const { predictors, predictions } = monitoring.drift!;
    expect([...predictors, ...predictions].map(({ level }) => level)).toEqual(Array(8).fill('alike'));
    for (const { meanNow, meanInTraining } of predictions)
      expect(Math.abs(meanNow! / meanInTraining! - 1)).toBeLessThan(0.1);
    expect(standingNotes(monitoring)).toEqual([]);
    expect(wordMonitoring(monitoring).map(({ id }) => id)).toEqual([
      'age-within-limit',
      'features-alike',
      'predictions-alike',
      'predictions-alike',
    ]);
  });

  it.each([1, 2, 5])(
    'comes to the same, to the last digit, in %i shards, told in any order',
    async (shards) => {
      const ports = await homeToScore(model, others);
      for (const shard of [...Array(shards).keys()].reverse())
        await scoreShard(ports, programme, { shard, shards });
      const again = await scoreShard(ports, programme, { shard: 0, shards });
      expect(again.wasReused).toBe(true);
      const { publication } = await publishShards(ports.publications, programme, shards);
      expect(publication.summary.monitoring).toEqual(await monitoringOf(others));
    },
  );

  it('is of shards scored by the same rules of service status: changed between two, one is scored again', async () => {
    const ports = await homeToScore(model, others);
    const changed = { ...ports, serviceStatusRules: ports.serviceStatusRules.slice(1) };
    await scoreShard(ports, programme, { shard: 0, shards: 2 });
    await scoreShard(changed, programme, { shard: 1, shards: 2 });
    await expect(publishShards(ports.publications, programme, 2)).rejects.toThrow(/different rules/);
    expect((await scoreShard(changed, programme, { shard: 0, shards: 2 })).wasReused).toBe(false);
    const { publication } = await publishShards(ports.publications, programme, 2);
    expect(publication.summary.serviceStatusRules).toEqual(changed.serviceStatusRules);
  });

  it('is published apart from scores, and again when it was cut off before', async () => {
    const ports = await homeToScore(model, others);
    const { publication } = await scoreClients(ports, programme);
    const told = async () => (await ports.publications.current(monitoringStation('older-people')))!;
    expect((await told()).summary).toEqual(publication.summary.monitoring);
    expect((await told()).files).toEqual([]);
    const first = await told();
    await scoreClients(ports, programme);
    expect(await told()).toEqual(first);
  });

  it('scores nobody with a model that learnt from what a client-month no longer holds', async () => {
    const [, ...predictors] = programme.predictors;
    const scored = scoreClients(await homeToScore(model, others), { ...programme, predictors });
    await expect(scored).rejects.toThrow(PublishedByEarlierVersion);
  });

  it('calls a model stale one month after the limit', async () => {
    expect((await monitoringOf({ ...others, scoringLandmark: '2027-01-01' })).age!.isStale).toBe(false);
    const stale = await monitoringOf({ ...others, scoringLandmark: '2027-02-01' });
    expect(stale.age).toMatchObject({ months: 49, isStale: true });
    expect(standingNotes(stale)).toEqual(['model-stale']);
    expect(monitoringMeasures(stale)).toMatchObject({ 'model-age-months': 49, 'models-stale': 1 });
    expect(wordMonitoring(stale)[0]!.text.fi).toMatch(/vanhentunut.*49 kk.*Raja on 48 kk/);
  });

  it('sees people who are older, and says so in three languages', async () => {
    const rows = changed(others.rows, 'age_years', (age) => age + 10);
    const monitoring = await monitoringOf({ ...others, rows });
    expect(monitoring.drift!.predictors[0]!.predictor).toBe('age_years');
    const shift = shiftOf(monitoring, 'age_years');
    expect(shift.level).toBe('strongly-shifted');
    expect(shift.meanNow! - shift.meanInTraining!).toBeCloseTo(10, 0);
    expect(monitoring.drift!.predictions[0].meanNow).toBeGreaterThan(
      monitoring.drift!.predictions[0].meanInTraining!,
    );
    expect(standingNotes(monitoring)).toEqual(['people-strongly-shifted']);
    expect(monitoringMeasures(monitoring)['largest-predictor-drift']).toBeGreaterThan(0.25);
    const { text } = wordMonitoring(monitoring).find(({ id }) => id === 'feature-strongly-shifted')!;
    expect(text.en).toMatch(/^Clearly changed: Age, age_years: mean .+ → .+ \(PSI .+\)\.$/);
    expect(new Set(Object.values(text)).size).toBe(3);
  });

  it('sees a feature that has stopped being recorded', async () => {
    const rows = changed(others.rows, 'falls_24', () => Number.NaN);
    const shift = shiftOf(await monitoringOf({ ...others, rows }), 'falls_24');
    expect(shift).toMatchObject({ level: 'strongly-shifted', missingNow: 1, meanNow: null });
  });

  it('of a few people tells no mean, and of a few missing that there are none', async () => {
    let seen = 0;
    const rows = changed(others.rows, 'falls_24', (falls) => (++seen <= 4 ? falls : Number.NaN));
    expect(shiftOf(await monitoringOf({ ...others, rows }), 'falls_24')).toMatchObject({
      missingNow: 1,
      meanNow: null,
    });
  });

  it('says that nothing is known of a model that an earlier version trained', async () => {
    const monitoring = await monitoringOf({ ...others, isOldModel: true });
    expect(monitoring).toMatchObject({ age: null, drift: null });
    expect(standingNotes(monitoring)).toEqual(['model-not-watched']);
    expect(monitoringMeasures(monitoring)).toEqual({ 'models-not-watched': 1 });
    expect(wordMonitoring(monitoring).map(({ id }) => id)).toEqual(['age-not-known', 'drift-not-known']);
  });
});

describe('what is kept of those learnt from', () => {
  it('is counts of five people or more, or none, for each predictor and horizon', () => {
    const { people, predictors, predictions } = TrainingPopulation.parse(model.population);
    expect(people).toBe(3000);
    expect(Object.keys(predictors)).toEqual(programme.predictors);
    for (const { counts } of [...Object.values(predictors), ...predictions]) {
      expect(counts.reduce((sum, count) => sum + count)).toBe(3000);
      expect(counts.filter((count) => count > 0 && count < 5)).toEqual([]);
    }
  });
});
