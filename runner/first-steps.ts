/** How the walk of `docs/guide/one-day.md` begins: what `ennakko start` tells to do next. */
export const firstSteps = [
  'outreach units',
  'cohort --municipality 905 --service-status none,occasional --size 500 --out one-day/cohort',
  'outreach preview --from one-day/cohort/cohort.json',
] as const;
