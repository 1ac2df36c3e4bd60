/** How people are kept apart for the test: a share of them by pseudonym, or whole study groups. */
export type PeopleSplit =
  | { readonly by: 'share'; readonly testShare: number }
  | { readonly by: 'study-group'; readonly testGroups: readonly string[] };

const hexDigits = 8;
const range = 16 ** hexDigits;

/**
 * A number in [0, 1) that belongs to a pseudonym. A pseudonym is a keyed HMAC, so its digits are as good as
 * drawn at random; `part` picks another eight of them for another, independent number.
 */
export function shareOf(pseudonym: string, part: 0 | 1 | 2 | 3): number {
  return Number.parseInt(pseudonym.slice(part * hexDigits, (part + 1) * hexDigits), 16) / range;
}

/** Whether a person is kept for the test and never trained on. */
export function isTestPerson(pseudonym: string, studyGroup: string, split: PeopleSplit): boolean {
  return split.by === 'share'
    ? shareOf(pseudonym, 0) < split.testShare
    : split.testGroups.includes(studyGroup);
}
