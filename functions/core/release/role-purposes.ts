import type { Purpose } from '../../../data-contracts/schemas/purpose.ts';
import type { Role } from '../../../data-contracts/schemas/requester.ts';

/** How far a role may see for a purpose: people by pseudonym, or people by name. */
export type Sight = 'pseudonymous' | 'identified';

/** Who may ask for what. A pair that is not here is refused. */
export const rolePurposes: Readonly<Record<Role, Partial<Readonly<Record<Purpose, Sight>>>>> = {
  planner: { planning: 'pseudonymous', statistics: 'pseudonymous' },
  'prevention-worker': { planning: 'pseudonymous', outreach: 'identified' },
  'knowledge-manager': {
    planning: 'pseudonymous',
    'model-development': 'pseudonymous',
    statistics: 'pseudonymous',
  },
  'data-protection-officer': {},
};

/** Whether the role may ask for the purpose at all, and for names where names would be shown. */
export function mayAsk(role: string, purpose: string, showsIdentity: boolean): boolean {
  const sights: Partial<Record<string, Partial<Record<string, Sight>>>> = rolePurposes;
  const sight = Object.hasOwn(sights, role) ? sights[role]?.[purpose] : undefined;
  return sight === 'identified' || (sight === 'pseudonymous' && !showsIdentity);
}
