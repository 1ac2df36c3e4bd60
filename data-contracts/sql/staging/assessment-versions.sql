-- Points on RAI scales, and when they were known.
-- grain: one row per delivered version of one scale of one assessment
-- key: assessment_id, scale, delivery, line
-- sources: assessments
-- as-of rule: a row is known at a landmark when assessed_on < landmark,
--   recorded_on < landmark and (superseded_on is null or
--   superseded_on >= landmark)
with
delivered as (
  select * from assessments
),

versions as (
  select
    client,
    assessment_id,
    scale,
    delivery,
    line,
    assessed_on,
    points,
    data_source,
    recorded_on,
    is_withdrawn,
    min(recorded_on) over (
      partition by assessment_id, scale
      order by delivery, line
      rows between 1 following and unbounded following
    ) as superseded_on
  from delivered
),

final as (
  select
    client,
    assessment_id,
    scale,
    delivery,
    line,
    assessed_on,
    points,
    data_source,
    recorded_on,
    superseded_on
  from versions
  where is_withdrawn is distinct from 'yes'
)

select * from final
