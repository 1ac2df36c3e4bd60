import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { faultDetails, type Journal, type JournalCount } from '../../core/ports/journal.ts';

/** The journal as JSON lines, and its counts as CloudWatch takes them from such lines. */
export class PowertoolsJournal implements Journal {
  readonly #logger: Logger;
  readonly #metrics: Metrics;

  constructor(serviceName: string) {
    this.#logger = new Logger({ serviceName });
    this.#metrics = new Metrics({ namespace: 'Ennakko', serviceName });
  }

  note(event: string, details: Readonly<Record<string, string | number | boolean>>): void {
    this.#logger.info(event, { details });
  }

  fault(event: string, error: unknown, details: Readonly<Record<string, string | number | boolean>>): void {
    this.#logger.error(event, { details: { ...details, ...faultDetails(error) } });
  }

  count(what: JournalCount, times = 1): void {
    this.#metrics.addMetric(what, MetricUnit.Count, times);
  }

  flush(): void {
    this.#metrics.publishStoredMetrics();
  }
}
