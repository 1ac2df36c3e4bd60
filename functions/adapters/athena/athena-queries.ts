import { setTimeout as wait } from 'node:timers/promises';
import {
  AthenaClient,
  type AthenaClientConfig,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  type GetQueryResultsCommandOutput,
  type QueryExecution,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import type { SqlRow, SqlValue } from '../lake/lake-engine.ts';
import { AthenaFailed } from './athena-failed.ts';
import { boundStatement } from './bound-statement.ts';
import { rowsOfPage } from './rows-of-page.ts';

export interface AthenaSettings {
  readonly client: AthenaClient;
  readonly workgroup: string;
  /** The catalogue’s database. */
  readonly database: string;
  /** An answer of the same statement is given again within so many minutes; 0: never. 60 unless told. */
  readonly reuseMinutes?: number;
  /** A query that takes longer is stopped; 10 minutes unless told. */
  readonly longestSeconds?: number;
  /** Stops what is under way. */
  readonly signal?: AbortSignal;
}

export interface Statement {
  /** For errors; nothing about anybody. */
  readonly name: string;
  /** A question mark a value. */
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** Athena’s own bounds. */
const longestStatementBytes = 262_144;
const rowsPerPage = 1000;

const attempts = 4;
const firstPauseMilliseconds = 100;
const longestPauseMilliseconds = 2_000;

/** Statements asked of Athena: started, waited for, read page by page, stopped when nobody waits any more. */
export class AthenaQueries {
  readonly #settings: AthenaSettings;

  constructor(settings: AthenaSettings) {
    this.#settings = settings;
  }

  get database(): string {
    return this.#settings.database;
  }

  /** Rows of a query, a page at a time. */
  async *rows(statement: Statement): AsyncGenerator<SqlRow[]> {
    const id = await this.run(statement);
    let page: GetQueryResultsCommandOutput | undefined;
    do {
      const NextToken = page?.NextToken;
      const command = new GetQueryResultsCommand({
        QueryExecutionId: id,
        MaxResults: rowsPerPage,
        ...(NextToken !== undefined && { NextToken }),
      });
      page = await this.#told(statement, this.#settings.client.send(command, this.#options));
      const rows = rowsOfPage(page, NextToken === undefined);
      if (rows.length > 0) yield rows;
    } while (page.NextToken);
  }

  /** Runs a statement to its end; gives the id of the execution. Tries anew what Athena says may be tried anew. */
  async run(statement: Statement): Promise<string> {
    for (let attempt = 1; ; attempt += 1) {
      const id = await this.#start(statement);
      const ended = await this.#ended(statement, id);
      if (ended.Status?.State === 'SUCCEEDED') return id;
      const mayTryAgain = ended.Status?.AthenaError?.Retryable === true && attempt < attempts;
      if (!mayTryAgain) throw AthenaFailed.ofExecution(statement.name, ended);
      await this.#pause(statement, attempt);
    }
  }

  get #options() {
    const { signal } = this.#settings;
    return signal ? { abortSignal: signal } : {};
  }

  async #start(statement: Statement): Promise<string> {
    const { workgroup, database, reuseMinutes = 60 } = this.#settings;
    const { text, parameters } = boundStatement(statement);
    if (Buffer.byteLength(text) > longestStatementBytes)
      throw new AthenaFailed('query-too-large', statement.name, 'expected at most 262144 bytes');
    const command = new StartQueryExecutionCommand({
      QueryString: text,
      ...(parameters.length > 0 && { ExecutionParameters: parameters }),
      QueryExecutionContext: { Database: database },
      WorkGroup: workgroup,
      ResultReuseConfiguration: {
        ResultReuseByAgeConfiguration: {
          Enabled: reuseMinutes > 0,
          ...(reuseMinutes > 0 && { MaxAgeInMinutes: reuseMinutes }),
        },
      },
    });
    const { QueryExecutionId } = await this.#told(
      statement,
      this.#settings.client.send(command, this.#options),
    );
    return QueryExecutionId!;
  }

  async #ended(statement: Statement, id: string): Promise<QueryExecution> {
    const { longestSeconds = 600 } = this.#settings;
    const stopAt = performance.now() + longestSeconds * 1000;
    try {
      for (let look = 0; ; look += 1) {
        const question = new GetQueryExecutionCommand({ QueryExecutionId: id });
        const asked = this.#settings.client.send(question, this.#options);
        const { QueryExecution: execution } = await this.#told(statement, asked);
        const state = execution?.Status?.State;
        if (state !== 'QUEUED' && state !== 'RUNNING') return execution!;
        if (performance.now() > stopAt)
          throw new AthenaFailed('too-slow', statement.name, `expected an answer within ${longestSeconds} s`);
        await this.#pause(statement, look);
      }
    } catch (error) {
      // Stopped without the signal, which may be why; and why it was stopped is what is to be told.
      await this.#settings.client
        .send(new StopQueryExecutionCommand({ QueryExecutionId: id }))
        .catch(() => {});
      throw error;
    }
  }

  async #pause(statement: Statement, look: number): Promise<void> {
    const milliseconds = Math.min(firstPauseMilliseconds * 2 ** look, longestPauseMilliseconds);
    const { signal } = this.#settings;
    await this.#told(statement, wait(milliseconds, undefined, signal && { signal }));
  }

  async #told<Answer>({ name }: Statement, asked: Promise<Answer>): Promise<Answer> {
    try {
      return await asked;
    } catch (error) {
      throw AthenaFailed.ofService(name, error);
    }
  }
}

/** Region, credentials and endpoint are as the environment says, unless given. */
export const openAthena = (config: AthenaClientConfig = {}) =>
  new AthenaClient({
    maxAttempts: 8,
    retryMode: 'standard',
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 15_000, throwOnRequestTimeout: true },
    ...config,
  });
