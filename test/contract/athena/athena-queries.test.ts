import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AthenaQueries } from '../../../functions/adapters/athena/athena-queries.ts';
import { boundStatement } from '../../../functions/adapters/athena/bound-statement.ts';
import type { SqlRow } from '../../../functions/adapters/lake/lake-engine.ts';
import { type AthenaHome, athenaHome, queriesAt } from './lake-engines.ts';

let home: AthenaHome;
beforeEach(async () => {
  home = await athenaHome();
});
afterEach(() => home.close());

const numbers = {
  name: 'numbers',
  text: "select n, 'né ' || cast(n as varchar) as word from unnest(sequence(1, ?, 1)) as t (n) order by n",
  values: [2500],
};

async function rowsOf(queries: AthenaQueries, statement = numbers): Promise<SqlRow[]> {
  const rows: SqlRow[] = [];
  for await (const page of queries.rows(statement)) rows.push(...page);
  return rows;
}
const asked = (action: string) => home.athena.asked.filter((one) => one.action === action);

describe('a query of Athena', () => {
  it('gives every row of every page once, each value in its type', async () => {
    const rows = await rowsOf(home.queries);
    expect(rows).toHaveLength(2500);
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 2500 }, (_, at) => at + 1));
    expect(rows[9]?.word).toBe('né 10');
    expect(asked('GetQueryResults')).toHaveLength(3);
    const values =
      "select cast(null as varchar) as a, '' as b, true as c, 0.5e0 as d, date '2025-01-31' as e";
    expect(await rowsOf(home.queries, { name: 'values', text: values, values: [] })).toEqual([
      { a: null, b: '', c: true, d: 0.5, e: '2025-01-31' },
    ]);
    expect(
      await rowsOf(home.queries, { name: 'none', text: 'select 1 as a where false', values: [] }),
    ).toEqual([]);
  });

  it('binds its values, whatever they say and however long they are', async () => {
    const hostile = `x') or 1=1 -- '?' "y" ${"it's ".repeat(700)}`;
    const text = "select ? as a, '?' as b, -- why?\n ? as c, ? as d";
    const [row] = await rowsOf(home.queries, {
      name: 'hostile',
      text,
      values: [hostile, null, true],
    } as never);
    expect(row).toEqual({ a: hostile, b: '?', c: null, d: true });
    expect(asked('StartQueryExecution')[0]?.input.QueryString).not.toContain('or 1=1');
  });

  it('is refused where question marks and values do not match, or the text is too long for Athena', async () => {
    expect(() => boundStatement({ text: 'select ?', values: [] })).toThrow(RangeError);
    expect(() => boundStatement({ text: "select '?'", values: [1] })).toThrow(RangeError);
    const long = { name: 'long', text: `select '${'x'.repeat(262_144)}'`, values: [] };
    await expect(rowsOf(home.queries, long as never)).rejects.toMatchObject({ code: 'query-too-large' });
    expect(asked('StartQueryExecution')).toEqual([]);
  });

  it('is started in its workgroup and database, and uses an earlier answer of the same statement', async () => {
    await rowsOf(home.queries);
    expect(asked('StartQueryExecution')[0]?.input).toMatchObject({
      WorkGroup: 'ennakko',
      QueryExecutionContext: { Database: 'county' },
      ExecutionParameters: ['2500'],
      ResultReuseConfiguration: { ResultReuseByAgeConfiguration: { Enabled: true, MaxAgeInMinutes: 60 } },
    });
  });

  it('gives the same rows where calls are throttled, cut off or answered by a failing server', async () => {
    const expected = await rowsOf(home.queries);
    home.athena.injure('StartQueryExecution', { error: 'TooManyRequestsException' }, 'cut', {
      error: 'InternalServerException',
      status: 500,
    });
    home.athena.injure('GetQueryExecution', 'cut', { error: 'ThrottlingException' });
    home.athena.injure('GetQueryResults', { error: 'ThrottlingException' }, 'cut');
    expect(await rowsOf(home.queries)).toEqual(expected);
    const tokens = asked('StartQueryExecution').map(({ input }) => input.ClientRequestToken);
    expect(new Set(tokens.slice(1)).size).toBe(1);
  }, 60_000);

  it('is tried anew where Athena says that it may be, and not otherwise', async () => {
    const busy = { state: 'FAILED', reason: 'Query exhausted resources', isRetryable: true } as const;
    home.athena.injure('StartQueryExecution', busy, busy);
    expect(await rowsOf(home.queries)).toHaveLength(2500);
    home.athena.injure('StartQueryExecution', busy, busy, busy, busy);
    await expect(rowsOf(home.queries)).rejects.toMatchObject({ code: 'query-failed' });
    home.athena.injure('StartQueryExecution', { state: 'CANCELLED', reason: 'by an administrator' });
    await expect(rowsOf(home.queries)).rejects.toMatchObject({ code: 'query-cancelled' });
  });

  it('tells of a failure which query and which kind, and nothing of rows or values', async () => {
    const failed = await rowsOf(home.queries, {
      name: 'broken',
      text: "select cast('010150-999K' as date) as day from nowhere",
      values: [],
    } as never).catch((error: Error) => error);
    expect(String(failed)).toMatch(
      /^Error: athena: broken: FAILED, SYNTAX_ERROR, category 2, type 1006, execution [0-9a-f-]{36}$/,
    );
    home.athena.injure('StartQueryExecution', {
      state: 'FAILED',
      reason: 'INVALID_CAST_ARGUMENT: Value cannot be cast to date: 010150-999K',
    });
    const message = await rowsOf(home.queries).catch((error: Error) => error.message);
    expect(message).toContain('INVALID_CAST_ARGUMENT');
    expect(message).not.toContain('999K');
  });

  it('says that credentials have expired, and works again with new ones', async () => {
    for (const action of ['StartQueryExecution', 'GetQueryExecution', 'GetQueryResults']) {
      home.athena.injure(action, { error: 'ExpiredTokenException' });
      await expect(rowsOf(home.queries), action).rejects.toMatchObject({
        code: 'credentials-expired',
        message: 'athena: numbers: ExpiredTokenException',
      });
    }
    expect(await rowsOf(home.queries)).toHaveLength(2500);
  });

  it('is stopped when nobody waits for it any more, and when it takes too long', async () => {
    const abort = new AbortController();
    home.athena.injure('StartQueryExecution', 'endless');
    setTimeout(() => abort.abort(), 400);
    await expect(rowsOf(queriesAt(home.url, { signal: abort.signal }))).rejects.toMatchObject({
      code: 'query-cancelled',
    });
    expect(home.athena.stopped).toHaveLength(1);
    home.athena.injure('StartQueryExecution', 'endless');
    await expect(rowsOf(queriesAt(home.url, { longestSeconds: 0.3 }))).rejects.toMatchObject({
      code: 'too-slow',
    });
    expect(home.athena.stopped).toHaveLength(2);
  });
});
