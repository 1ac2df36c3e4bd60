-- What was known of a client, and when.
-- grain: one row per delivered version of a client
-- key: client, valid_from, delivery, line
-- sources: clients
-- as-of rule: a version is known at a landmark when recorded_on < landmark and
--   (superseded_on is null or superseded_on >= landmark); the version with
--   superseded_on null is the last word
with
delivered as (
  select * from clients
),

final as (
  select
    client,
    valid_from,
    delivery,
    line,
    born_on,
    sex,
    service_language,
    municipality,
    lives_alone,
    has_informal_carer,
    died_on,
    moved_out_on,
    study_group,
    data_source,
    recorded_on,
    min(recorded_on) over (
      partition by client, valid_from
      order by delivery, line
      rows between 1 following and unbounded following
    ) as superseded_on
  from delivered
)

select * from final
