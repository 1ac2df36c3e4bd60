import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { connectionTo, type EngineLimits, openInstance } from './client-month-engine.ts';

/** So long after its last query an engine's memory goes back to the machine. */
const lingerMilliseconds = 1_000;

/**
 * An engine for queries that come one soon after the other, as those of one question do: it takes longer to open
 * than such a query takes. Connections see nothing of one another but through what is created in the engine itself.
 */
class LingeringEngine {
  readonly #limits: EngineLimits;
  #instance: Promise<DuckDBInstance> | undefined;
  #connections = 0;
  #closing: NodeJS.Timeout | undefined;

  constructor(limits: EngineLimits) {
    this.#limits = limits;
  }

  async connect(): Promise<{ connection: DuckDBConnection; close: () => void }> {
    this.#connections += 1;
    clearTimeout(this.#closing);
    try {
      this.#instance ??= openInstance(this.#limits);
      const connection = await connectionTo(await this.#instance);
      const close = () => {
        connection.closeSync();
        this.#left();
      };
      return { connection, close };
    } catch (error) {
      this.#left();
      throw error;
    }
  }

  #left(): void {
    this.#connections -= 1;
    if (this.#connections === 0) this.#closing = setTimeout(() => this.#close(), lingerMilliseconds).unref();
  }

  #close(): void {
    const instance = this.#instance;
    this.#instance = undefined;
    instance?.then((opened) => opened.closeSync()).catch(() => {});
  }
}

const engines = new Map<string, LingeringEngine>();

/** The engine of a home: one for all that asks its tables in this process. */
export function lingeringEngine(limits: EngineLimits): LingeringEngine {
  const key = JSON.stringify(limits);
  const engine = engines.get(key) ?? new LingeringEngine(limits);
  engines.set(key, engine);
  return engine;
}
