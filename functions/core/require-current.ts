import type { Publication, PublicationStore } from './ports/publication-store.ts';

/** A station that must have run before has not. */
export class NothingPublished extends Error {
  readonly code = 'nothing-published';
}

/** What was published is of an earlier version of the service, and cannot be read as what it is now. */
export class PublishedByEarlierVersion extends NothingPublished {
  constructor(station: string) {
    super(`${station}: published by an earlier version of the service; train and score again`);
  }
}

/** Client-months of an earlier version of the service have other predictors than are asked of them. */
export class BuiltByEarlierVersion extends NothingPublished {
  constructor(station: string) {
    super(`${station}: built by an earlier version of the service; build client-months again`);
  }
}

/** The current publication of a station. @throws NothingPublished when there is none */
export async function requireCurrent(
  store: Pick<PublicationStore, 'current'>,
  station: string,
): Promise<Publication> {
  const publication = await store.current(station);
  if (!publication)
    throw new NothingPublished(`${station}: nothing published yet; run the step before first`);
  return publication;
}
