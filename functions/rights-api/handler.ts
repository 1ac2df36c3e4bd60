import { type PersonNamed, rightsOperations } from '../../data-contracts/api/rights.ts';
import { searchAuditLog } from '../core/audit/search-audit-log.ts';
import { verifyAuditLog } from '../core/audit/verify-audit-log.ts';
import { noticesOfFhir } from '../core/consent/fhir-consent.ts';
import { type ConsentPorts, recordConsents } from '../core/consent/record-consent.ts';
import type { RotationJob } from '../core/jobs.ts';
import { requestRotation } from '../core/keys/request-rotation.ts';
import type { JobRequests } from '../core/ports/job-requests.ts';
import type { RotatingKeys } from '../core/ports/keys.ts';
import { type AccessDocumentPorts, accessDocument } from '../core/rights/access-document.ts';
import { contestAccuracy } from '../core/rights/contest-accuracy.ts';
import { type ErasureDocumentPorts, erasureDocument } from '../core/rights/erasure-document.ts';
import { type RequestErasurePorts, requestErasure } from '../core/rights/request-erasure.ts';
import { type ApiContainer, apiHandler } from '../http/api-handler.ts';
import { eventIdOf } from '../http/idempotency.ts';
import { page } from '../http/page.ts';
import { route } from '../http/route.ts';

export interface RightsContainer extends ApiContainer {
  readonly documentPorts: () => Promise<AccessDocumentPorts>;
  readonly consentPorts: ConsentPorts;
  readonly erasurePorts: RequestErasurePorts & ErasureDocumentPorts;
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
      const notice = { ...told, client: await clientOf(body), consentEventId: eventIdOf(idempotentId) };
      const [event] = await recordConsents(consentPorts, { requester, notices: [notice] }, clock.now());
      return event;
    }),
    route(rightsOperations.importFhirConsents, async ({ body, requester }) => {
      const notices = noticesOfFhir(body, 'e-service', await pseudonymiser());
      const recorded = await recordConsents(consentPorts, { requester, notices }, clock.now());
      return { recorded: recorded.length };
    }),
    route(rightsOperations.readHeldData, async ({ body, requester, language }) =>
      accessDocument(await container.documentPorts(), { client: await clientOf(body), requester, language }),
    ),
    route(rightsOperations.contestAccuracy, async ({ body, requester, idempotentId }) => {
      const { source, channel } = body;
      const ports = { ...(await container.documentPorts()), records: consentPorts.records };
      const eventId = eventIdOf(idempotentId);
      return contestAccuracy(ports, { client: await clientOf(body), requester, source, channel, eventId });
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
