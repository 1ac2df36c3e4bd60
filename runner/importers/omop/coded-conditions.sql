-- Conditions with their codes.
-- grain: one row per condition occurrence
-- key: condition_occurrence_id
-- sources: condition_occurrence, concept, code_systems, visit_occurrence,
--   visit_kinds
-- code: of the source's concept where it is of ICD, else of the standard one,
--   else the source's own text by its form; else the concept, as a local code
with
conditions as (
  select
    c.*,
    coalesce(k.data_source, 'primary-care') as data_source
  from condition_occurrence as c
  left join visit_occurrence as v on v.visit_occurrence_id = c.visit_occurrence_id
  left join visit_kinds as k on k.concept_id = v.visit_concept_id
),

coded as (
  select k.concept_id, k.concept_code, s.code_system
  from concept as k
  inner join code_systems as s on s.vocabulary_id = k.vocabulary_id
),

final as (
  select
    c.*,
    case
      when o.code_system like 'ICD%' then o.code_system
      when t.code_system is not null then t.code_system
      when o.code_system is not null then o.code_system
      when regexp_full_match(upper(c.condition_source_value), '[A-Z][0-9A-Z][0-9](\.?[0-9A-Z]{1,4})?') then 'ICD-10'
      when regexp_full_match(c.condition_source_value, '[0-9]{6,18}') then 'SNOMED'
      else 'local'
    end as code_system,
    case
      when o.code_system like 'ICD%' then o.concept_code
      when t.code_system is not null then t.concept_code
      when o.code_system is not null then o.concept_code
      when regexp_full_match(upper(c.condition_source_value), '[A-Z][0-9A-Z][0-9](\.?[0-9A-Z]{1,4})?') then c.condition_source_value
      when regexp_full_match(c.condition_source_value, '[0-9]{6,18}') then c.condition_source_value
      else 'OMOP-' || coalesce(c.condition_concept_id, '0')
    end as code
  from conditions as c
  left join coded as t on t.concept_id = c.condition_concept_id
  left join coded as o on o.concept_id = c.condition_source_concept_id
)

select * from final
