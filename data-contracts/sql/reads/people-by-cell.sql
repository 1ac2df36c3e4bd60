-- grain: one row per municipality and whole year of age among scored clients
-- key: municipality, age_years
-- sources: scores
-- as-of rule: none; one publication of scores is read
-- smallest cell: none here; whoever reads it tells no cell of fewer than five

with

final as (
  select
    municipality,
    cast(floor(age_years) as integer) as age_years,
    count(*) as clients
  from scores
  group by 1, 2
)

select * from final
