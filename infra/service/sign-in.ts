import { Aws, CfnOutput, CfnParameter, Duration, Lazy, RemovalPolicy } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { Role } from '../../data-contracts/schemas/requester.ts';
import { userPoolAttributes, userPoolClaimNames } from '../../data-contracts/vocabularies/sign-in-claims.ts';
import { pagesOfSomebody } from '../domains-of-nobody.ts';
import type { CountySettings } from '../settings.ts';
import type { TokenIssuer } from './functions.ts';

/** An attribute as it is declared: the pool puts `custom:` before its name. */
const declared = (attribute: string) => attribute.slice('custom:'.length);

/** Whom the APIs believe: the county's own issuer, or a user pool made here, with a group for each role. */
export class SignIn extends Construct {
  readonly tokens: TokenIssuer;
  /** Where a browser is sent to sign in, and fetches its tokens. */
  readonly origin: string;
  readonly #pool: UserPool | undefined;
  #pages: string | undefined;

  constructor(scope: Construct, id: string, settings: CountySettings) {
    super(scope, id);
    const { signIn } = settings;
    if (signIn.kind === 'oidc') {
      this.tokens = signIn;
      this.origin = new URL(signIn.issuer).origin;
      return;
    }
    this.#pool = this.#makePool(settings);
    const client = this.#client(this.#pool);
    this.origin = this.#domain(this.#pool, settings);
    const issuer = `https://cognito-idp.${Aws.REGION}.amazonaws.com/${this.#pool.userPoolId}`;
    this.tokens = {
      issuer,
      audience: client,
      keysUrl: `${issuer}/.well-known/jwks.json`,
      claims: userPoolClaimNames,
    };
    new CfnOutput(this, 'UserPoolId', { value: this.#pool.userPoolId });
    new CfnOutput(this, 'ClientId', { value: client });
    new CfnOutput(this, 'SignInUrl', { value: this.origin });
  }

  /** The pages, without a path: whoever has signed in or out comes back there. Unknown here, the deployment asks. */
  comeBackTo(pages: string | undefined): void {
    if (this.#pool) this.#pages = pages ?? this.#asked();
  }

  /** Before a token is signed, what an administrator has said of the worker is put in. */
  claimsBy(trigger: IFunction): void {
    this.#pool?.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, trigger, LambdaVersion.V2_0);
  }

  #makePool({ county, isTrial }: CountySettings): UserPool {
    const pool = new UserPool(this, 'Workers', {
      userPoolName: `ennakko-${county}`,
      selfSignUpEnabled: false,
      accountRecovery: AccountRecovery.NONE,
      featurePlan: FeaturePlan.PLUS,
      // stolen passwords and unusual sign-ins are stopped, not only counted
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
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
      customAttributes: {
        [declared(userPoolAttributes.unit)]: new StringAttribute({ mutable: true, maxLen: 64 }),
        [declared(userPoolAttributes.represents)]: new StringAttribute({ mutable: true, maxLen: 32 }),
      },
      deletionProtection: !isTrial,
      removalPolicy: isTrial ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });
    for (const role of Role.options) {
      new CfnUserPoolGroup(this, role, { userPoolId: pool.userPoolId, groupName: role });
    }
    return pool;
  }

  /**
   * The pages' client: by code alone, without a secret, so that the pages must prove by PKCE that a code is theirs.
   * Its tokens read and write nothing of the user, least of all the unit.
   */
  #client(pool: UserPool): string {
    const pages = Lazy.string({ produce: () => `${this.#pages}/` });
    const client = pool.addClient('Pages', {
      generateSecret: false,
      authFlows: { userPassword: false },
      oAuth: {
        flows: { authorizationCodeGrant: true, implicitCodeGrant: false },
        scopes: [OAuthScope.OPENID],
        callbackUrls: [pages],
        logoutUrls: [pages],
      },
      // none would mean all of the standard ones
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
      readAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(60),
      idTokenValidity: Duration.minutes(60),
      refreshTokenValidity: Duration.hours(12),
    });
    return client.userPoolClientId;
  }

  #domain(pool: UserPool, { county, signIn }: CountySettings): string {
    const own = signIn.kind === 'cognito' ? signIn.domain : undefined;
    if (own) {
      const certificate = Certificate.fromCertificateArn(this, 'Certificate', own.certificate);
      pool.addDomain('Domain', { customDomain: { domainName: own.name, certificate } });
      return `https://${own.name}`;
    }
    // one of each name in a region, over all accounts
    const domainPrefix = `ennakko-${county}-${Aws.ACCOUNT_ID}`;
    pool.addDomain('Domain', { cognitoDomain: { domainPrefix } });
    return `https://${domainPrefix}.auth.${Aws.REGION}.amazoncognito.com`;
  }

  #asked(): string {
    const parameter = new CfnParameter(this, 'PagesUrl', {
      description: 'Where the pages are, as https:// and a name: whoever has signed in is sent back there.',
      allowedPattern: pagesOfSomebody,
      constraintDescription: 'expected https:// and a name of the county’s, without a path',
    });
    parameter.overrideLogicalId('PagesUrl');
    return parameter.valueAsString;
  }
}
