-- Rows that cannot be right beside those of other tables, or hardly are.
-- grain: one row per delivered row that is not plausible
-- key: table_name, delivery, line
-- sources: clients, client_versions, service_events, service_group_rules,
--   diagnoses, assessments, social_care_decisions
-- as-of rule: none; who lived when and where is told by the last word on it
-- last word: whether no later row has the key; of a client with two days of
--   death it is one of the rows
-- place: the unit, or the data source where no unit is told
-- smallest cell: none; rows are persons and leave as counts only
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
  select
    c.service_area,
    c.service_form,
    c.contact_type,
    c.is_emergency,
    1 as is_hospital
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
    e.delivery,
    e.line,
    case
      when date_diff('day', e.recorded_on, e.ended_on) > p.longest_ahead_days
        then 1
      else 0
    end as end_far_ahead,
    case
      when e.ended_on is null
        and h.is_hospital = 1
        and date_diff('day', e.started_on, p.follow_up_ends_on)
        > p.longest_open_days
        then 1
      else 0
    end as open_too_long
  from service_events as e
  cross join params as p
  left join hospital_codes as h
    on h.service_area is not distinct from e.service_area
    and h.service_form is not distinct from e.service_form
    and h.contact_type is not distinct from e.contact_type
    and h.is_emergency is not distinct from e.is_emergency
  union all
  select
    'diagnoses',
    data_source,
    client,
    diagnosed_on,
    delivery,
    line,
    0,
    0
  from diagnoses
  union all
  select
    'assessments',
    data_source,
    client,
    assessed_on,
    delivery,
    line,
    0,
    0
  from assessments
  union all
  select
    'social-care-decisions',
    data_source,
    client,
    decided_on,
    delivery,
    line,
    0,
    0
  from social_care_decisions
),

flagged as (
  select
    d.table_name,
    d.place,
    d.delivery,
    d.line,
    case when d.own_day > p.died_on then 1 else 0 end as after_death,
    case when d.own_day < p.born_on then 1 else 0 end as before_birth,
    case when a.client is not null then 1 else 0 end as while_away,
    d.open_too_long,
    d.end_far_ahead
  from dated as d
  left join people as p on p.client = d.client
  left join absences as a
    on a.client = d.client
    and d.own_day > a.moved_out_on
    and d.own_day < a.back_on
  where d.own_day > p.died_on
    or d.own_day < p.born_on
    or a.client is not null
    or d.open_too_long = 1
    or d.end_far_ahead = 1
),

versions as (
  select 'service-events' as table_name, event_id as row_key, delivery, line
  from service_events
  union all
  select 'diagnoses', diagnosis_id, delivery, line from diagnoses
  union all
  select 'assessments', assessment_id || ' ' || scale, delivery, line
  from assessments
  union all
  select 'social-care-decisions', decision_id, delivery, line
  from social_care_decisions
),

keyed as (
  select f.*, v.row_key
  from flagged as f
  inner join versions as v
    on v.table_name = f.table_name
    and v.delivery = f.delivery
    and v.line = f.line
),

replaced as (
  select k.table_name, k.delivery, k.line
  from keyed as k
  inner join versions as v
    on v.table_name = k.table_name
    and v.row_key = k.row_key
  where v.delivery > k.delivery
    or (v.delivery = k.delivery and v.line > k.line)
  group by k.table_name, k.delivery, k.line
),

-- somebody may have been away more than once
once_flagged as (
  select
    table_name,
    delivery,
    line,
    min(place) as place,
    max(after_death) as after_death,
    max(before_birth) as before_birth,
    max(while_away) as while_away,
    max(open_too_long) as open_too_long,
    max(end_far_ahead) as end_far_ahead
  from flagged
  group by table_name, delivery, line
),

final as (
  select
    f.table_name,
    f.delivery,
    f.line,
    f.place,
    case when r.line is null then 1 else 0 end as is_last_word,
    f.after_death,
    f.before_birth,
    f.while_away,
    -- what was open once and has ended since is as it should be
    case when r.line is null then f.open_too_long else 0 end as open_too_long,
    f.end_far_ahead,
    0 as two_deaths
  from once_flagged as f
  left join replaced as r
    on r.table_name = f.table_name
    and r.delivery = f.delivery
    and r.line = f.line
  union all
  select
    'clients',
    c.delivery,
    c.line,
    p.data_source,
    case
      when row_number() over (
        partition by c.client
        order by c.delivery, c.line
      ) = 1
        then 1
      else 0
    end,
    0,
    0,
    0,
    0,
    0,
    1
  from clients as c
  inner join people as p on p.client = c.client
  where p.deaths > 1
)

select * from final
