import type { Language } from '../../../data-contracts/schemas/fields.ts';
import type {
  IdentifiedRow,
  OutreachEvent,
  OutreachRow,
} from '../../../data-contracts/schemas/outreach-list.ts';
import { featureGroups } from '../../../data-contracts/vocabularies/feature-groups.ts';
import {
  ModifiableFactorId,
  modifiableFactors,
} from '../../../data-contracts/vocabularies/modifiable-factors.ts';
import { simulatedNameIn } from '../../../data-contracts/vocabularies/simulated-names.ts';
import type { WordReason } from '../cohort/cohort-answer.ts';
import type { ReleasedRow } from './release-rows.ts';
import { rowState } from './row-state.ts';

/** Words for what a row holds. */
export interface RowWords {
  readonly wordReason: WordReason;
  /** The intervention's name in a language; undefined where the catalogue has none of the id. */
  readonly interventionName: (id: string, language: Language) => string | undefined;
}

/** What has happened to a list, as it stands on a day in Finland. */
export interface Followed {
  readonly events: readonly OutreachEvent[];
  readonly today: string;
}

/** A row that was released, as its team reads it. */
export function identifiedRow(
  { wordReason, interventionName }: RowWords,
  { row, identity }: ReleasedRow,
  { events, today }: Followed,
  reader: Language,
): IdentifiedRow {
  return {
    row: row.row,
    ...rowState(events, row.row, today),
    familyName: identity?.familyName && simulatedNameIn(identity.familyName, reader),
    givenNames: identity?.givenNames,
    telephone: identity?.telephone,
    serviceLanguage: row.serviceLanguage,
    ageBand: row.ageBand,
    municipality: row.municipality,
    reasons: inNoOrder(row.reasons).map((reason) => wordReason(reason, reader)),
    changeable: row.changeable.flatMap((factor) => wordedFactor(factor, reader)),
    intervention: row.intervention === null ? undefined : interventionName(row.intervention, reader),
  };
}

/** A factor that is no more of the vocabulary has no words. */
function wordedFactor(factor: string, language: Language): string[] {
  const { data: known } = ModifiableFactorId.safeParse(factor);
  return known ? [modifiableFactors[known][language]] : [];
}

/** Beside a name, which of its reasons is the strongest would help to find the same reasons beside a pseudonym. */
const inNoOrder = (reasons: OutreachRow['reasons']) =>
  [...reasons].sort((one, other) => groups.indexOf(one.group) - groups.indexOf(other.group));

const groups = Object.keys(featureGroups);
