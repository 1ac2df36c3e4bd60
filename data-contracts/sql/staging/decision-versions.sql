-- Social-care decisions, and when they were known.
-- grain: one row per delivered version of a decision
-- key: decision_id, delivery, line
-- sources: social_care_decisions
-- as-of rule: a row is known at a landmark when decided_on < landmark,
--   recorded_on < landmark and (superseded_on is null or
--   superseded_on >= landmark)
with
delivered as (
  select * from social_care_decisions
),

versions as (
  select
    client,
    decision_id,
    delivery,
    line,
    decision_type,
    decision,
    decided_on,
    valid_from,
    valid_to,
    data_source,
    recorded_on,
    is_withdrawn,
    min(recorded_on) over (
      partition by decision_id
      order by delivery, line
      rows between 1 following and unbounded following
    ) as superseded_on
  from delivered
),

final as (
  select
    client,
    decision_id,
    delivery,
    line,
    decision_type,
    decision,
    decided_on,
    valid_from,
    valid_to,
    data_source,
    recorded_on,
    superseded_on
  from versions
  where is_withdrawn is distinct from 'yes'
)

select * from final
