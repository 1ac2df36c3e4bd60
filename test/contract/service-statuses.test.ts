import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serviceStatusRules } from '../../data-contracts/catalogues/index.ts';
import { ServiceStatusRules } from '../../data-contracts/schemas/service-status-rule.ts';
import { FeatureId } from '../../data-contracts/vocabularies/features.ts';
import {
  ServiceStatus,
  statusBases,
  withoutRegularService,
} from '../../data-contracts/vocabularies/service-statuses.ts';
import {
  serviceStatusOf,
  statusOfEachRow,
  statusPredictors,
} from '../../functions/core/client-months/service-status.ts';

const seed = 20261130;
const predictors = statusPredictors(serviceStatusRules);
const Values = fc.record(
  Object.fromEntries(predictors.map((name) => [name, fc.constantFrom(null, Number.NaN, 0, 0.5, 1, 12)])),
);
const ofRule = (status: string) => serviceStatusRules.find((rule) => rule.status === status)!;
const rule = (change: object) => [{ ...ofRule('regular-home-care'), ...change }];
const faultOf = (rules: unknown) => ServiceStatusRules.safeParse(rules).error?.issues[0];

describe('service status', () => {
  it('is exactly one for everybody, that of the first rule that holds', () => {
    fc.assert(
      fc.property(Values, (values) => {
        const holding = serviceStatusRules.filter(({ anyOf }) =>
          anyOf.some(({ predictor, atLeast }) => Number(values[predictor] ?? 0) >= atLeast),
        );
        expect(serviceStatusOf(serviceStatusRules, values)).toBe(holding[0]?.status ?? 'none');
      }),
      { seed, numRuns: 500 },
    );
  });

  it('has a rule for every status but none, and everybody without one has none', () => {
    const ruled = serviceStatusRules.map(({ status }) => status);
    expect([...ruled, 'none'].sort()).toEqual([...ServiceStatus.options].sort());
    expect(serviceStatusOf(serviceStatusRules, {})).toBe('none');
  });

  it.each([
    ['communal-housing', { has_communal_housing: 1, has_home_care_decision: 1 }],
    ['regular-home-care', { has_home_care_decision: 1, has_support_services: 1 }],
    ['support-services', { has_support_services: 1, has_informal_care_support: 1 }],
    ['informal-care-support', { has_informal_care_support: 1, home_care_months_12: 12 }],
    ['other', { has_day_activities: 1, day_activity_contacts_12: 40 }],
    ['occasional', { home_care_months_12: 1 }],
    ['occasional', { day_activity_contacts_12: 3 }],
    ['none', { home_care_months_12: 0, therapy_contacts_12: null }],
  ] as const)('is %s of %o', (status, values) => {
    expect(serviceStatusOf(serviceStatusRules, values)).toBe(status);
  });

  it('counts as without regular service where no rule by decisions holds', () => {
    const byDecisions = serviceStatusRules.filter(({ basis }) => basis === 'decisions');
    const regular = byDecisions.map(({ status }) => status);
    expect(ServiceStatus.options.filter((status) => !regular.includes(status as never)).sort()).toEqual(
      [...withoutRegularService].sort(),
    );
  });

  it('may be counted by visits in another county, and is then another for the same person', () => {
    const byVisits = ServiceStatusRules.parse([
      ...rule({ basis: 'visits', anyOf: [{ predictor: 'home_care_contacts_3', atLeast: 39 }] }),
      ofRule('occasional'),
    ]);
    const granted = { has_home_care_decision: 1, home_care_months_12: 3, home_care_contacts_3: 6 };
    const visited = { has_home_care_decision: 0, home_care_months_12: 12, home_care_contacts_3: 90 };
    expect(serviceStatusOf(serviceStatusRules, granted)).toBe('regular-home-care');
    expect(serviceStatusOf(byVisits, granted)).toBe('occasional');
    expect(serviceStatusOf(serviceStatusRules, visited)).toBe('occasional');
    expect(serviceStatusOf(byVisits, visited)).toBe('regular-home-care');
  });

  it('refuses a predictor that is unknown, or is no service, or belongs to the other basis', () => {
    const known: string[] = Object.values(statusBases).flatMap((basis) => [...basis.predictors]);
    expect(FeatureId.options).toEqual(expect.arrayContaining(known));
    for (const predictor of ['has_home_care', 'age_years', 'home_care_contacts_3'])
      expect(faultOf(rule({ anyOf: [{ predictor, atLeast: 1 }] }))?.path).toEqual([
        0,
        'anyOf',
        0,
        'predictor',
      ]);
  });

  it('refuses a status twice, a rule for none, and a rule that asks for nothing', () => {
    expect(faultOf([...rule({}), ...rule({})])?.message).toBe('a status twice');
    expect(faultOf(rule({ status: 'none' }))?.path).toEqual([0, 'status']);
    expect(faultOf(rule({ anyOf: [] }))?.path).toEqual([0, 'anyOf']);
  });

  it('is told of each row of a batch, whose missing predictors are not a number', () => {
    const column = (name: string) => Float64Array.of(name === 'has_home_care_decision' ? 1 : 0, Number.NaN);
    const numbers = Object.fromEntries(predictors.map((name) => [name, column(name)]));
    expect(statusOfEachRow(serviceStatusRules, { rows: 2, numbers })).toEqual(['regular-home-care', 'none']);
  });
});
