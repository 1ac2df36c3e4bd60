-- When clients began what the programme foresees, by the last word on it.
-- grain: one row per client and start
-- key: client, started_on
-- sources: service_events, outcome_areas, client_versions
-- as-of rule: none; outcomes are told from here, predictors never
-- a start: of a stay of at least the programme's least days, or one that death
--   ended. A stay that begins at most a day after another ended goes on with
--   it; one without an end is long enough. Where the least is one day every
--   row is a start. A row of no contacts is money alone
with
areas as (
  select * from outcome_areas
),

concerned as (
  select distinct e.event_id
  from service_events as e
  inner join areas as a on a.service_area = e.service_area
),

versions as (
  select
    e.client,
    e.event_id,
    e.started_on,
    e.ended_on,
    e.service_area,
    e.contacts,
    e.is_withdrawn,
    row_number() over (
      partition by e.event_id
      order by e.delivery desc, e.line desc
    ) as newest_first
  from service_events as e
  inner join concerned as c on c.event_id = e.event_id
),

stays as (
  select
    v.client,
    v.started_on,
    coalesce(v.ended_on, date '9999-12-31') as last_on,
    a.minimum_days
  from versions as v
  inner join areas as a on a.service_area = v.service_area
  where v.newest_first = 1
    and v.is_withdrawn is distinct from 'yes'
    and coalesce(v.contacts, 1) > 0
),

reached as (
  select
    *,
    max(last_on) over (
      partition by client
      order by started_on, last_on
      rows between unbounded preceding and 1 preceding
    ) as reached_on
  from stays
),

numbered as (
  select
    *,
    sum(
      case
        when minimum_days > 1
          and date_diff('day', reached_on, started_on) <= 1
          then 0
        else 1
      end
    ) over (
      partition by client
      order by started_on, last_on
      rows between unbounded preceding and current row
    ) as stay_number
  from reached
),

whole_stays as (
  select
    client,
    min(started_on) as started_on,
    max(last_on) as last_on,
    min(minimum_days) as minimum_days
  from numbered
  group by client, stay_number
),

deaths as (
  select client, min(died_on) as died_on
  from client_versions
  where superseded_on is null
  group by client
),

final as (
  select distinct s.client, s.started_on
  from whole_stays as s
  left join deaths as x on x.client = s.client
  where date_diff('day', s.started_on, s.last_on) + 1 >= s.minimum_days
    or s.last_on >= x.died_on
)

select * from final
