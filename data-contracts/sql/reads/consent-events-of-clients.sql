-- grain: one row per delivered consent event of an asked client
-- key: consent_event_id, of one delivery
-- sources: consent_events
-- as-of rule: none; whoever asks decides what holds at which instant

with

-- the list straight from its parameter: beside a column that held it, each of
-- its clients would carry the whole of it along
asked as (
  select client
  from unnest(split(cast(? as varchar), ',')) as each_client (client)
),

final as (
  select
    client,
    consent_event_id,
    kind,
    purpose,
    covered_source,
    cast(effective_at as varchar) as effective_at,
    cast(recorded_at as varchar) as recorded_at
  from consent_events
  where client in (select client from asked)
)

select * from final
