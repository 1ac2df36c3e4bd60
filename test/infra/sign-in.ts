import { describe, expect, it } from 'vitest';
import { Role } from '../../data-contracts/schemas/requester.ts';
import {
  userPoolAttributes,
  userPoolClaimNames,
  usualClaimNames,
} from '../../data-contracts/vocabularies/sign-in-claims.ts';
import { claimSettings, tokenSettings } from '../../functions/homes/environment.ts';
import { settingsOf } from '../../infra/read-settings.ts';
import { textOf } from './iam.ts';
import {
  county,
  ofType,
  ownIssuer,
  ownNames,
  type Resource,
  type Resources,
  smallest,
  synthesise,
} from './synthesised.ts';

const only = (resources: Resources, type: string): [id: string, properties: Resource['Properties']] => {
  const [[id, { Properties }], ...others] = ofType(resources, type) as [[string, Resource]];
  expect(others).toEqual([]);
  return [id, Properties];
};
const propertiesOf = (type: string) => only(county.service, type)[1];
const pool = propertiesOf('AWS::Cognito::UserPool');
const client = propertiesOf('AWS::Cognito::UserPoolClient');

function environmentOf(resources: Resources, name: string) {
  const [, { Properties }] = ofType(resources, 'AWS::Lambda::Function').find(
    ([, one]) => one.Properties.FunctionName === `ennakko-test-${name}`,
  )!;
  const { Variables } = Properties.Environment as { Variables: Record<string, unknown> };
  return Object.fromEntries(Object.entries(Variables).map(([key, value]) => [key, textOf(value)]));
}

describe('the user pool', () => {
  it('is made by an administrator alone, asks a second factor of everybody and stops stolen passwords', () => {
    expect(pool).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
      UserPoolTier: 'PLUS',
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
    });
  });

  it('has a group for each role', () => {
    const groups = ofType(county.service, 'AWS::Cognito::UserPoolGroup').map(
      ([, { Properties }]) => Properties.GroupName,
    );
    expect(groups).toEqual(Role.options);
  });

  it('keeps unit and whom somebody stands for, and lets no client write them', () => {
    const schema = pool.Schema as { Name: string }[];
    const declared = schema.map(({ Name }) => `custom:${Name}`);
    expect(declared.sort()).toEqual(Object.values(userPoolAttributes).sort());
    expect(client.WriteAttributes).toEqual(['locale']);
    expect(client.AllowedOAuthScopes).toEqual(['openid']);
  });

  it('puts them into access tokens by the trigger, which nobody else calls', () => {
    const [id] = ofType(county.service, 'AWS::Lambda::Function').find(
      ([, { Properties }]) => Properties.FunctionName === 'ennakko-test-token-claims',
    )!;
    const { PreTokenGenerationConfig } = pool.LambdaConfig as Record<string, Record<string, unknown>>;
    expect(PreTokenGenerationConfig?.LambdaVersion).toBe('V2_0');
    expect(textOf(PreTokenGenerationConfig?.LambdaArn)).toBe(`<${id}>`);
    const callers = ofType(county.service, 'AWS::Lambda::Permission')
      .map(([, { Properties }]) => Properties)
      .filter(({ FunctionName }) => textOf(FunctionName) === `<${id}>`);
    expect(callers.map(({ Principal }) => Principal)).toEqual(['cognito-idp.amazonaws.com']);
    expect(callers.map(({ SourceArn }) => textOf(SourceArn))).toEqual([
      `<${only(county.service, 'AWS::Cognito::UserPool')[0]}>`,
    ]);
  });

  it('signs in by code and proof alone, at a name of its own, and sends back to the pages alone', () => {
    expect(client).toMatchObject({
      AllowedOAuthFlows: ['code'],
      AllowedOAuthFlowsUserPoolClient: true,
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      GenerateSecret: false,
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
      SupportedIdentityProviders: ['COGNITO'],
    });
    const [distribution] = only(county.service, 'AWS::CloudFront::Distribution');
    for (const urls of [client.CallbackURLs, client.LogoutURLs])
      expect((urls as unknown[]).map(textOf)).toEqual([`https://<${distribution}>/`]);
    expect(textOf(propertiesOf('AWS::Cognito::UserPoolDomain').Domain)).toBe('ennakko-test-123456789012');
  });

  it('is whom API and Lambdas believe, each with the same names of claims', () => {
    const [poolId] = only(county.service, 'AWS::Cognito::UserPool');
    const [clientId] = only(county.service, 'AWS::Cognito::UserPoolClient');
    const issuer = `https://cognito-idp.eu-north-1.amazonaws.com/<${poolId}>`;
    const { Audience, Issuer } = propertiesOf('AWS::ApiGatewayV2::Authorizer').JwtConfiguration as {
      Audience: unknown[];
      Issuer: unknown;
    };
    expect([Audience.map(textOf), textOf(Issuer)]).toEqual([[`<${clientId}>`], issuer]);
    for (const api of ['planner-api', 'prevention-api', 'knowledge-api', 'rights-api']) {
      expect(tokenSettings(environmentOf(county.service, api))).toEqual({
        issuer,
        audience: `<${clientId}>`,
        keysUrl: `${issuer}/.well-known/jwks.json`,
        claimNames: userPoolClaimNames,
      });
    }
    const { unit, represents } = userPoolClaimNames;
    expect(claimSettings(environmentOf(county.service, 'token-claims'))).toEqual({ unit, represents });
  });
});

describe('where somebody comes back to', () => {
  const callbackOf = (resources: Resources) =>
    (only(resources, 'AWS::Cognito::UserPoolClient')[1].CallbackURLs as unknown[]).map(textOf);

  it('is the name that a county has given its pages', () => {
    const { service, parametersOf } = synthesise(ownNames);
    expect(callbackOf(service)).toEqual(['https://ennakko.pohjanmaa.fi/']);
    expect(parametersOf('service')).toEqual({});
  });

  it('is asked by the deployment where no pages are deployed and none are named', () => {
    const { service, parametersOf } = synthesise({}, false);
    expect(callbackOf(service)).toEqual([`${textOf({ Ref: 'PagesUrl' })}/`]);
    const { PagesUrl } = parametersOf('service');
    expect(PagesUrl).not.toHaveProperty('Default');
    const isTaken = (url: string) => new RegExp(`^(?:${PagesUrl!.AllowedPattern})$`).test(url);
    expect(['https://ennakko.pohjanmaa.fi', 'https://d111111abcdef8.cloudfront.net'].map(isTaken)).toEqual([
      true,
      true,
    ]);
    for (const url of [
      '',
      'http://localhost:8787',
      'http://ennakko.pohjanmaa.fi',
      'https://example.com',
      'https://pages.example.com',
      'https://pages.example',
      'https://localhost',
      'https://127.0.0.1',
      'https://10.0.0.7',
      'https://pages.example.com.',
      'https://ennakko.pohjanmaa.internal',
      'https://pages',
      'https://ennakko.pohjanmaa.fi:8443',
      'https://ennakko.pohjanmaa.fi/callback',
      'https://ennakko.pohjanmaa.fi@evil.fi',
    ])
      expect([url, isTaken(url)]).toEqual([url, false]);
  });

  it('may be this machine in a trial, and never where a county’s people are', () => {
    expect(callbackOf(synthesise({ isTrial: true }, false).service)).toEqual(['http://localhost:8787/']);
    for (const pagesUrl of [
      'http://localhost:8787',
      'https://example.com',
      'https://www.example.com',
      'https://ennakko.example',
      'https://localhost',
      'https://127.0.0.1',
      'https://[::1]',
      'https://pages.example.com.',
      'https://pages',
      'https://somebody@ennakko.pohjanmaa.fi',
      'https://ennakko.pohjanmaa.fi/',
      'https://ennakko.pohjanmaa.fi/callback',
      'http://ennakko.pohjanmaa.fi',
    ])
      expect(() => settingsOf({ ...smallest, pagesUrl }, 'x.json'), pagesUrl).toThrow(/^x\.json: pagesUrl: /);
    const trial = { ...smallest, isTrial: true, pagesUrl: 'http://localhost:8787' };
    expect(settingsOf(trial, 'x.json').pagesUrl).toBe('http://localhost:8787');
  });
});

describe('a county’s own names', () => {
  it('of the sign-in’s pages are its own, with its certificate', () => {
    const { service } = synthesise(ownNames);
    const { name, certificate } = ownNames.signIn.domain;
    expect(only(service, 'AWS::Cognito::UserPoolDomain')[1]).toMatchObject({
      Domain: name,
      CustomDomainConfig: { CertificateArn: certificate },
    });
  });

  it('of claims are told to the APIs, and are the usual ones unless told', () => {
    const claims = { role: 'roles', unit: 'department', represents: 'on_behalf_of' };
    const { signIn } = ownIssuer;
    const namesOf = (given: Record<string, unknown>) =>
      tokenSettings(environmentOf(synthesise(given).service, 'planner-api')).claimNames;
    expect(namesOf(ownIssuer)).toEqual(usualClaimNames);
    expect(namesOf({ ...ownIssuer, signIn: { ...signIn, claims } })).toEqual(claims);
  });
});
