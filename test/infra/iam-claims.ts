import { describe, expect, it } from 'vitest';
import { isAllowed, statementsOf } from './iam.ts';

const allow = {
  effect: 'Allow',
  actions: ['s3:Get*'],
  resources: ['arn:aws:s3:::b/a/*'],
  conditions: {},
} as const;
const asked = { action: 's3:GetObject', resource: 'arn:aws:s3:::b/a/x' };

describe('the reading of policies', () => {
  it('allows what a statement allows, and nothing that none does', () => {
    expect(isAllowed([allow], asked)).toBe(true);
    expect(isAllowed([allow], { ...asked, action: 's3:PutObject' })).toBe(false);
    expect(isAllowed([allow], { ...asked, resource: 'arn:aws:s3:::b/ab/x' })).toBe(false);
    expect(isAllowed([], asked)).toBe(false);
  });

  it('lets a denial win', () => {
    expect(isAllowed([allow, { ...allow, effect: 'Deny' }], asked)).toBe(false);
  });

  it('takes a missing key as unmet by a positive operator and as met by a negated one', () => {
    const when = (operator: string) => [{ ...allow, conditions: { [operator]: { key: ['v'] } } }];
    expect(isAllowed(when('StringEquals'), asked)).toBe(false);
    expect(isAllowed(when('ArnNotEquals'), asked)).toBe(true);
    expect(isAllowed(when('StringEquals'), { ...asked, context: { key: 'v' } })).toBe(true);
    expect(() => isAllowed(when('DateGreaterThan'), asked)).toThrow(RangeError);
  });

  it('writes out references', () => {
    const [statement] = statementsOf({
      Statement: [
        {
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: { 'Fn::Join': ['', ['arn:aws:s3:::b-', { Ref: 'AWS::AccountId' }, '/*']] },
        },
      ],
    });
    expect(statement?.resources).toEqual(['arn:aws:s3:::b-123456789012/*']);
  });
});
