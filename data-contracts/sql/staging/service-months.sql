-- Use and cost of services by month.
-- grain: one row per client, service group, service area, data source, month,
--   month it was known in and month it was superseded in
-- key: those columns
-- sources: service_events, service_group_rules, unit_costs
-- as-of rule: a row is known at a landmark, a first of a month, when
--   known_month < the landmark's month and (superseded_month is null or
--   superseded_month >= the landmark's month); the rows with superseded_month
--   null are the last word
-- month: years * 12 + month of year, so that months subtract
-- spread: a stay or period counts in every month it touches. Its contacts and
--   delivered cost are spread evenly over its days, to the day it ended or,
--   while it goes on, the day it was recorded; the parts add up to the whole.
--   A unit cost by day or month is laid on every day of care
-- added up here: put in order one by one, the visits of 200,000 people want
--   more memory than an engine has
-- cost only: a row of no contacts is money alone, neither care nor a start
with
params as (
  select
    -- the first of the month after the last whole month of data
    cast(? as date) as follow_up_ends_on
),

rules as (
  select * from service_group_rules
),

prices as (
  select * from unit_costs
),

-- versions: a later delivery of an event replaces the earlier. The large table
-- is read by each step that needs it, for its own columns, and never copied

repeated as (
  select event_id
  from service_events
  group by event_id
  having count(*) > 1
),

delivered_once as (
  select e.*, cast(null as date) as superseded_on
  from service_events as e
  left join repeated as r on r.event_id = e.event_id
  where r.event_id is null
),

delivered_again as (
  select
    e.*,
    min(e.recorded_on) over (
      partition by e.event_id
      order by e.delivery, e.line
      rows between 1 following and unbounded following
    ) as superseded_on
  from service_events as e
  inner join repeated as r on r.event_id = e.event_id
),

-- a row taken back supersedes, and is no version itself
versions as (
  select * from delivered_once where is_withdrawn is distinct from 'yes'
  union all
  select * from delivered_again where is_withdrawn is distinct from 'yes'
),

-- service groups and unit costs, by the codes that occur

codes as (
  select distinct service_area, service_form, contact_type, is_emergency
  from service_events
),

grouped_codes as (
  select
    c.service_area,
    c.service_form,
    c.contact_type,
    c.is_emergency,
    coalesce(min_by(r.service_group, r.rule_number), 'other') as service_group
  from codes as c
  left join rules as r
    on (r.service_area is null or r.service_area = c.service_area)
    and (r.service_form is null or r.service_form = c.service_form)
    and (r.contact_type is null or r.contact_type = c.contact_type)
    and (r.is_emergency is null or r.is_emergency = c.is_emergency)
  group by c.service_area, c.service_form, c.contact_type, c.is_emergency
),

priced_codes as (
  select
    g.*,
    g.service_group in ('hospital-stay', 'heavy-housing', 'other-housing')
      as is_stay,
    coalesce(p.per, 'none') as priced_per,
    coalesce(p.amount_cents, 0) as unit_cents,
    params.follow_up_ends_on
  from grouped_codes as g
  left join prices as p on p.service_group = g.service_group
  cross join params
),

-- a stay without an end goes on; any other row without one is of one day

dated as (
  select
    v.client,
    p.service_group,
    v.service_area,
    v.data_source,
    v.started_on,
    v.recorded_on,
    v.superseded_on,
    coalesce(v.contacts, 1) as contacts,
    case
      when v.cost_cents is not null then v.cost_cents
      when p.priced_per = 'contact' then coalesce(v.contacts, 1) * p.unit_cents
      else 0
    end as spread_cents,
    case
      when v.cost_cents is null and coalesce(v.contacts, 1) > 0
        then p.priced_per
      else 'none'
    end as laid_per,
    p.unit_cents,
    case
      when v.ended_on is not null then v.ended_on
      when p.is_stay then cast(p.follow_up_ends_on - interval '1' day as date)
      else v.started_on
    end as last_on,
    case
      when v.ended_on is not null then v.ended_on
      when p.is_stay then v.recorded_on
      else v.started_on
    end as spread_to_on
  from versions as v
  inner join priced_codes as p
    on p.service_area is not distinct from v.service_area
    and p.service_form is not distinct from v.service_form
    and p.contact_type is not distinct from v.contact_type
    and p.is_emergency is not distinct from v.is_emergency
  where v.started_on < p.follow_up_ends_on
),

numbered as (
  select
    *,
    year(started_on) * 12 + month(started_on) as first_month,
    year(last_on) * 12 + month(last_on) as last_month
  from dated
),

-- the months of every span from a first to a last month that occurs

calendar as (
  select
    cast(first_on as date) as first_on,
    cast(first_on + interval '1' month as date) as next_on,
    year(first_on) * 12 + month(first_on) as month
  from params
  cross join unnest(
    sequence(
      date '1850-01-01',
      cast(params.follow_up_ends_on - interval '1' month as date),
      interval '1' month
    )
  ) as months(first_on)
),

ends as (
  select distinct
    year(e.started_on) * 12 + month(e.started_on) as first_month,
    year(e.ended_on) * 12 + month(e.ended_on) as end_month,
    year(p.follow_up_ends_on) * 12 + month(p.follow_up_ends_on) as month_after
  from service_events as e
  cross join params as p
),

spans as (
  select first_month, coalesce(end_month, first_month) as last_month
  from ends
  union
  select first_month, month_after - 1 as last_month
  from ends
  where end_month is null
),

span_months as (
  select s.first_month, s.last_month, c.month, c.first_on, c.next_on
  from spans as s
  inner join calendar as c on c.month between s.first_month and s.last_month
),

pieces as (
  select
    n.*,
    m.month,
    date_diff('day', n.started_on, n.spread_to_on) + 1 as spread_days,
    date_diff('day', n.started_on, greatest(n.started_on, m.first_on))
      as days_before,
    least(
      date_diff('day', n.started_on, n.last_on) + 1,
      date_diff('day', n.started_on, m.next_on)
    ) as days_after,
    date_diff('day', m.first_on, m.next_on) as days_in_month
  from numbered as n
  inner join span_months as m
    on m.first_month = n.first_month
    and m.last_month = n.last_month
),

spread as (
  select
    client,
    service_group,
    service_area,
    data_source,
    month,
    greatest(month, year(recorded_on) * 12 + month(recorded_on)) as known_month,
    year(superseded_on) * 12 + month(superseded_on) as superseded_month,
    month = first_month and contacts > 0 as is_start,
    started_on,
    case when contacts > 0 then days_after - days_before else 0 end
      as care_days,
    contacts * 1000000 * least(days_after, spread_days) / spread_days
      - contacts * 1000000 * least(days_before, spread_days) / spread_days
      as contact_millionths,
    spread_cents * least(days_after, spread_days) / spread_days
      - spread_cents * least(days_before, spread_days) / spread_days
      + case laid_per
        when 'day' then unit_cents * (days_after - days_before)
        when 'month'
          then unit_cents * (days_after - days_before) / days_in_month
        else 0
      end as cost_cents
  from pieces
),

final as (
  select
    client,
    service_group,
    service_area,
    data_source,
    month,
    known_month,
    superseded_month,
    cast(sum(care_days) as bigint) as care_days,
    cast(sum(contact_millionths) as bigint) as contact_millionths,
    cast(sum(cost_cents) as bigint) as cost_cents,
    count_if(is_start) as starts
  from spread
  where superseded_month is null or superseded_month > known_month
  group by
    client,
    service_group,
    service_area,
    data_source,
    month,
    known_month,
    superseded_month
)

select * from final
