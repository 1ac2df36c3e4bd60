-- grain: one row per client of whom an event came to be known since an instant
-- key: client
-- sources: consent_events
-- as-of rule: none; whoever asks decides what holds at which instant

with

params as (
  select cast(? as varchar) as since
),

final as (
  select distinct consent_events.client
  from consent_events cross join params
  where cast(consent_events.recorded_at as varchar) >= params.since
)

select * from final
