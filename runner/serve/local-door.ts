import type { IncomingMessage, ServerResponse } from 'node:http';
import { apiRoutes } from '../../data-contracts/api/index.ts';
import { largestBodyBytesOf } from '../../data-contracts/api/operation.ts';
import type { DevelopmentSignIn } from '../../functions/adapters/jose/development-sign-in.ts';
import { JoseTokenVerifier } from '../../functions/adapters/jose/jose-token-verifier.ts';
import { usualClaimNames } from '../../functions/core/sign-in/requester-of-claims.ts';
import type { ApiEvent, ApiResult, GatewayEvent } from '../../functions/http/api-event.ts';
import { type DoorContainer, doorTo } from '../../functions/http/api-handler.ts';
import { mayEverAsk } from '../../functions/http/role-permitted.ts';
import { type BytesUnderWay, bodyOf, letPass } from './bodies.ts';
import { withBody } from './gateway-event.ts';
import type { Lane } from './lane.ts';
import { type LaneName, laneOf } from './lanes.ts';
import type { WorkerTask } from './worker-words.ts';

type Lanes = Readonly<Record<LaneName, Lane<WorkerTask, ApiResult | null>>>;

/** What the server itself brings. */
export type DoorPorts = Pick<DoorContainer, 'clock' | 'newId' | 'journal'>;

/** A request that has come as far as its headers. */
interface Arriving {
  readonly received: GatewayEvent;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Signs in and finds the operation by the headers alone; whose role may ask it has the body read and is sent to
 * the operation's lane, anybody else is sent without one to be refused, and the refusal written down.
 */
export function localDoor(
  signIn: DevelopmentSignIn,
  { clock, newId, journal }: DoorPorts,
  lanes: Lanes,
  underWay: BytesUnderWay,
) {
  const arriving = new WeakMap<object, Arriving>();
  const container = {
    verifier: JoseTokenVerifier.withKeys(signIn.expected, signIn.keys, clock),
    claimNames: usualClaimNames,
    clock,
    newId,
    journal,
  };
  const routes = apiRoutes.map(({ api, operation }) => ({
    operation,
    answer: async (event: ApiEvent): Promise<ApiResult> => {
      const { received, request, response } = arriving.get(event.requestContext)!;
      const mayAsk = mayEverAsk(event.requester, operation);
      if (!mayAsk) letPass(request);
      const body =
        mayAsk && operation.body
          ? await bodyOf(request, response, largestBodyBytesOf(operation), underWay)
          : Buffer.alloc(0);
      const headers = { ...received.headers, 'x-correlation-id': event.correlationId };
      const task = { api, event: withBody({ ...received, headers }, body) };
      const lane = lanes[mayAsk ? laneOf(operation.id) : 'light'];
      return (await lane.ask(task, JSON.stringify(event.requester), gone(response)))!;
    },
  }));
  const door = doorTo(container, routes);
  return async (event: GatewayEvent, request: IncomingMessage, response: ServerResponse) => {
    arriving.set(event.requestContext, { received: { ...event }, request, response });
    return door(event, {} as never);
  };
}

/** Aborted when whoever asked is not there any more. */
function gone(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}
