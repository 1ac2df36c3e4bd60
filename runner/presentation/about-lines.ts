import type { AskedPeople } from '../../data-contracts/schemas/asked-people.ts';
import { type Cohort, notTold, type ToldStatus } from '../../data-contracts/schemas/cohort.ts';
import type { Language } from '../../data-contracts/schemas/fields.ts';
import { aboutTexts } from '../../data-contracts/vocabularies/about-texts.ts';
import { serviceStatuses, statusBases } from '../../data-contracts/vocabularies/service-statuses.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { municipalityName } from '../../wording/figures.ts';
import { say } from '../../wording/say.ts';

/** A service status in words; of too few to be told, that it is not. */
export const toldStatus = (status: ToldStatus, language: Language): string =>
  status === notTold ? texts.withheld.suppressed[language] : serviceStatuses[status][language];

/** What an answer says of whom it is about. */
export type AboutWhom = Pick<Cohort, 'people' | 'presetName' | 'statusBases' | 'language'>;

/** Whom a question is about, in a line; none where it is about everybody. */
export function peopleLines({ people, presetName, language }: AboutWhom): string[] {
  const { municipalities = [] } = people;
  const places = municipalities.map((code) => municipalityName(code, language)).join(', ');
  const who = [presetName?.[language] ?? peopleTerms(people, language), places].filter(Boolean);
  return who.length > 0 ? [say(aboutTexts.people, language, { who: who.join(' · ') })] : [];
}

/** Ages, living alone and statuses, in words. */
export const peopleTerms = (people: AskedPeople, language: Language): string =>
  [
    ...agesOf(people, language),
    ...(people.livesAlone ? [aboutTexts.livesAlone[language]] : []),
    ...(people.serviceStatuses ? [statusNames(people.serviceStatuses, language)] : []),
  ].join(' · ');

function agesOf({ fromAgeYears: from, toAgeYears: to }: AskedPeople, language: Language): string[] {
  if (from !== undefined && to !== undefined) return [say(aboutTexts.ages, language, { from, to })];
  if (from !== undefined) return [say(aboutTexts.agesFrom, language, { from })];
  return to === undefined ? [] : [say(aboutTexts.agesTo, language, { to })];
}

/** Names within a sentence. */
const statusNames = (statuses: readonly (keyof typeof serviceStatuses)[], language: Language) =>
  statuses.map((status) => serviceStatuses[status][language].toLocaleLowerCase(language)).join(', ');

/** On what the statuses rest, in a line; none where nobody has one. */
export function basisLines({
  statusBases: told,
  language,
}: Pick<AboutWhom, 'statusBases' | 'language'>): string[] {
  const bases = (Object.keys(statusBases) as (keyof typeof statusBases)[]).flatMap((basis) => {
    const resting = told.filter((one) => one.basis === basis).map(({ status }) => status);
    return resting.length > 0 ? [`${statusBases[basis][language]} (${statusNames(resting, language)})`] : [];
  });
  return bases.length > 0 ? [say(aboutTexts.basis, language, { bases: bases.join('; ') })] : [];
}
