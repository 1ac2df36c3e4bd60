import { type CfnStage, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { apiNames, apiRoutes } from '../../data-contracts/api/index.ts';
import { keptLog } from '../kept-log.ts';
import type { CountySettings } from '../settings.ts';
import type { Functions, TokenIssuer } from './functions.ts';

/** Asked at most so often a second; more is answered with 429. */
const requestsPerSecond = 50;

export const accessLogName = 'http-access';

/** One HTTP API: what the contracts say can be asked, each by its own Lambda, and nothing without a token. */
export class HttpApiOfService extends Construct {
  readonly api: HttpApi;

  constructor(
    scope: Construct,
    id: string,
    settings: CountySettings,
    functions: Functions,
    tokens: TokenIssuer,
  ) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', {
      apiName: `ennakko-${settings.county}`,
      defaultAuthorizer: new HttpJwtAuthorizer('Tokens', tokens.issuer, { jwtAudience: [tokens.audience] }),
      createDefaultStage: true,
    });
    for (const name of apiNames) {
      const integration = new HttpLambdaIntegration(name, functions.byName[name]);
      for (const { operation } of apiRoutes.filter(({ api }) => api === name)) {
        this.api.addRoutes({ path: operation.path, methods: [HttpMethod[operation.method]], integration });
      }
    }
    this.#logAccess(settings, functions.logKey);
  }

  /**
   * Who came when, from where, to which route, and how it ended: a worker by the id that the issuer gave them. No
   * words of a question, no address with what was asked in it, nothing of whom it was about.
   */
  #logAccess(settings: CountySettings, key: IKey): void {
    const log = keptLog(this, 'access-log', { settings, key, name: accessLogName });
    log.grantWrite(new ServicePrincipal('apigateway.amazonaws.com'));
    const stage = this.api.defaultStage?.node.defaultChild as CfnStage;
    stage.accessLogSettings = {
      destinationArn: log.logGroupArn,
      format: JSON.stringify({
        at: '$context.requestTime',
        requestId: '$context.requestId',
        subject: '$context.authorizer.claims.sub',
        address: '$context.identity.sourceIp',
        method: '$context.httpMethod',
        route: '$context.routeKey',
        status: '$context.status',
        milliseconds: '$context.responseLatency',
        authorizerError: '$context.authorizer.error',
      }),
    };
    stage.defaultRouteSettings = {
      throttlingRateLimit: requestsPerSecond,
      throttlingBurstLimit: requestsPerSecond * 2,
    };
  }
}
