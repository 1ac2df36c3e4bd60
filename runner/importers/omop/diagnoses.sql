-- Conditions as diagnoses.
-- grain: one row per condition occurrence
-- key: diagnosis_id
-- sources: coded_conditions
with
final as (
  select
    'local:omop:' || person_id as "clientIdentifier",
    'condition:' || condition_occurrence_id as "diagnosisId",
    cast(as_day(condition_start_date) as varchar) as "diagnosedOn",
    code_system as "codeSystem",
    code,
    data_source as "dataSource",
    cast(as_day(condition_start_date) as varchar) as "recordedOn"
  from coded_conditions
  order by
    try_cast(condition_occurrence_id as bigint),
    condition_occurrence_id,
    "clientIdentifier",
    "diagnosedOn",
    code_system,
    code,
    data_source
)

select * from final
