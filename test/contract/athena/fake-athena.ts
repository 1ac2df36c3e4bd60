import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { openClientMonthEngine } from '../../../functions/adapters/duckdb/client-month-engine.ts';
import { sqlPath, sqlText } from '../../../functions/adapters/duckdb/ingest-engine.ts';

/** A table of the catalogue: its files lie in a folder of a bucket, or one a programme and run. */
export interface CatalogueTable {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, type: string])[];
  readonly folder: string;
  readonly isByRun: boolean;
}

/** What goes wrong at a call: an error of the service, a connection cut, or a query that ends so. */
export type Fault =
  | { readonly error: string; readonly status?: number }
  | 'cut'
  | { readonly state: 'FAILED' | 'CANCELLED'; readonly reason: string; readonly isRetryable?: boolean }
  | 'endless';

interface Execution {
  readonly id: string;
  readonly sql: string;
  looks: number;
  state: string;
  status: Record<string, unknown>;
  columns: { Name: string; Type: string }[];
  rows: (string | null)[][];
}

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Where the folder of buckets stands for buckets that are elsewhere. */
export interface BucketMirror {
  /** Makes the folder as the buckets are. */
  bring(): Promise<void>;
  /** Puts into the buckets what was written in a folder. */
  send(folder: string): Promise<void>;
}

/**
 * Athena's protocol (JSON 1.1) with DuckDB behind it, over a folder that holds buckets. It binds parameters,
 * pages results, unloads into several files in no order, and goes wrong when it is told to.
 */
export class FakeAthena {
  readonly #buckets: string;
  readonly #database: string;
  readonly #tables: readonly CatalogueTable[];
  readonly #bucket: string;
  readonly #executions = new Map<string, Execution>();
  readonly #tokens = new Map<string, string>();
  readonly #faults = new Map<string, Fault[]>();
  readonly #server = createServer((request, response) => this.#answer(request, response));
  /** What was asked, in order. */
  readonly asked: { readonly action: string; readonly input: Record<string, unknown> }[] = [];
  /** Why queries failed, in DuckDB's words. */
  readonly errors: unknown[] = [];
  /** Ids of executions that were stopped. */
  readonly stopped: string[] = [];
  rowsPerPage = 1000;
  /** How often a query is still under way when it is looked at. */
  looksUntilEnded = 2;
  mirror: BucketMirror | undefined;

  constructor(buckets: string, bucket: string, database: string, tables: readonly CatalogueTable[]) {
    this.#buckets = buckets;
    this.#bucket = bucket;
    this.#database = database;
    this.#tables = tables;
  }

  async start(): Promise<string> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', () => listening()));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** The next calls of an action go wrong so, one after another. */
  injure(action: string, ...faults: readonly Fault[]): void {
    this.#faults.set(action, [...(this.#faults.get(action) ?? []), ...faults]);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const action = String(request.headers['x-amz-target']).replace('AmazonAthena.', '');
    const input = JSON.parse(Buffer.concat(chunks).toString() || '{}');
    this.asked.push({ action, input });
    const fault = this.#faults.get(action)?.shift();
    if (fault === 'cut') return void request.socket.destroy();
    const { status, body } =
      typeof fault === 'object' && 'error' in fault
        ? { status: fault.status ?? 400, body: { __type: fault.error, Message: 'as injected' } }
        : await this.#act(action, input, fault);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(body));
  }

  async #act(action: string, input: Record<string, string>, fault: Fault | undefined): Promise<Answer> {
    const execution = this.#executions.get(input.QueryExecutionId ?? '');
    if (action === 'StartQueryExecution') return this.#start(input, fault);
    if (!execution)
      return { status: 400, body: { __type: 'InvalidRequestException', Message: 'no such id' } };
    if (action === 'GetQueryExecution') return ok({ QueryExecution: look(execution, this.looksUntilEnded) });
    if (action === 'GetQueryResults') return ok(this.#page(execution, input));
    this.stopped.push(execution.id);
    execution.state = 'CANCELLED';
    return ok({});
  }

  async #start(input: Record<string, unknown>, fault: Fault | undefined): Promise<Answer> {
    const token = String(input.ClientRequestToken);
    const known = this.#tokens.get(token);
    if (known) return ok({ QueryExecutionId: known });
    const id = randomUUID();
    const parameters = (input.ExecutionParameters as string[] | undefined) ?? [];
    if (parameters.some((parameter) => parameter.length < 1 || parameter.length > 1024))
      return { status: 400, body: { __type: 'InvalidRequestException', Message: 'a parameter too long' } };
    const execution: Execution = {
      id,
      sql: bind(String(input.QueryString), parameters),
      looks: 0,
      state: 'RUNNING',
      status: {},
      columns: [],
      rows: [],
    };
    this.#executions.set(id, execution);
    this.#tokens.set(token, id);
    if (fault === 'endless') return ok({ QueryExecutionId: id });
    if (typeof fault === 'object' && 'state' in fault) {
      execution.state = fault.state;
      execution.status = {
        StateChangeReason: fault.reason,
        AthenaError: { ErrorCategory: 1, ErrorType: 233, Retryable: fault.isRetryable ?? false },
      };
    } else await this.#run(execution);
    return ok({ QueryExecutionId: id });
  }

  async #run(execution: Execution): Promise<void> {
    const limits = { spillFolder: join(this.#buckets, '.spill'), memoryMegabytes: 500, threads: 1 };
    const { connection, close } = await openClientMonthEngine(limits);
    try {
      await this.mirror?.bring();
      await this.#openCatalogue(connection);
      const unload = /^(?:--[^\n]*\n)*unload \((.*)\)\s+to '([^']+)' with \([^)]*\)$/s.exec(execution.sql);
      if (unload) await this.#unload(connection, unload[1]!, unload[2]!);
      else await fill(execution, connection);
      execution.state = 'SUCCEEDED';
    } catch (error) {
      this.errors.push(error);
      execution.state = 'FAILED';
      execution.status = {
        StateChangeReason: `SYNTAX_ERROR: ${error}`,
        AthenaError: { ErrorCategory: 2, ErrorType: 1006, Retryable: false },
      };
    } finally {
      close();
    }
  }

  async #openCatalogue(connection: DuckDBConnection): Promise<void> {
    await connection.run(`create schema "${this.#database}"`);
    for (const { name, columns, folder, isByRun } of this.#tables) {
      const place = join(this.#buckets, this.#bucket, folder);
      const isThere =
        existsSync(place) &&
        readdirSync(place, { recursive: true }).some((file) => /parquet$/.test(String(file)));
      const names = columns.map(([column]) => column).join(', ');
      const at = `'s3:/' || substr(filename, ${this.#buckets.length + 1})`;
      const parts = isByRun
        ? `, split_part(substr(filename, ${place.length + 1}), '/', 1) as programme,
             split_part(substr(filename, ${place.length + 1}), '/', 2) as run`
        : '';
      // a column of the catalogue that a file has not is null
      const nobody = `select ${columns.map(([column, type]) => `cast(null as ${type}) as ${column}`).join(', ')} where false`;
      const source = isThere
        ? `select ${names}, ${at} as "$path"${parts} from (${nobody} union all by name from read_parquet(
             ${sqlPath(place).slice(0, -1)}**/*.parquet', filename = true, union_by_name = true))`
        : `select ${columns.map(([column, type]) => `cast(null as ${type}) as ${column}`).join(', ')},
             '' as "$path", '' as programme, '' as run where false`;
      await connection.run(`create view "${this.#database}"."${name}" as ${source}`);
    }
  }

  /** Into three files, as writers that work side by side leave them: in no order, under names of their own. */
  async #unload(connection: DuckDBConnection, select: string, location: string): Promise<void> {
    const folder = join(this.#buckets, location.replace('s3://', ''));
    if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error('HIVE_PATH_ALREADY_EXISTS');
    mkdirSync(folder, { recursive: true });
    await connection.run(`create table unloaded as ${select}`);
    for (const part of [0, 1, 2]) {
      const file = sqlText(join(folder, randomUUID()));
      await connection.run(
        `copy (select * from unloaded where hash(client) % 3 = ${part} order by hash(client)) to ${file} (format parquet)`,
      );
    }
    await this.mirror?.send(folder);
  }

  #page({ columns, rows }: Execution, { NextToken, MaxResults }: Record<string, string>) {
    const from = Number(NextToken ?? 0);
    const size = Math.min(Number(MaxResults), this.rowsPerPage);
    const all = [columns.map(({ Name }) => Name), ...rows];
    const page = all.slice(from, from + size);
    return {
      ResultSet: {
        Rows: page.map((row) => ({
          Data: row.map((value) => (value === null ? {} : { VarCharValue: value })),
        })),
        ResultSetMetadata: { ColumnInfo: columns },
      },
      ...(from + size < all.length && { NextToken: String(from + size) }),
    };
  }
}

const ok = (body: Record<string, unknown>): Answer => ({ status: 200, body });

/** The first look finds a query that waits, later ones one that runs. */
function look(execution: Execution, looksUntilEnded: number) {
  execution.looks += 1;
  const { id, looks, state, status } = execution;
  const isEnded = state !== 'RUNNING' && (looks > looksUntilEnded || state === 'CANCELLED');
  const State = isEnded ? state : looks === 1 ? 'QUEUED' : 'RUNNING';
  return { QueryExecutionId: id, Status: { State, ...(isEnded && status) } };
}

function bind(sql: string, parameters: readonly string[]): string {
  let used = 0;
  const bound = sql.replace(/'(?:[^']|'')*'|--[^\n]*|\?/g, (part) =>
    part === '?' ? (parameters[used++] ?? '?') : part,
  );
  if (used !== parameters.length) throw new Error(`expected ${used} parameters, got ${parameters.length}`);
  return bound;
}

const athenaTypes: Readonly<Record<string, string>> = {
  VARCHAR: 'varchar',
  BIGINT: 'bigint',
  HUGEINT: 'bigint',
  INTEGER: 'integer',
  DOUBLE: 'double',
  BOOLEAN: 'boolean',
  DATE: 'date',
  TIMESTAMP: 'timestamp',
};

async function fill(execution: Execution, connection: DuckDBConnection): Promise<void> {
  const result = await connection.runAndReadAll(execution.sql);
  execution.columns = result.columnNames().map((Name, column) => ({
    Name,
    Type: athenaTypes[String(result.columnType(column))] ?? 'unknown',
  }));
  execution.rows = result.getRows().map((row) => row.map((value) => (value === null ? null : String(value))));
}
