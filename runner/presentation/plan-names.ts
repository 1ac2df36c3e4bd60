import type { Plan } from '../../data-contracts/schemas/plan.ts';
import { planTexts } from '../../data-contracts/vocabularies/plan-texts.ts';
import { say } from '../../wording/say.ts';

const interventionName = (id: string, { interventions, language }: Plan) =>
  interventions.find((one) => one.id === id)?.name[language] ?? id;

const namesOf = (ids: string, plan: Plan) =>
  ids
    .split('+')
    .map((id) => interventionName(id, plan))
    .map((name) => (plan.language === 'en' ? name : inMidSentence(name)))
    .join(' + ');

/** A strategy as a reader knows it. */
export function strategyName(id: string, plan: Plan): string {
  const { none, plan: whole, only } = planTexts.strategies;
  if (id === 'none') return none[plan.language];
  if (id === 'plan') return whole[plan.language];
  return say(only, plan.language, { name: namesOf(id.replace(/^only\./, ''), plan) });
}

/** A name within a phrase: a capital goes, unless it is an abbreviation's. */
const inMidSentence = (name: string) =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name;

/** A parameter as a reader knows it: what of which intervention. */
export function parameterName(id: string, plan: Plan): string {
  const at = id.lastIndexOf('.');
  const [owner, kind] = [id.slice(0, at), id.slice(at + 1) as keyof typeof planTexts.parameters];
  const what = planTexts.parameters[kind][plan.language];
  return owner === 'heavy-service' ? what : `${interventionName(owner, plan)}: ${what}`;
}
