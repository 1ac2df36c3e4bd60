import type { Clock } from '../../functions/core/ports/clock.ts';
import type { Journal } from '../../functions/core/ports/journal.ts';
import { dayInFinland } from '../../functions/core/release/instant-order.ts';
import { anchorHome } from '../anchoring.ts';

const hour = 3_600_000;

/**
 * Anchors the audit log while the home is served: at the start, at the first answer of a day in Finland, every
 * hour in which it has grown, and at the end. What fails is in the journal, and tried again the next time.
 */
export function localAnchors(folder: string, { clock, journal }: { clock: Clock; journal: Journal }) {
  let before: Promise<unknown> = Promise.resolve();
  let day = '';
  const anchor = (): Promise<unknown> => {
    day = dayInFinland(clock.now());
    before = before
      .then(() => anchorHome(folder, clock))
      .catch((error: unknown) => journal.fault('audit log not anchored', error, {}));
    return before;
  };
  const timer = setInterval(anchor, hour).unref();
  void anchor();
  return {
    answered: (): void => {
      if (dayInFinland(clock.now()) !== day) void anchor();
    },
    end: (): Promise<unknown> => {
      clearInterval(timer);
      return anchor();
    },
  };
}
