/** Under which names an issuer's tokens say what somebody is to the service. */
export interface ClaimNames {
  /** One role, or a list in which exactly one entry is a role of the service's. */
  readonly role: string;
  readonly unit: string;
  readonly represents: string;
}

/** As the development sign-in names them, and as an issuer may be told to. */
export const usualClaimNames: ClaimNames = {
  role: 'ennakko_role',
  unit: 'ennakko_unit',
  represents: 'ennakko_represents',
};

/** As the service's own user pool (Amazon Cognito) names them: it says roles as groups by itself, the rest is put in. */
export const userPoolClaimNames: ClaimNames = { ...usualClaimNames, role: 'cognito:groups' };

/** Attributes of a user of the pool that only an administrator writes, and that become claims. */
export const userPoolAttributes = { unit: 'custom:unit', represents: 'custom:represents' } as const;
