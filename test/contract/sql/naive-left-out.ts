import { lakeColumnOf } from '../../../data-contracts/schemas/lake-columns.ts';
import { isLeftOut, type PlausibilityRules } from '../../../data-contracts/schemas/plausibility.ts';
import { type TableName, tables } from '../../../data-contracts/schemas/tables.ts';
import type { Lake, LakeRow, Study } from './lake.ts';
import { naiveServiceGroup, newestOfEachKey } from './naive-client-months.ts';

const dated = {
  'service-events': 'started_on',
  diagnoses: 'diagnosed_on',
  assessments: 'assessed_on',
  'social-care-decisions': 'decided_on',
} as const satisfies Partial<Record<TableName, string>>;
type Dated = keyof typeof dated;

const days = (from: unknown, to: unknown) => (Date.parse(`${to}`) - Date.parse(`${from}`)) / 86_400_000;

/** A lake in which what the rules leave out has been taken back, row by row by the words of the contracts. */
export function naiveLeftOut(lake: Lake, study: Study, rules: PlausibilityRules): Lake {
  const versions = newestOfEachKey(lake.clients ?? [], ['client', 'valid_from'], () => true).sort(
    (one, other) => (`${one.valid_from}` < `${other.valid_from}` ? -1 : 1),
  );
  const of = (client: string) => versions.filter((row) => row.client === client);
  const first = (client: string, column: string) =>
    of(client)
      .flatMap((row) => row[column] ?? [])
      .sort()[0];
  const isAway = (client: string, day: string) =>
    of(client).some(({ moved_out_on: left }, place) => {
      const back = of(client)[place + 1]?.valid_from ?? '9999-12-31';
      return left !== undefined && day > `${left}` && day < `${back}`;
    });
  const isImplausible = (table: Dated, row: LakeRow, isLastWord: boolean): boolean => {
    const day = `${row[dated[table]]}`;
    const isEvent = table === 'service-events';
    const isOpen = isEvent && row.ended_on === undefined && naiveServiceGroup(row) === 'hospital-stay';
    const died = first(row.client, 'died_on');
    const born = first(row.client, 'born_on');
    const holds = {
      'after-death': died !== undefined && day > `${died}`,
      'before-birth': born !== undefined && day < `${born}`,
      'while-away': isAway(row.client, day),
      'open-too-long':
        isLastWord && isOpen && days(day, study.followUpEndsOn) > rules.longestOpenHospitalStayDays,
      'end-far-ahead':
        isEvent &&
        row.ended_on !== undefined &&
        days(row.recorded_on, row.ended_on) > rules.longestEndAheadDays,
    } as const;
    return Object.entries(holds).some(
      ([kind, is]) => is && isLeftOut(rules, table, kind as keyof typeof holds),
    );
  };
  const left: Lake = { ...lake };
  for (const table of Object.keys(dated) as Dated[]) {
    const rows = lake[table] ?? [];
    const last = new Set(newestOfEachKey(rows, [...tables[table].key.map(lakeColumnOf)], () => true));
    left[table] = rows.map((row) => (isImplausible(table, row, last.has(row)) ? takenBack(row) : row));
  }
  const diedTwice = (client: string) => new Set(of(client).flatMap((row) => row.died_on ?? [])).size > 1;
  if (isLeftOut(rules, 'clients', 'two-deaths'))
    left.clients = (lake.clients ?? []).map((row) => (diedTwice(row.client) ? takenBack(row) : row));
  return left;
}

const takenBack = (row: LakeRow): LakeRow => ({ ...row, is_withdrawn: 'yes' });
