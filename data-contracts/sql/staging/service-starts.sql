-- When clients began to use a service area, by the last word on it.
-- grain: one row per client, service area and month with a start
-- key: client, service_area, first_started_on
-- sources: service_months
-- as-of rule: none; outcomes are told from here, predictors never
with
months_used as (
  select * from service_months
),

final as (
  select client, service_area, min(first_started_on) as first_started_on
  from months_used
  where superseded_month is null
    and starts > 0
    and service_area is not null
  group by client, service_area, month
)

select * from final
