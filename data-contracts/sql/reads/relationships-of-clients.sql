-- grain: one row per relationship between a unit and an asked client
-- key: relationship_id
-- sources: client_relationships
-- as-of rule: the latest version of each: one with an end replaces one without

with

-- the list straight from its parameter: beside a column that held it, each of
-- its clients would carry the whole of it along
asked as (
  select client
  from unnest(split(cast(? as varchar), ',')) as each_client (client)
),

-- whoever a later version is of, it replaces an earlier one: all versions count
asked_relationships as (
  select relationship_id
  from client_relationships
  where client in (select client from asked)
),

versions as (
  select
    *,
    row_number() over (
      partition by relationship_id
      order by delivery desc, line desc
    ) as place
  from client_relationships
  where relationship_id in (select relationship_id from asked_relationships)
),

final as (
  select
    client,
    unit,
    cast(started_on as varchar) as started_on,
    cast(ended_on as varchar) as ended_on,
    cast(recorded_on as varchar) as recorded_on
  from versions
  where place = 1
    and is_withdrawn is distinct from 'yes'
    and client in (select client from asked)
)

select * from final
