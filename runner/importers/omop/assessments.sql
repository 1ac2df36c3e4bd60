-- RAI scales among measurements and observations.
-- grain: one row per measurement or observation of a scale that is known
-- key: assessment_id, scale
-- sources: measurement, observation, scales
with
values_of_both as (
  select
    'measurement:' || measurement_id as assessment_id,
    person_id,
    measurement_source_value as source_value,
    as_day(measurement_date) as assessed_on,
    value_as_number
  from measurement
  union all
  select
    'observation:' || observation_id as assessment_id,
    person_id,
    observation_source_value as source_value,
    as_day(observation_date) as assessed_on,
    value_as_number
  from observation
),

final as (
  select
    'local:omop:' || v.person_id as "clientIdentifier",
    v.assessment_id as "assessmentId",
    cast(v.assessed_on as varchar) as "assessedOn",
    s.instrument,
    s.scale,
    cast(cast(round(try_cast(v.value_as_number as double)) as bigint) as varchar) as points,
    'rai' as "dataSource",
    cast(v.assessed_on as varchar) as "recordedOn"
  from values_of_both as v
  inner join scales as s on s.source_value = v.source_value
  order by v.assessment_id, s.scale, v.person_id, v.assessed_on, points
)

select * from final
