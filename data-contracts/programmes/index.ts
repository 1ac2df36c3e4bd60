import { Programme } from '../schemas/programme.ts';
import firstAdmission from './first-admission.json' with { type: 'json' };
import olderPeople from './older-people.json' with { type: 'json' };

/** The programmes of the service, by id; each is read from its file and checked when it is loaded. */
export const programmes: Readonly<Record<string, Programme>> = Object.fromEntries(
  [olderPeople, firstAdmission]
    .map((file) => Programme.parse(file))
    .map((programme) => [programme.id, programme]),
);

/** The programme of an id; undefined when there is none. */
export const programmeById = (id: string): Programme | undefined =>
  Object.hasOwn(programmes, id) ? programmes[id] : undefined;
