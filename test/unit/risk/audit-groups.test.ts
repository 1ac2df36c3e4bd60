import { describe, expect, it } from 'vitest';
import { FeatureId } from '../../../data-contracts/vocabularies/features.ts';
import { auditGroups } from '../../../functions/core/risk/judge-model.ts';
import { clientMonths } from './judged-model.ts';

describe('the groups by which a model is audited', () => {
  const rows = clientMonths(300, 1);
  const byName = new Map(auditGroups(rows).map((grouping) => [grouping.name, grouping]));

  it('have service status in the vocabulary’s order, and with or without a regular service, each with a slope', () => {
    expect(byName.get('serviceStatus')).toMatchObject({
      labels: ['none', 'regular-home-care'],
      hasSlope: true,
    });
    const regular = byName.get('regularService')!;
    expect(regular).toMatchObject({ labels: ['without', 'with'], hasSlope: true });
    rows.serviceStatus.forEach((status, row) => {
      expect(regular.labels[regular.labelOfRow[row]!]).toBe(status === 'none' ? 'without' : 'with');
    });
  });

  it('are no predictors for being that: no feature is the service status', () => {
    expect(FeatureId.options.filter((feature) => /status/.test(feature))).toEqual([]);
    expect(rows.predictors.names.filter((name) => /status/.test(name))).toEqual([]);
  });
});
