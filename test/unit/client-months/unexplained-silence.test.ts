import { describe, expect, it } from 'vitest';
import type { ClientMonthSummary } from '../../../functions/core/client-months/build-client-months.ts';
import { unexplainedSilence } from '../../../functions/core/client-months/unexplained-silence.ts';
import { buildLines, isFruitlessBuild } from '../../../runner/presentation/build-lines.ts';

const recordingOf = (table: string, rows: number) => ({
  table,
  rows,
  withinMonth: rows,
  withinYear: rows,
  afterLandmarks: 0,
  onOneDay: 1,
});

const summaryOf = (rows = 5_000) =>
  ({
    rows,
    landmarks: [],
    findings: {
      recording: [recordingOf('clients', 3_000), recordingOf('service-events', 9_000)],
      implausible: [],
      silent: ['has_informal_carer', 'rai_cps', 'rai_pain'],
      unheard: [],
    },
  }) as unknown as ClientMonthSummary;

describe('a predictor that is 0 or missing for everybody', () => {
  it('is a fault where rows of its table were delivered, and none where nothing of the table ever was', () => {
    expect(unexplainedSilence(summaryOf(), [])).toEqual(['has_informal_carer']);
    expect(isFruitlessBuild(summaryOf(), [])).toBe(true);
  });

  it('is none where the county says that it does not record it, or nothing of its table', () => {
    expect(isFruitlessBuild(summaryOf(), ['has_informal_carer'])).toBe(false);
    expect(isFruitlessBuild(summaryOf(), ['clients'])).toBe(false);
    expect(isFruitlessBuild(summaryOf(), ['rai_cps'])).toBe(true);
  });

  it('may be nobody’s by chance where there are few client-months', () => {
    expect(isFruitlessBuild(summaryOf(900), [])).toBe(false);
  });

  it('is told with what to write down where it is right, in each language', () => {
    for (const language of ['fi', 'sv', 'en'] as const) {
      const lines = buildLines(summaryOf(), [], language);
      expect(lines.filter((line) => line.includes('not-recorded.json'))).toHaveLength(1);
      expect(lines.find((line) => line.includes('not-recorded.json'))).toContain('["has_informal_carer"]');
      expect(buildLines(summaryOf(), ['has_informal_carer'], language).join()).not.toContain('not-recorded');
    }
  });
});
