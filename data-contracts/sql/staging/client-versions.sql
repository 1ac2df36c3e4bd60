-- What was known of a client, and when.
-- grain: one row per delivered version of a client
-- key: client, valid_from, delivery, line
-- sources: clients
-- as-of rule: a version is known at a landmark when recorded_on < landmark and
--   (superseded_on is null or superseded_on >= landmark); the version with
--   superseded_on null is the last word; a row taken back supersedes, and is
--   no version itself
with
delivered as (
  select * from clients
),

versions as (
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
    is_withdrawn,
    min(recorded_on) over (
      partition by client, valid_from
      order by delivery, line
      rows between 1 following and unbounded following
    ) as superseded_on
  from delivered
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
    superseded_on
  from versions
  where is_withdrawn is distinct from 'yes'
)

select * from final
