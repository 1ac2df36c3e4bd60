-- Versions of clients.
-- grain: one row per person and day on which something began
-- key: client_identifier, valid_from
-- sources: person, observation_period, death, location, sexes, municipalities
-- a person told twice is as told first by municipality, day of birth and sex
-- begins: with each stretch of observation, the day after one that is over
--   (moved out, as far as anybody knows), and death
with
people as (
  select
    p.person_id,
    coalesce(
      as_day(p.birth_datetime),
      try_cast(
        p.year_of_birth || '-'
        || lpad(coalesce(p.month_of_birth, '7'), 2, '0') || '-'
        || lpad(coalesce(p.day_of_birth, '1'), 2, '0')
        as date
      )
    ) as born_on,
    coalesce(s.sex, 'unknown') as sex,
    coalesce(m.municipality, '000') as municipality
  from person as p
  left join sexes as s on s.concept_id = p.gender_concept_id
  left join location as l on l.location_id = p.location_id
  left join municipalities as m
    on m.name in (l.location_source_value, l.county, l.city, l.zip)
  where p.person_id is not null
  qualify row_number() over (
    partition by p.person_id order by m.municipality, born_on, s.sex
  ) = 1
),

deaths as (
  select person_id, min(as_day(death_date)) as died_on
  from death
  group by person_id
),

stretches as (
  select
    person_id,
    as_day(observation_period_start_date) as starts_on,
    as_day(observation_period_end_date) as ends_on,
    lead(as_day(observation_period_start_date)) over (
      partition by person_id
      order by as_day(observation_period_start_date), as_day(observation_period_end_date)
    ) as next_on,
    max(as_day(observation_period_end_date)) over () as data_end_on
  from observation_period
),

begun as (
  select
    p.person_id,
    greatest(coalesce(s.starts_on, p.born_on), p.born_on) as valid_from,
    cast(null as date) as moved_out_on,
    cast(null as date) as died_on,
    1 as place
  from people as p
  left join stretches as s on s.person_id = p.person_id
),

over as (
  select
    s.person_id,
    cast(s.ends_on + interval 1 day as date) as valid_from,
    cast(s.ends_on + interval 1 day as date) as moved_out_on,
    cast(null as date) as died_on,
    2 as place
  from stretches as s
  left join deaths as d on d.person_id = s.person_id
  where (s.next_on is null or s.next_on > s.ends_on + interval 1 day)
    and s.ends_on < s.data_end_on
    and (d.died_on is null or d.died_on > s.ends_on + interval 1 day)
),

died as (
  select person_id, died_on, cast(null as date) as moved_out_on, died_on as valid_from, 3 as place
  from deaths
  where died_on is not null
),

versions as (
  select person_id, valid_from, moved_out_on, died_on, place from begun
  union all
  select person_id, valid_from, moved_out_on, died_on, place from over
  union all
  select person_id, valid_from, moved_out_on, died_on, place from died
),

final as (
  select
    'local:omop:' || v.person_id as "clientIdentifier",
    cast(v.valid_from as varchar) as "validFrom",
    cast(p.born_on as varchar) as "bornOn",
    p.sex,
    'other' as "serviceLanguage",
    p.municipality,
    cast(v.died_on as varchar) as "diedOn",
    cast(v.moved_out_on as varchar) as "movedOutOn",
    'population-register' as "dataSource",
    cast(v.valid_from as varchar) as "recordedOn"
  from versions as v
  inner join people as p on p.person_id = v.person_id
  qualify row_number() over (
    partition by v.person_id, v.valid_from order by v.place desc
  ) = 1
  order by try_cast(v.person_id as bigint), v.person_id, v.valid_from
)

select * from final
