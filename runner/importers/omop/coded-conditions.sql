-- Conditions with their codes.
-- grain: one row per condition occurrence
-- key: condition_occurrence_id
-- sources: condition_occurrence, concept, code_systems, visit_occurrence,
--   visit_kinds
-- code: of the source's concept where it is of ICD, else of the standard one,
--   else the source's own text by its form; else the concept, as a local code
with
-- an id is of one visit and of one concept: where it comes twice, of the first by
-- what it says

visit_sources as (
  select v.visit_occurrence_id, min(k.data_source) as data_source
  from visit_occurrence as v
  inner join visit_kinds as k on k.concept_id = v.visit_concept_id
  group by v.visit_occurrence_id
),

conditions as (
  select
    c.*,
    coalesce(v.data_source, 'primary-care') as data_source
  from condition_occurrence as c
  left join visit_sources as v on v.visit_occurrence_id = c.visit_occurrence_id
),

coded as (
  select k.concept_id, k.concept_code, s.code_system
  from concept as k
  inner join code_systems as s on s.vocabulary_id = k.vocabulary_id
  qualify row_number() over (
    partition by k.concept_id order by s.code_system, k.concept_code
  ) = 1
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
