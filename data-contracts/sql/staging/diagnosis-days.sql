-- Days on which a client had a diagnosis of a group.
-- grain: one row per delivered version of a diagnosis and diagnosis group
-- key: diagnosis_id, diagnosis_group, delivery, line
-- sources: diagnoses, diagnosis_groups
-- as-of rule: a row is known at a landmark when diagnosed_on < landmark,
--   recorded_on < landmark and (superseded_on is null or
--   superseded_on >= landmark)
-- note: a diagnosis of no group is left out; a dot in a code means nothing; a
--   pair of codes (F00.1*G30.1) is in the groups of both
with
delivered as (
  select * from diagnoses
),

prefixes as (
  select * from diagnosis_groups
),

repeated as (
  select diagnosis_id
  from delivered
  group by diagnosis_id
  having count(*) > 1
),

delivered_once as (
  select
    d.client,
    d.diagnosis_id,
    d.delivery,
    d.line,
    d.diagnosed_on,
    d.code_system,
    d.code,
    d.data_source,
    d.recorded_on,
    d.is_withdrawn,
    cast(null as date) as superseded_on
  from delivered as d
  left join repeated as r on r.diagnosis_id = d.diagnosis_id
  where r.diagnosis_id is null
),

delivered_again as (
  select
    d.client,
    d.diagnosis_id,
    d.delivery,
    d.line,
    d.diagnosed_on,
    d.code_system,
    d.code,
    d.data_source,
    d.recorded_on,
    d.is_withdrawn,
    min(d.recorded_on) over (
      partition by d.diagnosis_id
      order by d.delivery, d.line
      rows between 1 following and unbounded following
    ) as superseded_on
  from delivered as d
  inner join repeated as r on r.diagnosis_id = d.diagnosis_id
),

versions as (
  select * from delivered_once
  union all
  select * from delivered_again
),

codes as (
  select distinct
    code_system,
    code,
    replace(translate(code, '+&.', '**'), '#', '*#') as plain
  from delivered
),

-- the codes of a pair, each by itself; an ATC code keeps its # and is in no
-- group

code_parts as (
  select c.code_system, c.code, t.part
  from codes as c
  cross join unnest(split(c.plain, '*')) as t(part)
),

grouped_codes as (
  select distinct c.code_system, c.code, p.diagnosis_group
  from code_parts as c
  inner join prefixes as p
    on p.code_system = c.code_system
    and starts_with(c.part, p.prefix)
),

final as (
  select
    v.client,
    v.diagnosis_id,
    g.diagnosis_group,
    v.delivery,
    v.line,
    v.diagnosed_on,
    v.data_source,
    v.recorded_on,
    v.superseded_on
  from versions as v
  inner join grouped_codes as g
    on g.code_system = v.code_system
    and g.code = v.code
  where v.is_withdrawn is distinct from 'yes'
)

select * from final
