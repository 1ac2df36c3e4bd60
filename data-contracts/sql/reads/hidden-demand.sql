-- grain: one row per client who is worth a check-up and is asked about
-- key: client
-- sources: hidden_demand
-- as-of rule: none; one publication is read

with

-- the list straight from its parameter: beside a column that held it, each of
-- its clients would carry the whole of it along; null: nobody is named, and
-- everybody is asked about
asked as (
  select client
  from unnest(split(cast(? as varchar), ',')) as each_client (client)
),

final as (
  select
    hidden_demand.client,
    cast(hidden_demand.landmark_on as varchar) as landmark_on,
    hidden_demand.age_years,
    hidden_demand.municipality,
    hidden_demand.service_language,
    hidden_demand.sources_used,
    hidden_demand.signs,
    hidden_demand.signs_certainty,
    hidden_demand.need,
    hidden_demand.contact_share,
    hidden_demand.contacts_certainty,
    hidden_demand.contributions,
    hidden_demand.feature_values
  from hidden_demand
  where hidden_demand.client in (select client from asked)
    or not exists (select 1 from asked)
)

select * from final
