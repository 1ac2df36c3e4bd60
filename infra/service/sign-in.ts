import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { CfnUserPoolGroup, FeaturePlan, Mfa, OAuthScope, UserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { Role } from '../../data-contracts/schemas/requester.ts';
import type { CountySettings } from '../settings.ts';
import type { TokenIssuer } from './functions.ts';

/** Whom the APIs believe: the county's own issuer, or a user pool made here, with a group for each role. */
export class SignIn extends Construct {
  readonly tokens: TokenIssuer;

  constructor(scope: Construct, id: string, settings: CountySettings) {
    super(scope, id);
    const { signIn } = settings;
    this.tokens = signIn.kind === 'oidc' ? signIn : this.#userPool(settings);
  }

  #userPool({ county, isTrial }: CountySettings): TokenIssuer {
    const pool = new UserPool(this, 'Workers', {
      userPoolName: `ennakko-${county}`,
      selfSignUpEnabled: false,
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: undefined,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      deletionProtection: !isTrial,
      removalPolicy: isTrial ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });
    for (const role of Role.options) {
      new CfnUserPoolGroup(this, role, { userPoolId: pool.userPoolId, groupName: role });
    }
    const client = pool.addClient('Pages', {
      oAuth: { flows: { authorizationCodeGrant: true }, scopes: [OAuthScope.OPENID] },
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.minutes(60),
      refreshTokenValidity: Duration.hours(12),
    });
    const issuer = `https://cognito-idp.${Aws.REGION}.amazonaws.com/${pool.userPoolId}`;
    return { issuer, audience: client.userPoolClientId, keysUrl: `${issuer}/.well-known/jwks.json` };
  }
}
