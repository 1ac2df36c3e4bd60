-- grain: one row per asked client who is scored
-- key: client
-- sources: scores
-- as-of rule: none; one publication of scores is read

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
    cast(landmark_on as varchar) as landmark_on,
    age_years,
    sex,
    municipality,
    service_language,
    service_status,
    lives_alone,
    sources_used,
    probability_h1,
    probability_h2,
    cast(expected_cost_cents_h1 as double) as expected_cost_cents_h1,
    cast(expected_cost_cents_h2 as double) as expected_cost_cents_h2,
    curve,
    contributions,
    feature_values
  from scores
  where client in (select client from asked)
)

select * from final
