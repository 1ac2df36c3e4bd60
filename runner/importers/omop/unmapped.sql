-- What is in no group of the contracts, by concept.
-- grain: one row per kind and concept
-- key: kind, concept_id
-- sources: visit_occurrence, coded_conditions, concept, visit_kinds,
--   mapped_codes
with
visits as (
  select 'visit' as kind, coalesce(visit_concept_id, '0') as concept_id, count(*) as occurrences
  from visit_occurrence
  where coalesce(visit_concept_id, '0') not in (select concept_id from visit_kinds)
  group by all
),

conditions as (
  select 'condition' as kind, coalesce(condition_concept_id, '0') as concept_id, count(*) as occurrences
  from coded_conditions
  where code_system = 'local'
    or (code_system = 'SNOMED' and code not in (select code from mapped_codes))
  group by all
),

every as (
  select * from visits
  union all
  select * from conditions
),

final as (
  select e.kind, e.concept_id, coalesce(k.concept_name, '') as concept_name, e.occurrences
  from every as e
  left join (
    select concept_id, min(concept_name) as concept_name
    from concept
    group by concept_id
  ) as k on k.concept_id = e.concept_id
  order by e.kind desc, e.occurrences desc, e.concept_id
)

select * from final
