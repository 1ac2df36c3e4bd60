import { beforeAll, describe, expect, it } from 'vitest';
import { interventions } from '../../../data-contracts/catalogues/index.ts';
import { programmes } from '../../../data-contracts/programmes/index.ts';
import { inLanguage } from '../../../data-contracts/vocabularies/messages/in-language.ts';
import { readHiddenStatistics } from '../../../functions/core/hidden-demand/hidden-statistics.ts';
import { planCheckUps } from '../../../functions/core/hidden-demand/plan-check-ups.ts';
import { requestHiddenDemand } from '../../../functions/core/hidden-demand/request-hidden-demand.ts';
import { checkUpFiles, renderCheckUpPlan } from '../../../runner/presentation/check-up-table.ts';
import {
  hiddenDemandCsv,
  hiddenStatisticsTables,
  renderHiddenDemand,
} from '../../../runner/presentation/hidden-demand-table.ts';
import { planFiles } from '../../../runner/presentation/plan-files.ts';
import { at } from '../../unit/cohort/small-county.ts';
import { checkUpQuestion, smallCheckUps } from '../../unit/hidden-demand/small-check-ups.ts';
import { question, smallHiddenCounty } from '../../unit/hidden-demand/small-hidden-county.ts';
import { catalogueWith, planOf } from '../../unit/plan/plan-county.ts';
import { englishIn, englishWords } from './english-words.ts';

let english: ReadonlySet<string>;
beforeAll(async () => {
  english = await englishWords();
});

const occasion = { at, requestId: 'r-1' };
const size = { width: 100, rows: 5 };

/** What of an answer is prose: its words of several, but for what it says in every language. */
function proseOf(content: unknown): string[] {
  if (typeof content === 'string') return /\p{L}{2,} \p{L}{2,}/u.test(content) ? [content] : [];
  if (typeof content !== 'object' || content === null || 'sv' in content) return [];
  return Object.values(content).flatMap(proseOf);
}

describe.each(['fi', 'sv'] as const)('in %s there is no English', (language) => {
  const clean = (text: string, of: string) => expect(englishIn(text, english), `${of}\n${text}`).toEqual([]);

  it('in plan.json and its checklist, where values are from among it', async () => {
    const plan = await planOf({ language });
    const prose = proseOf(plan);
    expect(prose.length).toBeGreaterThan(5);
    for (const text of prose) clean(text, 'plan.json');
    clean(planFiles(plan)['cheers-2022.md']!, 'cheers-2022.md');
    const planted = await planOf(
      { language },
      {
        interventions: catalogueWith('home-rehabilitation', (entry) => ({
          ...entry,
          uptake: { ...entry.uptake, source: 'Expected by the team' },
        })),
      },
    );
    expect(proseOf(planted).flatMap((text) => englishIn(text, english))).toContain('expected');
  });

  it('in what the shipped catalogues say of where the values of plans are from', () => {
    const sources = [
      ...interventions.flatMap(({ effects, cost, uptake }) => [
        ...effects.map(({ source }) => source),
        cost.fixedCents.source,
        ...(cost.monthlyCents ? [cost.monthlyCents.source] : []),
        uptake.source,
      ]),
      ...Object.values(programmes).flatMap(({ outcomeCost: { source, uncertainty } }) => [
        source,
        ...(uncertainty ? [uncertainty.source] : []),
      ]),
    ];
    for (const source of sources) {
      expect(inLanguage(source, language)).not.toBe(source);
      clean(inLanguage(source, language), source);
    }
    const updated = `${sources[0]}; updated by 3 lots of this county: 0.90 (0.80–1.01) among takers on average over the time followed`;
    clean(inLanguage(updated, language), updated);
  });

  it('in a list, a plan and statistics of those worth a check-up', async () => {
    for (const reason of ['signs-without-diagnosis', 'few-contacts'] as const) {
      const hidden = smallHiddenCounty().ports;
      const asked = await requestHiddenDemand(hidden, question({ language, reason }), occasion);
      if (asked.status !== 'answered') throw new Error(asked.status);
      clean(renderHiddenDemand(asked.list, size), 'list');
      clean(hiddenDemandCsv(asked.list), 'list.csv');
      for (const changes of [{}, { budgetCents: 0 }, { places: 3 }, { municipalities: ['231'] }]) {
        const planned = await planCheckUps(
          smallCheckUps().ports,
          checkUpQuestion({ language, reason, ...changes }),
          occasion,
        );
        if (planned.status !== 'planned') throw new Error(planned.status);
        clean(renderCheckUpPlan(planned.plan, size), 'plan');
        clean(checkUpFiles(planned.plan)['check-ups.csv']!, 'check-ups.csv');
        for (const text of proseOf(planned.plan)) clean(text, 'check-ups.json');
      }
    }
    const told = await readHiddenStatistics(smallHiddenCounty().ports, question());
    if (told.status !== 'answered') throw new Error(told.status);
    clean(hiddenStatisticsTables(told.statistics, language, 100), 'statistics');
  });
});
