-- How many rows cannot be right beside those of other tables, or hardly are.
-- grain: one row per table and unit, or data source where no unit is told
-- key: table_name, place
-- sources: implausible_rows
-- as-of rule: none
-- smallest cell: none here; small counts are not told
with
final as (
  select
    table_name,
    place,
    cast(sum(after_death) as bigint) as after_death,
    cast(sum(before_birth) as bigint) as before_birth,
    cast(sum(while_away) as bigint) as while_away,
    cast(sum(open_too_long) as bigint) as open_too_long,
    cast(sum(end_far_ahead) as bigint) as end_far_ahead,
    cast(sum(two_deaths) as bigint) as two_deaths
  from implausible_rows
  where is_last_word = 1
  group by table_name, place
)

select * from final
