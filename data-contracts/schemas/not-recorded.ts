import { z } from 'zod';
import { FeatureId } from '../vocabularies/features.ts';
import { type TableName, tableNames } from './tables.ts';

/**
 * What a county does not record, as its own `not-recorded.json` says: predictors, or tables with all of theirs, that are
 * 0 or missing for everybody and are so rightly. Any other that is while rows of its table were delivered is a fault.
 * @example ["has_informal_carer", "assessments"]
 */
export const NotRecorded = z.array(z.union([FeatureId, z.enum(tableNames as [TableName, ...TableName[]])]));
export type NotRecorded = z.infer<typeof NotRecorded>;
