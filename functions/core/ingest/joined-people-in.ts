import { z } from 'zod';
import { Pseudonym } from '../../../data-contracts/schemas/fields.ts';
import { JoinedPeople, nobodyJoined } from '../identity/joined-people.ts';
import type { Publication, PublicationStore } from '../ports/publication-store.ts';
import { LakeSummary, lakeStation } from './lake-manifest.ts';

const Joined = LakeSummary.pick({ joined: true });
const Pairs = z.array(z.tuple([Pseudonym, Pseudonym]));

/** Who is who, as a lake has them joined. */
export async function joinedPeopleOf(
  publications: Pick<PublicationStore, 'read'>,
  lake: Publication | undefined,
): Promise<JoinedPeople> {
  const joined = lake && Joined.parse(lake.summary).joined;
  if (!joined) return nobodyJoined;
  return joinedPeopleFrom(await publications.read(lake, joined.file));
}

export const joinedPeopleFrom = (content: Uint8Array): JoinedPeople =>
  new JoinedPeople(Pairs.parse(JSON.parse(new TextDecoder().decode(content))));

/** Who is who, as the current lake has them joined; read anew when there is another. */
export class JoinedPeopleInLake {
  readonly #publications: Pick<PublicationStore, 'current' | 'read'>;
  #known: { readonly file: string; readonly people: Promise<JoinedPeople> } | undefined;

  constructor(publications: Pick<PublicationStore, 'current' | 'read'>) {
    this.#publications = publications;
  }

  async now(): Promise<JoinedPeople> {
    return this.of(await this.#publications.current(lakeStation));
  }

  of(lake: Publication | undefined): Promise<JoinedPeople> | JoinedPeople {
    const file = lake && Joined.parse(lake.summary).joined?.file;
    if (file === undefined) return nobodyJoined;
    if (this.#known?.file !== file) {
      const people = joinedPeopleOf(this.#publications, lake);
      people.catch(() => {
        this.#known = undefined;
      });
      this.#known = { file, people };
    }
    return this.#known.people;
  }
}
