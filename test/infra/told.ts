import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../infra/read-settings.ts';
import { textOf } from './iam.ts';
import { county, ofType, ownIssuer, ownNames, type Resources, smallest, synthesise } from './synthesised.ts';

const addressesOf = (data: Resources) =>
  ofType(data, 'AWS::SNS::Subscription').map(([, { Properties }]) => [
    Properties.Protocol,
    textOf(Properties.Endpoint),
  ]);
const topicsOf = (observability: Resources) =>
  new Set(
    ofType(observability, 'AWS::CloudWatch::Alarm').flatMap(([, { Properties }]) =>
      (Properties.AlarmActions as unknown[]).map(textOf),
    ),
  );

describe('alarms', () => {
  it('of a county that names nobody are not deployed, nor anything else, until somebody is named', () => {
    const { AlarmEmail } = county.parametersOf('data');
    expect(AlarmEmail).not.toHaveProperty('Default');
    expect(addressesOf(county.data)).toEqual([['email', textOf({ Ref: 'AlarmEmail' })]]);
    const first = county.assembly.stacks.filter(({ dependencies }) =>
      dependencies.every(({ id }) => id.endsWith('.assets')),
    );
    expect(first.map(({ stackName }) => stackName)).toEqual(['ennakko-test-data']);
  });

  it('go to no address that nobody reads', () => {
    const pattern = new RegExp(`^(?:${county.parametersOf('data').AlarmEmail!.AllowedPattern})$`);
    for (const alarmEmail of ['valvonta@pohjanmaa.fi', 'on-call+ennakko@mail.pohjanmaa.fi']) {
      expect([alarmEmail, pattern.test(alarmEmail)]).toEqual([alarmEmail, true]);
      expect(settingsOf({ ...smallest, alarmEmail }, 'x.json').alarmEmail).toBe(alarmEmail);
    }
    for (const alarmEmail of [
      '',
      'nobody',
      'a@b',
      'a@localhost',
      'a@example.com',
      'a@mail.example.org',
      'a@county.example',
      'a@county.test',
      'a@county.invalid',
      'a@10.0.0.7',
      'a@mail.home.arpa',
      'a@pohjanmaa.fi, b@evil.fi',
    ]) {
      expect([alarmEmail, pattern.test(alarmEmail)]).toEqual([alarmEmail, false]);
      expect(() => settingsOf({ ...smallest, alarmEmail }, 'x.json'), alarmEmail).toThrow(
        /^x\.json: alarmEmail: /,
      );
    }
  });

  it('go to the address or the topic that the settings name, and nothing is asked', () => {
    const mailed = synthesise(ownNames);
    expect(mailed.parametersOf('data')).toEqual({});
    expect(addressesOf(mailed.data)).toEqual([['email', 'valvonta@pohjanmaa.fi']]);
    const told = synthesise(ownIssuer);
    expect(told.parametersOf('data')).toEqual({});
    expect(topicsOf(told.observability)).toEqual(new Set([ownIssuer.alarmTopic]));
  });

  it('go to one place, which alarms can reach', () => {
    const { alarmTopic } = ownIssuer;
    expect(() => settingsOf({ ...smallest, alarmTopic, alarmEmail: 'a@pohjanmaa.fi' }, 'x.json')).toThrow(
      'x.json: alarmTopic: expected an address or a topic, not both',
    );
    expect(() => settingsOf({ ...smallest, alarmTopic, region: 'eu-west-1' }, 'x.json')).toThrow(
      'x.json: alarmTopic: expected a topic of the region, as alarms reach no other',
    );
  });

  it('of a trial may go unread', () => {
    const trial = synthesise({ isTrial: true }, false);
    expect(trial.parametersOf('data')).toEqual({});
    expect(addressesOf(trial.data)).toEqual([]);
  });
});

describe('anchors of the audit log', () => {
  const addresses = ({ service }: { service: Resources }) => addressesOf(service);
  const bucket = { name: 'county-anchors' };

  it('of a county that says nothing of them are mailed to whom the deployment names', () => {
    const { AnchorEmail, AlarmEmail } = { ...county.parametersOf('service'), ...county.parametersOf('data') };
    expect(AnchorEmail).not.toHaveProperty('Default');
    expect(AnchorEmail!.AllowedPattern).toBe(AlarmEmail!.AllowedPattern);
    expect(addresses(county)).toEqual([['email', textOf({ Ref: 'AnchorEmail' })]]);
  });

  it('are mailed to whom the settings name, or lie in another account', () => {
    const anchors = { email: 'tietosuoja@pohjanmaa.fi' };
    const mailed = synthesise({ anchors });
    expect(addresses(mailed)).toEqual([['email', anchors.email]]);
    const elsewhere = synthesise({ anchors: { bucket } });
    expect(addresses(elsewhere)).toEqual([]);
    for (const one of [mailed, elsewhere]) expect(one.parametersOf('service')).toEqual({});
  });

  it('go to no address that nobody reads', () => {
    expect(() => settingsOf({ ...smallest, anchors: { email: 'a@county.example' } }, 'x.json')).toThrow(
      'x.json: anchors: email: expected an address that somebody reads',
    );
  });

  it('of a trial may go unread', () => {
    const trial = synthesise({ isTrial: true }, false);
    expect(trial.parametersOf('service')).toEqual({});
    expect(addresses(trial)).toEqual([]);
  });
});
