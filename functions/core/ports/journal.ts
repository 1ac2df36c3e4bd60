import type { ServiceCount, ServiceMeasure } from '../../../data-contracts/vocabularies/service-metrics.ts';

/** What the service says of its own work, for those who keep it running. Nothing of a person, not even a pseudonym. */
export interface Journal {
  note(event: string, details: Readonly<Record<string, string | number | boolean>>): void;
  /** An error by its kind and the places in the code that it came through; of an unknown one, never its words. */
  fault(event: string, error: unknown, details: Readonly<Record<string, string | number | boolean>>): void;
  count(what: ServiceCount, times?: number): void;
  measure(what: ServiceMeasure, value: number): void;
  /** Called at the end of each piece of work. */
  flush(): void;
}

/** An error as a journal may tell it. */
export function faultDetails(error: unknown): Record<string, string> {
  const {
    name = 'unknown',
    code,
    stack = '',
  } = error instanceof Error ? (error as Error & { code?: unknown }) : {};
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name,
    ...(typeof code === 'string' && { code }),
    at: frames
      .slice(0, 8)
      .map((frame) => frame.trim())
      .join(' | '),
  };
}
