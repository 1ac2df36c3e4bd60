-- grain: one row per scored client who fits
-- key: client
-- sources: scores
-- as-of rule: none; one publication of scores is read

with

-- a bound that is null does not bind; a full age lasts until the next birthday
params as (
  select
    cast(? as varchar) as municipalities,
    cast(? as integer) as from_age_years,
    cast(? as integer) as to_age_years,
    cast(? as varchar) as service_statuses,
    cast(? as varchar) as lives_alone
),

final as (
  select
    scores.client,
    scores.municipality,
    cast(scores.age_years as double) as age_years,
    scores.service_status,
    scores.lives_alone,
    scores.probability_h1,
    scores.probability_h2,
    coalesce(scores.sources_used, '') as sources_used
  from scores cross join params
  where (
      params.municipalities is null
      or contains(split(params.municipalities, ','), scores.municipality)
    )
    and (
      params.from_age_years is null
      or scores.age_years >= params.from_age_years
    )
    and (
      params.to_age_years is null
      or scores.age_years < params.to_age_years + 1
    )
    and (
      params.service_statuses is null
      or contains(split(params.service_statuses, ','), scores.service_status)
    )
    and (
      params.lives_alone is null
      or scores.lives_alone = params.lives_alone
    )
)

select * from final
