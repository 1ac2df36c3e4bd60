-- Social-care decisions in force at a landmark, or made lately before it.
-- grain: one row per client and landmark, for clients with such a decision
-- key: client, landmark_on
-- sources: decision_versions, landmarks
-- as-of rule: only decisions made and recorded before the landmark, in the
--   version known by then; in force = granted, begun before the landmark and
--   not over by it
-- months since: calendar months, 1 = the month before the landmark; null when
--   not within 24
with
landmark_windows as (
  select
    landmark_on,
    year(landmark_on) * 12 + month(landmark_on) as month,
    cast(landmark_on - interval '12' month as date) as from_12,
    cast(landmark_on - interval '24' month as date) as from_24
  from landmarks
),

known_decisions as (
  select
    d.client,
    l.landmark_on,
    d.data_source,
    case
      when d.decision = 'granted'
        and d.valid_from < l.landmark_on
        and (d.valid_to is null or d.valid_to >= l.landmark_on)
        then d.decision_type
      else 'none'
    end as type_in_force,
    d.decision_type = 'service-need-assessment'
      and d.decided_on >= l.from_24 as is_need_assessed_24,
    d.decided_on >= l.from_12 as is_within_12,
    l.month - year(d.decided_on) * 12 - month(d.decided_on) as months_ago,
    d.decision = 'denied' and d.decided_on >= l.from_24 as is_denied_24
  from decision_versions as d
  inner join landmark_windows as l
    on d.decided_on < l.landmark_on
    and d.recorded_on < l.landmark_on
    and (d.superseded_on is null or d.superseded_on >= l.landmark_on)
),

final as (
  select
    client,
    landmark_on,
    array_agg(distinct data_source) as data_sources,
    max(case when type_in_force = 'regular-home-care' then 1 else 0 end)
      as has_home_care_decision,
    max(case when type_in_force = 'support-services' then 1 else 0 end)
      as has_support_services,
    max(case when type_in_force = 'day-activities' then 1 else 0 end)
      as has_day_activities,
    max(case when type_in_force = 'communal-housing' then 1 else 0 end)
      as has_communal_housing,
    max(case when type_in_force = 'informal-care-support' then 1 else 0 end)
      as has_informal_care_support,
    count_if(is_need_assessed_24 and is_within_12) as need_assessments_12,
    min(case when is_need_assessed_24 then months_ago end)
      as months_since_need_assessment,
    count_if(is_denied_24) as denied_decisions_24
  from known_decisions
  where type_in_force <> 'none'
    or is_need_assessed_24
    or is_denied_24
  group by client, landmark_on
)

select * from final
