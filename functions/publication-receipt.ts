import type { Publication } from './core/ports/publication-store.ts';

/** What a station published, for a state machine. */
export const publicationReceipt = ({
  publication: { station, run, fingerprint, origin },
  wasReused,
}: {
  readonly publication: Publication;
  readonly wasReused: boolean;
}) => ({ station, run, fingerprint, origin, wasReused });
