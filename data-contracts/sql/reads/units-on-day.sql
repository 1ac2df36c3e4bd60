-- grain: one row per unit with a relationship in force on a day, known by then
-- key: unit
-- sources: client_relationships
-- as-of rule: the latest version of each relationship, as the gate has it
-- smallest cell: none; no number of people is told, and nothing of anybody

with

params as (
  select cast(? as varchar) as on_day
),

versions as (
  select
    *,
    row_number() over (
      partition by relationship_id
      order by delivery desc, line desc
    ) as place
  from client_relationships
),

final as (
  select distinct versions.unit
  from versions cross join params
  where versions.place = 1
    and versions.is_withdrawn is distinct from 'yes'
    and cast(versions.started_on as varchar) <= params.on_day
    and cast(versions.recorded_on as varchar) <= params.on_day
    and (
      versions.ended_on is null
      or cast(versions.ended_on as varchar) >= params.on_day
    )
)

select * from final
