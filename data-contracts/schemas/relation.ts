/**
 * What a rule between the fields of a row is declared with: the fields that it looks at, the first of which breaks it.
 * Whoever takes in a file judges each distinct combination of them once, so that a rule must look at no other.
 */
export const relation = (of: readonly [string, ...string[]], error: string) => ({
  path: [of[0]],
  error,
  params: { of },
});
