import { writeDecisions } from './care-decisions.ts';
import { ClientRows, type RowSink } from './client-rows.ts';
import { writeClientVersions } from './client-versions.ts';
import { writeConsents } from './consent-rows.ts';
import { writeHomeServices } from './home-services.ts';
import { writeIllnesses } from './illnesses.ts';
import type { Life } from './life.ts';
import { personOf } from './person.ts';
import { writeAssessments } from './rai-assessments.ts';
import { RandomStream } from './random-stream.ts';
import { writeRelationships } from './relationship-rows.ts';
import { writeStays } from './stays.ts';
import { writeVisits } from './visits.ts';

const registers = [
  writeClientVersions,
  writeVisits,
  writeStays,
  writeHomeServices,
  writeIllnesses,
  writeAssessments,
  writeDecisions,
  writeConsents,
  writeRelationships,
];

/** Random streams of a client: 0 the life, 1 the person, 2 wrong rows, then one for each register. */
const firstRegisterStream = 3;

/** Writes all that the registers hold of one life. */
export function writeClient(life: Life, seed: number, sink: RowSink): void {
  const person = personOf(seed, life);
  const rows = new ClientRows(sink, seed, life.clientNumber, life.identityCode);
  registers.forEach((write, index) => {
    write(person, rows, new RandomStream(seed, life.clientNumber, firstRegisterStream + index));
  });
}
