import type { AskedPeople, Preset } from '../../../data-contracts/schemas/asked-people.ts';
import type { Cohort } from '../../../data-contracts/schemas/cohort.ts';
import type { ScoreSet } from '../ports/score-store.ts';
import { filterOf } from './safe-population.ts';

/** A question whose preset there is not, or that says itself what its preset says. */
export type PresetRefused =
  | { readonly status: 'unknown-preset'; readonly given: string; readonly known: readonly string[] }
  | { readonly status: 'preset-and-own-terms' };

/**
 * A question with the terms of its preset in the place of its own; one without a preset as it is. The name of the
 * preset stays, for who reads the answer and the log.
 */
export function meantPeople<Question extends AskedPeople>(
  question: Question,
  presets: readonly Preset[],
): { readonly status: 'meant'; readonly question: Question } | PresetRefused {
  if (question.preset === undefined) return { status: 'meant', question };
  const preset = presets.find(({ id }) => id === question.preset);
  if (!preset)
    return { status: 'unknown-preset', given: question.preset, known: presets.map(({ id }) => id) };
  const { fromAgeYears, toAgeYears, serviceStatuses, livesAlone } = question;
  if ([fromAgeYears, toAgeYears, serviceStatuses, livesAlone].some((own) => own !== undefined))
    return { status: 'preset-and-own-terms' };
  const { id: _, name: __, ...terms } = preset;
  return { status: 'meant', question: { ...question, ...terms } };
}

/** A question apart from the name of its preset and the order of its statuses: alike questions are one. */
export const plainTerms = <Question extends AskedPeople>({
  preset: _,
  serviceStatuses,
  ...terms
}: Question) => ({
  ...terms,
  ...(serviceStatuses && { serviceStatuses: [...serviceStatuses].sort() }),
});

/** What an answer says of whom it is about. */
export function aboutWhom(
  question: AskedPeople,
  presets: readonly Preset[],
  { serviceStatusRules = [] }: Pick<ScoreSet, 'serviceStatusRules'>,
): Pick<Cohort, 'people' | 'presetName' | 'statusBases'> {
  const { preset } = question;
  return {
    people: { ...filterOf(question), preset } as AskedPeople,
    presetName: presets.find(({ id }) => id === preset)?.name,
    statusBases: serviceStatusRules.map(({ status, basis }) => ({ status, basis })),
  };
}
