import { AnswerPseudonyms } from '../../../functions/core/identity/unit-pseudonyms.ts';
import { keysOf } from '../../../functions/homes/folder-home-keys.ts';

/** Whom a planner of the usual unit was told of, as the lake knows them and as the officer’s unit is told of them. */
export async function namesOf(home: string, told: string): Promise<{ lake: string; officers: string }> {
  const pseudonyms = new AnswerPseudonyms(await (await keysOf(home)).answersKey());
  const lake = pseudonyms.for({ role: 'planner', unit: 'elderly-services' }).inside(told);
  const officer = { role: 'data-protection-officer', unit: 'data-protection' } as const;
  return { lake, officers: pseudonyms.for(officer).outside(lake) };
}
