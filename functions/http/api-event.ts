import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Language } from '../../data-contracts/schemas/fields.ts';
import type { Requester } from '../../data-contracts/schemas/requester.ts';
import type { AskerPseudonyms } from '../core/identity/unit-pseudonyms.ts';
import type { VerifiedClaims } from '../core/ports/token-verifier.ts';

/** A request as API Gateway gives it: HTTP API, format 2.0. */
export type GatewayEvent = APIGatewayProxyEventV2;

/** A request, and what the middleware has made out of it. */
export interface ApiEvent extends APIGatewayProxyEventV2 {
  correlationId: string;
  language: Language;
  claims: VerifiedClaims;
  requester: Requester;
  /** By which the requester and the service speak of people; absent where an API speaks of none. */
  pseudonyms?: AskerPseudonyms;
}

export type ApiResult = APIGatewayProxyStructuredResultV2;
