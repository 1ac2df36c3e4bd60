import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import {
  metricNamespace,
  type ServiceCount,
  type ServiceMeasure,
} from '../../../data-contracts/vocabularies/service-metrics.ts';
import { faultDetails, type Journal } from '../../core/ports/journal.ts';

/** The journal as JSON lines, and its counts as CloudWatch takes them from such lines. */
export class PowertoolsJournal implements Journal {
  readonly #logger: Logger;
  readonly #metrics: Metrics;

  constructor(serviceName: string) {
    this.#logger = new Logger({ serviceName });
    this.#metrics = new Metrics({ namespace: metricNamespace, serviceName });
  }

  note(event: string, details: Readonly<Record<string, string | number | boolean>>): void {
    this.#logger.info(event, { details });
  }

  fault(event: string, error: unknown, details: Readonly<Record<string, string | number | boolean>>): void {
    this.#logger.error(event, { details: { ...details, ...faultDetails(error) } });
  }

  count(what: ServiceCount, times = 1): void {
    this.#metrics.addMetric(what, MetricUnit.Count, times);
  }

  measure(what: ServiceMeasure, value: number): void {
    this.#metrics.addMetric(what, MetricUnit.NoUnit, value);
  }

  flush(): void {
    this.#metrics.publishStoredMetrics();
  }
}
