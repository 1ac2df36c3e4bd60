-- grain: one row per delivered consent event of an asked client
-- key: consent_event_id, of one delivery
-- sources: consent_events
-- as-of rule: none; whoever asks decides what holds at which instant

with

params as (
  select cast(? as varchar) as clients
),

asked as (
  select each_client.client
  from params
  cross join unnest(split(params.clients, ',')) as each_client (client)
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
