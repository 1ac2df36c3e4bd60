import { type PersonNamed, rightsOperations } from '../../data-contracts/api/rights.ts';
import { searchAuditLog } from '../core/audit/search-audit-log.ts';
import { type VerifyAuditPorts, verifyAuditLog } from '../core/audit/verify-audit-log.ts';
import { type ConsentPorts, recordConsents } from '../core/consent/record-consent.ts';
import { recordFhirConsents } from '../core/consent/record-fhir-consents.ts';
import type { RotationJob } from '../core/jobs.ts';
import { requestRotation } from '../core/keys/request-rotation.ts';
import type { JobRequests } from '../core/ports/job-requests.ts';
import type { RotatingKeys } from '../core/ports/keys.ts';
import { type AccessDocumentPorts, accessDocument } from '../core/rights/access-document.ts';
import { contestAccuracy } from '../core/rights/contest-accuracy.ts';
import { type ErasureDocumentPorts, erasureDocument } from '../core/rights/erasure-document.ts';
import { type OpenRequestsPorts, openRequests } from '../core/rights/open-requests.ts';
import { type RequestErasurePorts, requestErasure } from '../core/rights/request-erasure.ts';
import { type ApiContainer, apiHandler } from '../http/api-handler.ts';
import { eventIdOf } from '../http/idempotency.ts';
import { page } from '../http/page.ts';
import { refuseLongRecording } from '../http/recording-bounds.ts';
import { route } from '../http/route.ts';

/**
 * The id of what is told under a key. Told by code it is another than told by pseudonym: else a second telling under
 * the same key, by pseudonym, would show whether both name one person.
 */
const toldIdOf = (idempotent: string, { identifier }: PersonNamed) =>
  eventIdOf(identifier === undefined ? idempotent : idempotent.slice(32));

export interface RightsContainer extends ApiContainer {
  readonly documentPorts: () => Promise<AccessDocumentPorts & VerifyAuditPorts>;
  readonly consentPorts: ConsentPorts;
  readonly erasurePorts: RequestErasurePorts & ErasureDocumentPorts & OpenRequestsPorts;
  readonly rotations: JobRequests<RotationJob>;
  /** Whether the vault’s key is changed here. */
  readonly vaultKeys: () => Promise<Pick<RotatingKeys, 'isRotatedHere'>>;
  /** Gives the pseudonym of a person's identifier. */
  readonly pseudonymiser: () => Promise<(identifier: string) => string>;
}

/** Answers for people themselves: what they say, what is held of them, who saw it. */
export const rightsHandler = (container: RightsContainer) => {
  const { consentPorts, erasurePorts, rotations, vaultKeys, clock, pseudonymiser } = container;
  const clientOf = async ({ client, identifier }: PersonNamed) =>
    client ?? (await pseudonymiser())(identifier as string);
  return apiHandler(container, [
    route(rightsOperations.recordConsent, async ({ body, requester, idempotentId }) => {
      const { client: _, identifier: _identifier, ...told } = body;
      const notice = {
        ...told,
        client: await clientOf(body),
        consentEventId: toldIdOf(idempotentId, body),
      };
      const [event] = await recordConsents(consentPorts, { requester, notices: [notice] }, clock.now());
      return event!;
    }),
    route(rightsOperations.importFhirConsents, async ({ body, requester }) => {
      const told = { requester, content: body, channel: 'e-service', pseudonymiser } as const;
      const recording = { ...told, refuseTooMany: refuseLongRecording };
      const recorded = await recordFhirConsents(consentPorts, recording, clock.now());
      return { recorded: recorded.length };
    }),
    route(rightsOperations.readHeldData, async ({ body, requester, language }) =>
      accessDocument(await container.documentPorts(), { client: await clientOf(body), requester, language }),
    ),
    route(rightsOperations.contestAccuracy, async ({ body, requester, idempotentId }) => {
      const { source, channel } = body;
      const ports = { ...(await container.documentPorts()), records: consentPorts.records };
      const eventId = toldIdOf(idempotentId, body);
      return contestAccuracy(ports, { client: await clientOf(body), requester, source, channel, eventId });
    }),
    route(rightsOperations.listRightsRequests, async ({ query, requester }) => {
      const open = await openRequests(erasurePorts, requester);
      return page(
        open.map((one, at) => ({ ...one, place: at + 1 })),
        ({ place }) => place,
        query,
      );
    }),
    route(rightsOperations.requestErasure, async ({ body, requester, idempotentId }) =>
      requestErasure(erasurePorts, { client: await clientOf(body), requester }, eventIdOf(idempotentId)),
    ),
    route(rightsOperations.readErasureDocument, async ({ body, requester, language }) =>
      erasureDocument(erasurePorts, { client: await clientOf(body), requester, language }),
    ),
    route(rightsOperations.requestKeyRotation, async ({ requester, idempotentId }) =>
      requestRotation(
        { ...erasurePorts, rotations, keys: vaultKeys },
        { requester },
        eventIdOf(idempotentId),
      ),
    ),
    route(rightsOperations.searchAuditLog, async ({ body, requester }) => {
      const ports = await container.documentPorts();
      const lines = await searchAuditLog(ports, { client: await clientOf(body), requester });
      return page(lines, ({ line }) => line, body);
    }),
    route(rightsOperations.verifyAuditLog, async ({ requester }) =>
      verifyAuditLog(await container.documentPorts(), requester),
    ),
  ]);
};
