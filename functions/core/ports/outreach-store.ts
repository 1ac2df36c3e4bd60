import type { OutreachEvent, OutreachList } from '../../../data-contracts/schemas/outreach-list.ts';

/** Which note: of whom, on which list, of which event. Sealed, it opens for no other. */
export interface NotePlace {
  readonly client: string;
  readonly listId: string;
  readonly eventId: string;
}

/** Outreach lists, by pseudonym, and what happened to them. */
export interface OutreachStore {
  /** Every list that can be read, in the order of their numbers. */
  lists(): Promise<readonly OutreachList[]>;
  /** A number that no list has, higher than any, also than those that cannot be read. */
  nextNumber(): Promise<number>;
  /** The list of an id; undefined where there is none, whatever the text is. @throws OutreachDamaged */
  find(listId: string): Promise<OutreachList | undefined>;
  /** Keeps a list, durably, unless its number is taken: then false, and nothing is kept. */
  create(list: OutreachList): Promise<boolean>;
  /** A list's events in the order in which they were kept. @throws OutreachDamaged when one is missing or unreadable */
  eventsOf(listId: string): Promise<readonly OutreachEvent[]>;
  /**
   * Keeps an event after those there are, durably and once: the same event told again is not kept again.
   * @throws OutreachListClosed when the list was closed before
   * @throws OutreachEventIdTaken when the id is another event's
   */
  append(listId: string, event: OutreachEvent): Promise<void>;
  /**
   * Keeps every note as it is once sealed anew, in its place. Cut off, told again.
   * @throws OutreachDamaged where a list's events cannot be read
   */
  resealNotes(reseal: (place: NotePlace, sealed: string) => string): Promise<void>;
  /**
   * Takes the people's rows out of every list, and what came of them; returns how many rows. Cut off, told again.
   * @throws OutreachDamaged where a list names one of them that cannot be read
   */
  erase(clients: ReadonlySet<string>): Promise<number>;
}

/** Nothing more can happen to the list. */
export class OutreachListClosed extends Error {
  readonly code = 'outreach-list-closed';
}

/** What is kept of a list is not as it was written; nothing goes on until someone has looked. */
export class OutreachDamaged extends Error {
  readonly code = 'outreach-damaged';
}

/** The id names another event of the list. */
export class OutreachEventIdTaken extends Error {
  readonly code = 'outreach-event-id-taken';
}
