-- Rows that cannot be right beside those of other tables, or hardly are.
-- grain: one row per table and unit, or data source where no unit is told
-- key: table_name, place
-- sources: client_versions, service_events, service_group_rules, diagnoses,
--   assessments, social_care_decisions
-- as-of rule: none; who lived when and where is told by the last word on it
-- smallest cell: none here; small counts are not told
with
params as (
  select
    cast(? as date) as follow_up_ends_on,
    cast(? as integer) as longest_open_days,
    cast(? as integer) as longest_ahead_days
),

last_words as (
  select
    client,
    data_source,
    born_on,
    died_on,
    moved_out_on,
    lead(valid_from) over (partition by client order by valid_from)
      as next_valid_from
  from client_versions
  where superseded_on is null
),

people as (
  select
    client,
    min(data_source) as data_source,
    min(born_on) as born_on,
    min(died_on) as died_on,
    count(distinct died_on) as deaths
  from last_words
  group by client
),

absences as (
  select client, moved_out_on, coalesce(next_valid_from, date '9999-12-31')
    as back_on
  from last_words
  where moved_out_on is not null
),

codes as (
  select distinct service_area, service_form, contact_type, is_emergency
  from service_events
),

hospital_codes as (
  select c.service_area, c.service_form, c.contact_type, c.is_emergency
  from codes as c
  inner join service_group_rules as r
    on (r.service_area is null or r.service_area = c.service_area)
    and (r.service_form is null or r.service_form = c.service_form)
    and (r.contact_type is null or r.contact_type = c.contact_type)
    and (r.is_emergency is null or r.is_emergency = c.is_emergency)
  group by c.service_area, c.service_form, c.contact_type, c.is_emergency
  having min_by(r.service_group, r.rule_number) = 'hospital-stay'
),

dated as (
  select
    'service-events' as table_name,
    coalesce(e.unit, e.data_source) as place,
    e.client,
    e.started_on as own_day,
    case
      when date_diff('day', e.recorded_on, e.ended_on) > p.longest_ahead_days
        then 1
    end as ends_far_ahead,
    case
      when e.ended_on is null
        and h.contact_hit = 1
        and date_diff('day', e.started_on, p.follow_up_ends_on)
        > p.longest_open_days
        then 1
    end as is_open_too_long
  from service_events as e
  cross join params as p
  left join (select *, 1 as contact_hit from hospital_codes) as h
    on h.service_area is not distinct from e.service_area
    and h.service_form is not distinct from e.service_form
    and h.contact_type is not distinct from e.contact_type
    and h.is_emergency is not distinct from e.is_emergency
  union all
  select 'diagnoses', data_source, client, diagnosed_on, null, null
  from diagnoses
  union all
  select 'assessments', data_source, client, assessed_on, null, null
  from assessments
  union all
  select 'social-care-decisions', data_source, client, decided_on, null, null
  from social_care_decisions
),

by_place as (
  select
    d.table_name,
    d.place,
    count_if(d.own_day > p.died_on) as after_death,
    count_if(d.own_day < p.born_on) as before_birth,
    count(d.ends_far_ahead) as end_far_ahead,
    count(d.is_open_too_long) as open_too_long,
    0 as while_away,
    0 as two_deaths
  from dated as d
  left join people as p on p.client = d.client
  group by d.table_name, d.place
),

away as (
  select d.table_name, d.place, count(*) as while_away
  from dated as d
  inner join absences as a
    on a.client = d.client
    and d.own_day > a.moved_out_on
    and d.own_day < a.back_on
  group by d.table_name, d.place
),

deaths as (
  select 'clients' as table_name, data_source as place, count(*) as two_deaths
  from people
  where deaths > 1
  group by data_source
),

all_found as (
  select * from by_place
  union all
  select table_name, place, 0, 0, 0, 0, while_away, 0 from away
  union all
  select table_name, place, 0, 0, 0, 0, 0, two_deaths from deaths
),

final as (
  select
    table_name,
    place,
    cast(sum(after_death) as bigint) as after_death,
    cast(sum(before_birth) as bigint) as before_birth,
    cast(sum(while_away) as bigint) as while_away,
    cast(sum(open_too_long) as bigint) as open_too_long,
    cast(sum(end_far_ahead) as bigint) as end_far_ahead,
    cast(sum(two_deaths) as bigint) as two_deaths
  from all_found
  group by table_name, place
  having sum(after_death) + sum(before_birth) + sum(while_away)
    + sum(open_too_long) + sum(end_far_ahead) + sum(two_deaths) > 0
)

select * from final
