import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { type ApiName, apiNames } from '../../../data-contracts/api/index.ts';
import {
  controller,
  interventions,
  keptAfterErasure,
  presets,
  priceIndex,
  retention,
  serviceStatusRules,
  legalBases as shippedLegalBases,
  storageTimes,
} from '../../../data-contracts/catalogues/index.ts';
import cardExample from '../../../data-contracts/examples/model-card.json' with { type: 'json' };
import monitoringExample from '../../../data-contracts/examples/model-monitoring.json' with { type: 'json' };
import { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { Requester, Role } from '../../../data-contracts/schemas/requester.ts';
import type { RiskScore } from '../../../data-contracts/schemas/risk-score.ts';
import type { TableName } from '../../../data-contracts/schemas/tables.ts';
import { DevelopmentSignIn } from '../../../functions/adapters/jose/development-sign-in.ts';
import { JoseTokenVerifier } from '../../../functions/adapters/jose/jose-token-verifier.ts';
import { MemoryObjects } from '../../../functions/adapters/objects/memory-objects.ts';
import { ObjectAnchors } from '../../../functions/adapters/objects/object-anchors.ts';
import { AnswerPseudonyms } from '../../../functions/core/identity/unit-pseudonyms.ts';
import type { ErasureJob, RotationJob, TrainJob } from '../../../functions/core/jobs.ts';
import { unitNameFrom } from '../../../functions/core/outreach/named-units.ts';
import type { Clock } from '../../../functions/core/ports/clock.ts';
import type { JobRequests } from '../../../functions/core/ports/job-requests.ts';
import type { Journal } from '../../../functions/core/ports/journal.ts';
import type { Publication } from '../../../functions/core/ports/publication-store.ts';
import { requireProgramme } from '../../../functions/core/require-programme.ts';
import { usualClaimNames } from '../../../functions/core/sign-in/requester-of-claims.ts';
import type { ApiContainer, ApiHandler } from '../../../functions/http/api-handler.ts';
import { knowledgeHandler } from '../../../functions/knowledge-api/handler.ts';
import { plannerHandler } from '../../../functions/planner-api/handler.ts';
import { preventionHandler } from '../../../functions/prevention-api/handler.ts';
import { rightsHandler } from '../../../functions/rights-api/handler.ts';
import { accessDocumentText } from '../../../wording/access-document-text.ts';
import { erasureDocumentText } from '../../../wording/erasure-document-text.ts';
import { wordMonitoring } from '../../../wording/word-monitoring.ts';
import {
  wordFirstCall,
  wordHiddenReason,
  wordNamedReason,
  wordOwnReason,
  wordReason,
} from '../../../wording/word-reason.ts';
import { clientOf, scores } from '../cohort/small-county.ts';
import { smallCheckUps } from '../hidden-demand/small-check-ups.ts';
import { smallHiddenCounty } from '../hidden-demand/small-hidden-county.ts';
import { smallTeam } from '../outreach/small-team.ts';
import { planCounty } from '../plan/plan-county.ts';
import { smallRecording } from '../quality/small-recording.ts';
import { type AskedFor, apiEvent } from './api-event.ts';

/** The key that simulated homes take: the examples of the contracts are made with it. */
const answersKey = createHash('sha256').update('ennakko demonstration answers').digest();

export const issuer = 'http://localhost:8787';

const statutes = (purpose: LegalBasis['purpose']): LegalBasis[] =>
  DataSource.options.map((dataSource) => ({
    legalBasisId: `${purpose}-${dataSource}`,
    purpose,
    dataSource,
    kind: 'statute',
    provision: { fi: 'laki', sv: 'lag', en: 'act' },
    inForceFrom: '2023-01-01',
    confirmed: true,
  }));

const legalBases = (['planning', 'outreach', 'statistics', 'profiling', 'hidden-demand'] as const).flatMap(
  statutes,
);

/** Whoever may ask most of an API. */
export const usualRequester: Readonly<Record<ApiName, Requester>> = {
  'planner-api': { id: 'p-1', role: 'planner', unit: 'elderly-services' },
  'prevention-api': { id: 'w-1', role: 'prevention-worker', unit: 'unit-4' },
  'knowledge-api': { id: 'k-1', role: 'knowledge-manager', unit: 'knowledge-management' },
  'rights-api': { id: 'd-1', role: 'data-protection-officer', unit: 'data-protection' },
};

/** Requests in memory, as a state machine takes them. */
function requests<Job>(): JobRequests<Job> & { readonly asked: ReadonlyMap<string, Job> } {
  const asked = new Map<string, Job>();
  return { asked, request: async (id, job) => !asked.has(id) && Boolean(asked.set(id, job)) };
}

/** One unit has a name; the other is called by its id. */
const unitNames = [
  {
    unit: 'unit-4',
    name: {
      fi: 'Ennaltaehkäisevä tiimi, pohjoinen',
      sv: 'Förebyggande teamet, norra',
      en: 'Prevention team, north',
    },
  },
];

const shippedCounty = { controller, retention, storageTimes, legalBases: shippedLegalBases };

type SignedBy = Pick<ApiContainer, 'verifier' | 'claimNames'>;

/** The four APIs over an invented county of forty in memory, with a sign-in of their own unless another is told. */
export async function smallApis(
  newId = () => randomBytes(16).toString('hex'),
  signedBy: (clock: Clock) => Partial<SignedBy> = () => ({}),
) {
  const team = smallTeam();
  const written: string[] = [];
  const journal: Journal = {
    note: (event, details) => written.push(JSON.stringify({ event, details })),
    fault: (event, error, details) => written.push(JSON.stringify({ event, details, error: String(error) })),
    count: (what) => written.push(what),
    measure: (what) => written.push(what),
    flush: () => {},
  };
  const ports = { ...team.ports, legalBases, newId, wordReason };
  const { clock } = ports;
  const signIn = await DevelopmentSignIn.start(issuer, {
    clock,
    newId: () => randomBytes(16).toString('hex'),
  });
  const pseudonyms = new AnswerPseudonyms(answersKey);
  const answerPseudonyms = async () => pseudonyms;
  const shared = {
    verifier: JoseTokenVerifier.withKeys(signIn.expected, signIn.keys, clock),
    claimNames: usualClaimNames,
    ...signedBy(clock),
    clock,
    newId,
    journal,
    audit: ports.audit,
  };
  const kept = new Map<string, string>();
  const answers = {
    find: async (id: string) => kept.get(id),
    keep: async (id: string, answer: string) => !kept.has(id) && Boolean(kept.set(id, answer)),
  };
  const [trainings, erasures, rotations] = [
    requests<TrainJob>(),
    requests<ErasureJob>(),
    requests<RotationJob>(),
  ];
  const card = new TextEncoder().encode(JSON.stringify(cardExample));
  const hiddenPortsOf = async (programme: Programme) => ({
    ...ports,
    programme,
    wordReason: wordNamedReason,
    wordHiddenReason,
    originOf: async () => 'simulated' as const,
    hiddenDemand: smallHiddenCounty().ports.hiddenDemand,
  });
  const handlers: Record<ApiName, ApiHandler> = {
    'planner-api': plannerHandler({
      ...shared,
      answerPseudonyms,
      answers,
      cohortPortsOf: async (programme) => ({ ...ports, programme }),
      hiddenPortsOf,
      checkUpPortsOf: async (programme) => ({
        ...(await hiddenPortsOf(programme)),
        scores: smallCheckUps().ports.scores,
        interventions,
        priceIndex,
      }),
      planPortsOf: async (programme) => ({ ...planCounty().ports, programme }),
      listPortsOf: async (programme) => ({ ...ports, programme }),
      presets: async () => presets,
      serviceStatusRules: async () => serviceStatusRules,
      qualityPorts: {
        ...ports,
        publications: { current: async () => ({ origin: 'simulated' }) as Publication },
        recording: () => ({ by: async (place) => smallRecording(place) }),
      },
      unitPorts: { ...ports, unitNames: async () => unitNames },
      followPorts: async () => ports,
      statisticsPortsOf: async (programme) => ({ ...ports, programme }),
    }),
    'prevention-api': preventionHandler({
      ...shared,
      answers,
      followPorts: async () => ports,
      notePorts: async () => ports,
      openPorts: async () => ({ ...ports, wordFirstCall, unitName: unitNameFrom(async () => unitNames) }),
    }),
    'knowledge-api': knowledgeHandler({
      ...ports,
      ...shared,
      publications: {
        current: async () =>
          ({ files: [{ name: 'model-card.json' }], summary: monitoringExample }) as unknown as Publication,
        read: async () => card,
      } as never,
      wordMonitoring,
      retraining: trainings,
    }),
    'rights-api': rightsHandler({
      ...shared,
      answerPseudonyms,
      consentPorts: ports,
      erasurePorts: {
        ...ports,
        erasing: erasures,
        keptAfterErasure: async () => keptAfterErasure,
        wordErasure: erasureDocumentText,
      },
      rotations,
      vaultKeys: async () => ({}),
      pseudonymiser: async () => () => clientOf(2),
      documentPorts: async () => ({
        ...ports,
        anchors: new ObjectAnchors(new MemoryObjects()),
        wordReason: wordOwnReason,
        countyTold: async () => ({ ...shippedCounty, unitNames }),
        wordHeldData: accessDocumentText,
        wordHiddenReason,
        wordSign: wordNamedReason,
        personFiles: { naming: async () => [] },
        programmeOf: requireProgramme,
        held: {
          rowsOf: async (client) =>
            new Map<TableName, Record<string, string>[]>(
              client === clientOf(0) ? [['assessments', [{ points: '3', data_source: 'rai' }]]] : [],
            ),
          hiddenDemandOf: async () => [],
          scoresOf: async (client) => {
            const score = scores.find((one) => one.client === client) as RiskScore;
            return score
              ? [{ programme: 'older-people', scoreSet: await ports.scores.describe(), score }]
              : [];
          },
        },
        vault: {
          async *find() {
            yield { line: 2, pseudonym: clientOf(0), sealed: 'cannot be opened' };
          },
        } as never,
      }),
    }),
  };
  const tokenOf = (requester: Requester) => signIn.token(requester);
  /** By which pseudonym a requester knows a client of the county. */
  const toldOf = (client: string, requester: Requester = usualRequester['planner-api']) =>
    pseudonyms.for(requester).outside(client);
  return {
    team,
    ports,
    handlers,
    signIn,
    tokenOf,
    toldOf,
    pseudonyms,
    /** What the journal was told. */
    written,
    trainings: trainings.asked,
    erasures: erasures.asked,
    rotations: rotations.asked,
    /** Asks an API as the requester (unless told, whoever may ask most of it), and gives status, headers and content. */
    ask: async (api: ApiName, request: AskedFor, requester: Requester = usualRequester[api]) => {
      const token = request.token ?? (await tokenOf(requester));
      const result = await handlers[api](apiEvent({ ...request, token }), {} as Context);
      const { statusCode, headers = {}, body = '' } = result;
      const isJson = String(headers['content-type']).includes('json');
      return { status: statusCode, headers, body, content: isJson ? JSON.parse(body) : body };
    },
  };
}

export const asRole = (role: Role, unit = 'unit-4'): Requester => ({ id: `x-${role}`, role, unit });
export { apiNames };
