import type { TableName } from '../../../data-contracts/schemas/tables.ts';

/** Fields of a table that may be absent, and whose absence the models feel: in the order in which they are counted. */
export const optionalFields: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  clients: ['livesAlone', 'hasInformalCarer'],
  'service-events': ['contactType', 'isEmergency', 'costCents', 'unit'],
  'social-care-decisions': ['validTo'],
};
