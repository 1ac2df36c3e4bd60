import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  EffectEvidence,
  type InterventionEvidence,
} from '../../../data-contracts/schemas/effect-evidence.ts';
import { ThingId } from '../../../data-contracts/schemas/fields.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import { Requester } from '../../../data-contracts/schemas/requester.ts';
import { type ClientMonthSummary, clientMonthStation } from '../client-months/build-client-months.ts';
import type { ClientMonthSource } from '../ports/client-month-source.ts';
import type { OutreachStore } from '../ports/outreach-store.ts';
import type { Publication, PublicationStore } from '../ports/publication-store.ts';
import { publishOnce } from '../publish-once.ts';
import { peopleOf } from '../release/access-in-log.ts';
import type { QuestionRefused } from '../release/gate-question.ts';
import { askGate, type GatePorts } from '../release/release-gate.ts';
import { releasedInTurn } from '../release/released-in-turn.ts';
import { requireCurrent } from '../require-current.ts';
import { drawnPeople } from './drawn-people.ts';
import { estimateEffect } from './estimate-effect.ts';
import { type FollowedPerson, followDrawn } from './follow-drawn.ts';

export const EvidenceAsked = z.object({ programme: ThingId, requester: Requester });
export type EvidenceAsked = z.infer<typeof EvidenceAsked>;

export interface EvidencePorts extends GatePorts {
  readonly publications: PublicationStore;
  readonly clientMonths: ClientMonthSource;
  readonly store: Pick<OutreachStore, 'lists' | 'eventsOf'>;
}

const evidenceFile = 'evidence.json';
const stationOf = (programme: string) => `evidence/${programme}`;

export type EvidenceOutcome =
  | { readonly status: 'gathered'; readonly evidence: EffectEvidence }
  | QuestionRefused;

/**
 * Reads the outcomes of a programme's closed lists: how those fared who were drawn by lot, and of whom the gate lets
 * the data be used for model development. Publishes what they tell of each intervention's effect; plans are made
 * with it from then on.
 * @throws NothingPublished
 */
export async function gatherEvidence(
  ports: EvidencePorts,
  programme: Programme,
  requester: Requester,
): Promise<EvidenceOutcome> {
  const useCase = 'estimate-effects';
  const currentMonths = () => requireCurrent(ports.publications, clientMonthStation(programme));
  const originOf = async () => (await currentMonths()).origin;
  const session = await askGate(ports, { useCase, requester, originOf });
  if (session.status === 'refused') return session;
  const months = await currentMonths();
  const people = await peopleOf(ports);
  const drawn = (await drawnPeople(ports.store, programme.id)).map((one) => ({
    ...one,
    client: people.personOf(one.client),
  }));
  const released = await releasedInTurn(session, await followDrawn(ports.clientMonths, months, drawn));
  const { endpoint } = programme.outcome;
  const interventions = [...new Set(drawn.flatMap(({ intervention }) => intervention ?? []))].sort();
  const evidence: EffectEvidence = {
    origin: months.origin,
    programme: programme.id,
    seenTo: (months.summary as unknown as ClientMonthSummary).coversTo,
    interventions: interventions.map((id) => evidenceOf(id, endpoint, released)),
  };
  await session.close([], (closing) => ({ kind: 'question-closed', ...closing, requester, useCase }));
  await publish(ports.publications, months, evidence);
  return { status: 'gathered', evidence };
}

function evidenceOf(
  intervention: string,
  endpoint: InterventionEvidence['endpoint'],
  people: readonly FollowedPerson[],
): InterventionEvidence {
  const lotsOf = (drawn: string | null) =>
    new Set(people.filter((person) => person.intervention === drawn).map(({ lotId }) => lotId));
  // A lot in which nobody drew nothing has nobody to compare with.
  const others = lotsOf(null);
  const lots = new Set([...lotsOf(intervention)].filter((lotId) => others.has(lotId)));
  const inLots = people.filter(({ lotId }) => lots.has(lotId));
  return { intervention, endpoint, lots: lots.size, found: estimateEffect(intervention, inLots) };
}

function publish(publications: PublicationStore, months: Publication, evidence: EffectEvidence) {
  const text = `${JSON.stringify(evidence, null, 2)}\n`;
  const station = stationOf(evidence.programme);
  const parameters = { evidenceSha256: createHash('sha256').update(text).digest('hex') };
  const run = { station, version: '1', inputs: [months], parameters, origin: months.origin };
  return publishOnce(publications, run, async (name) => {
    await publications.write(station, name, evidenceFile, new TextEncoder().encode(text));
    return { fileNames: [evidenceFile], summary: { interventions: evidence.interventions.length } };
  });
}

/** The current evidence of a programme; undefined where none was gathered. */
export async function currentEvidence(
  publications: Pick<PublicationStore, 'current' | 'read'>,
  programme: string,
): Promise<EffectEvidence | undefined> {
  const publication = await publications.current(stationOf(programme));
  if (!publication) return undefined;
  const text = new TextDecoder().decode(await publications.read(publication, evidenceFile));
  return EffectEvidence.parse(JSON.parse(text));
}
