-- When rows were recorded, beside the day that they tell of.
-- grain: one row per table of which anything was delivered
-- key: table_name
-- sources: clients, service_events, diagnoses, assessments,
--   social_care_decisions
-- as-of rule: none; every delivered row counts
-- smallest cell: none; counts of rows of the whole county
with
params as (
  select
    -- a model learns nothing from what is recorded on it or later
    cast(? as date) as last_learnt_on
),

delivered as (
  select 'clients' as table_name, valid_from as own_day, recorded_on
  from clients
  union all
  select 'service-events' as table_name, started_on as own_day, recorded_on
  from service_events
  union all
  select 'diagnoses' as table_name, diagnosed_on as own_day, recorded_on
  from diagnoses
  union all
  select 'assessments' as table_name, assessed_on as own_day, recorded_on
  from assessments
  union all
  select
    'social-care-decisions' as table_name,
    decided_on as own_day,
    recorded_on
  from social_care_decisions
),

by_day as (
  select
    table_name,
    recorded_on,
    count(*) as row_count,
    count_if(date_diff('day', own_day, recorded_on) <= 31) as within_month,
    count_if(date_diff('day', own_day, recorded_on) <= 366) as within_year
  from delivered
  group by table_name, recorded_on
),

final as (
  select
    d.table_name,
    cast(sum(d.row_count) as bigint) as row_count,
    cast(sum(d.within_month) as bigint) as within_month,
    cast(sum(d.within_year) as bigint) as within_year,
    cast(
      sum(case when d.recorded_on >= p.last_learnt_on then d.row_count end)
      as bigint
    ) as after_landmarks,
    cast(max(d.row_count) as bigint) as on_one_day
  from by_day as d
  cross join params as p
  group by d.table_name
)

select * from final
