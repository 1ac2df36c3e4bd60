-- How completely, how late, in which codes and how plausibly rows are recorded.
-- grain: one row per table, year and place
-- key: table_name, year, place
-- sources: clients, service_events, diagnoses, assessments,
--   social_care_decisions
-- as-of rule: none; every delivered row counts, also one that was replaced;
--   a row that takes another back is none
-- place: the unit or the client's last municipality, as asked, or nothing
-- smallest cell: whoever asks tells no cell of few people
with
params as (
  select
    cast(? as varchar) as place_asked,
    cast(? as varchar) as listed_areas,
    cast(? as varchar) as listed_forms,
    cast(? as varchar) as listed_contacts,
    cast(? as varchar) as mapped_codes
),

people as (
  select
    client,
    max_by(municipality, valid_from) as municipality,
    min(born_on) as born_on,
    max(died_on) as died_on
  from clients
  group by client
),

every_row as (
  select
    'clients' as table_name,
    client,
    valid_from as happened_on,
    recorded_on,
    cast(null as varchar) as unit,
    1 as is_coded,
    case when lives_alone is null then 0 else 1 end as filled_1,
    case when has_informal_carer is null then 0 else 1 end as filled_2,
    0 as filled_3,
    0 as filled_4
  from clients
  where is_withdrawn is distinct from 'yes'
  union all
  select
    'service-events',
    client,
    started_on,
    recorded_on,
    unit,
    case
      when service_area is not null
        and not contains(split(params.listed_areas, ','), service_area) then 0
      when service_form is not null
        and not contains(split(params.listed_forms, ','), service_form) then 0
      when contact_type is not null
        and not contains(split(params.listed_contacts, ','), contact_type)
        then 0
      else 1
    end,
    case when contact_type is null then 0 else 1 end,
    case when is_emergency is null then 0 else 1 end,
    case when cost_cents is null then 0 else 1 end,
    case when unit is null then 0 else 1 end
  from service_events
  cross join params
  where is_withdrawn is distinct from 'yes'
  union all
  select
    'diagnoses',
    client,
    diagnosed_on,
    recorded_on,
    cast(null as varchar),
    case
      when code_system = 'local' then 0
      when code_system = 'SNOMED'
        and not contains(split(params.mapped_codes, ','), code) then 0
      else 1
    end,
    0,
    0,
    0,
    0
  from diagnoses
  cross join params
  where is_withdrawn is distinct from 'yes'
  union all
  select
    'assessments',
    client,
    assessed_on,
    recorded_on,
    cast(null as varchar),
    1,
    0,
    0,
    0,
    0
  from assessments
  where is_withdrawn is distinct from 'yes'
  union all
  select
    'social-care-decisions',
    client,
    decided_on,
    recorded_on,
    cast(null as varchar),
    case when decision_type = 'other' then 0 else 1 end,
    case when valid_to is null then 0 else 1 end,
    0,
    0,
    0
  from social_care_decisions
  where is_withdrawn is distinct from 'yes'
),

placed as (
  select
    r.*,
    year(r.happened_on) as year,
    case params.place_asked
      when 'unit' then coalesce(r.unit, '')
      when 'municipality' then coalesce(p.municipality, '')
      else ''
    end as place,
    case
      when r.recorded_on > cast(r.happened_on + interval '30' day as date)
        then 1
      else 0
    end as is_late_30,
    case
      when r.recorded_on > cast(r.happened_on + interval '90' day as date)
        then 1
      else 0
    end as is_late_90,
    case
      when r.happened_on < p.born_on or r.happened_on > p.died_on then 1
      else 0
    end as is_implausible
  from every_row as r
  cross join params
  left join people as p on p.client = r.client
),

final as (
  select
    table_name,
    year,
    place,
    count(*) as row_count,
    count(distinct client) as people,
    sum(is_late_30) as late_30,
    sum(is_late_90) as late_90,
    sum(is_coded) as coded,
    sum(is_implausible) as implausible,
    sum(filled_1) as filled_1,
    sum(filled_2) as filled_2,
    sum(filled_3) as filled_3,
    sum(filled_4) as filled_4
  from placed
  group by table_name, year, place
)

select * from final
