import { describe, expect, it } from 'vitest';
import { releaseLimits } from '../../data-contracts/catalogues/index.ts';
import { attackedCounty, peopleOf } from './attacked-county.ts';

const question = { programme: 'older-people', horizonMonths: 12, reasonsShown: 0 };
const { questionsPerDay, alikeQuestionsPerDay } = releaseLimits;

describe('a row of questions', () => {
  it('that differ in the threshold alone is stopped, refused with 429, logged and counted for an alarm', async () => {
    const county = await attackedCounty(peopleOf(4, 200), { questionsPerDay, alikeQuestionsPerDay });
    const statuses: number[] = [];
    for (let percent = 0; percent <= 100; percent += 1)
      statuses.push(
        (await county.ask('/cohorts', { ...question, thresholdProbability: percent / 100 })).status,
      );
    expect(statuses.filter((status) => status === 200)).toHaveLength(alikeQuestionsPerDay);
    expect(statuses.slice(alikeQuestionsPerDay).every((status) => status === 429)).toBe(true);
    expect(county.counted.filter((what) => what === 'questions-stopped').length).toBe(
      101 - alikeQuestionsPerDay,
    );
    expect(county.audit.entries.at(-1)).toMatchObject({ outcome: 'refused', reason: 'too-many-questions' });
  });

  it('of every kind ends with the day’s measure, and the same question again is no other', async () => {
    const county = await attackedCounty(peopleOf(4, 200), { questionsPerDay, alikeQuestionsPerDay });
    let answered = 0;
    for (let number = 0; number < questionsPerDay + 20; number += 1)
      if ((await county.ask('/cohorts', { ...question, size: 1 + (number % 5) })).status === 200)
        answered += 1;
    expect(answered).toBe(questionsPerDay);
  });
});
