-- grain: one row per municipality, whole year of age, service status and living
--   alone among scored clients
-- key: municipality, age_years, service_status, lives_alone
-- sources: scores
-- as-of rule: none; one publication of scores is read
-- smallest cell: none here; whoever reads it tells no cell of fewer than five

with

-- stretches of pseudonyms whose people are not counted, each as its first
-- pseudonym and the one after its last; null: everybody is
stretches as (
  select
    split_part(each_stretch.stretch, ':', 1) as from_client,
    split_part(each_stretch.stretch, ':', 2) as before_client
  from unnest(split(cast(? as varchar), ',')) as each_stretch (stretch)
),

final as (
  select
    scores.municipality,
    cast(floor(scores.age_years) as integer) as age_years,
    scores.service_status,
    scores.lives_alone,
    count(*) as clients
  from scores
  where not exists (
    select 1
    from stretches
    where scores.client >= stretches.from_client
      and scores.client < stretches.before_client
  )
  group by 1, 2, 3, 4
)

select * from final
