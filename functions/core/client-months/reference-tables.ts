import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { UnitCost } from '../../../data-contracts/schemas/unit-cost.ts';
import { diagnosisPrefixes } from '../../../data-contracts/vocabularies/diagnosis-groups.ts';
import { serviceGroupRules } from '../../../data-contracts/vocabularies/service-groups.ts';
import type { ReferenceTable, ReferenceTables } from '../ports/client-month-source.ts';

/** Two unit costs would price one service. */
export class AmbiguousUnitCost extends Error {
  readonly code = 'ambiguous-unit-cost';
}

/**
 * The small tables that the SQL joins to the lake.
 * @throws AmbiguousUnitCost when a service group has two unit costs
 */
export function referenceTables(programme: Programme, unitCosts: readonly UnitCost[]): ReferenceTables {
  return {
    service_group_rules: serviceGroupRuleTable(),
    unit_costs: unitCostTable(unitCosts),
    diagnosis_groups: diagnosisGroupTable(),
    outcome_areas: {
      columns: { service_area: 'varchar', minimum_days: 'integer' },
      rows: programme.outcome.serviceAreas.map((area) => [area, programme.outcome.minimumDays]),
    },
  };
}

function serviceGroupRuleTable(): ReferenceTable {
  return {
    columns: {
      rule_number: 'integer',
      service_area: 'varchar',
      service_form: 'varchar',
      contact_type: 'varchar',
      is_emergency: 'varchar',
      service_group: 'varchar',
    },
    rows: serviceGroupRules.map((rule, number) => [
      number,
      rule.serviceArea ?? null,
      rule.serviceForm ?? null,
      rule.contactType ?? null,
      rule.isEmergency ?? null,
      rule.group,
    ]),
  };
}

function unitCostTable(unitCosts: readonly UnitCost[]): ReferenceTable {
  const groups = unitCosts.map(({ serviceGroup }) => serviceGroup);
  const twice = groups.find((group, index) => groups.indexOf(group) !== index);
  if (twice) throw new AmbiguousUnitCost(`unit costs: ${twice} is priced twice`);
  return {
    columns: { service_group: 'varchar', per: 'varchar', amount_cents: 'bigint' },
    rows: unitCosts.map(({ serviceGroup, per, amountCents }) => [serviceGroup, per, amountCents]),
  };
}

function diagnosisGroupTable(): ReferenceTable {
  return {
    columns: { code_system: 'varchar', prefix: 'varchar', diagnosis_group: 'varchar' },
    rows: diagnosisPrefixes.map(({ codeSystem, prefix, group }) => [codeSystem, prefix, group]),
  };
}
