-- One client at one landmark: predictors look back only, the outcome looks
-- forward only.
-- grain: one row per eligible client and landmark
-- key: client, landmark_on
-- sources: client_versions, outcome_starts, landmarks, services_at_landmark,
--   diagnoses_at_landmark, assessments_at_landmark,
--   decisions_at_landmark
-- as-of rule: a predictor sees a row only if the row's own date and the day it
--   was recorded are before the landmark, in the version known by then; who is
--   alive, resident or had the outcome is told by the last word on it
-- history: since the client's first day here, or the last return after a move
-- what comes first: by day. An outcome on the day of death is the outcome; one
--   after it is none. A move on the day of either censors before it; so does
--   the end of data
-- months to event: 1 = within the first month, at most the whole months
--   observed; 0 only at the last landmark, which nothing follows
-- smallest cell: none; rows are persons and leave by the release gate only
with
params as (
  select
    -- the first of the month after the last whole month of data
    cast(? as date) as follow_up_ends_on,
    -- the first of the first whole month of data
    cast(? as date) as history_from,
    cast(? as integer) as minimum_age_years,
    cast(? as integer) as maximum_age_years,
    cast(? as integer) as minimum_look_back_months,
    cast(? as boolean) as excludes_earlier_outcome
),

landmark_months as (
  select
    p.*,
    l.landmark_on,
    year(l.landmark_on) * 12 + month(l.landmark_on) as landmark_month
  from landmarks as l
  cross join params as p
),

versions as (
  select * from client_versions
),

services as (
  select * from services_at_landmark
),

diagnosed as (
  select * from diagnoses_at_landmark
),

assessed as (
  select * from assessments_at_landmark
),

decided as (
  select * from decisions_at_landmark
),

-- who the client is, as known at the landmark

known_versions as (
  select
    v.*,
    l.landmark_on,
    l.landmark_month,
    l.history_from,
    lag(v.valid_from) over (
      partition by v.client, l.landmark_on
      order by v.valid_from
    ) as before_on,
    lag(v.moved_out_on) over (
      partition by v.client, l.landmark_on
      order by v.valid_from
    ) as left_before_on,
    lead(v.valid_from) over (
      partition by v.client, l.landmark_on
      order by v.valid_from
    ) as after_on
  from versions as v
  inner join landmark_months as l
    on v.valid_from < l.landmark_on
    and v.recorded_on < l.landmark_on
    and (v.superseded_on is null or v.superseded_on >= l.landmark_on)
),

stays_here as (
  select
    *,
    max(
      case
        when before_on is null or left_before_on < valid_from then valid_from
      end
    ) over (partition by client, landmark_on) as here_since_on
  from known_versions
),

known_clients as (
  select
    client,
    landmark_on,
    landmark_month,
    sex,
    municipality,
    service_language,
    study_group,
    lives_alone,
    has_informal_carer,
    data_source,
    (
      landmark_month - year(born_on) * 12 - month(born_on)
      - case when day(born_on) > 1 then 1 else 0 end
    ) / 12 as age_years,
    greatest(here_since_on, history_from) as history_starts_on
  from stays_here
  where after_on is null
),

-- who is there to be followed, by the last word on it

last_words as (
  select
    client,
    valid_from,
    died_on,
    moved_out_on,
    lead(valid_from) over (partition by client order by valid_from)
      as next_valid_from
  from versions
  where superseded_on is null
),

deaths as (
  select client, min(died_on) as died_on
  from last_words
  group by client
),

absent as (
  select w.client, l.landmark_on
  from last_words as w
  inner join landmark_months as l
    on w.valid_from < l.landmark_on
    and (w.next_valid_from is null or w.next_valid_from >= l.landmark_on)
    and w.moved_out_on < l.landmark_on
),

departures as (
  select w.client, l.landmark_on, min(w.moved_out_on) as moved_out_on
  from last_words as w
  inner join landmark_months as l on w.moved_out_on >= l.landmark_on
  where w.next_valid_from is null or w.moved_out_on < w.next_valid_from
  group by w.client, l.landmark_on
),

starts as (
  select * from outcome_starts
),

outcomes as (
  select
    o.client,
    l.landmark_on,
    min(o.started_on) as first_ever_on,
    min(case when o.started_on >= l.landmark_on then o.started_on end)
      as outcome_on
  from starts as o
  cross join landmark_months as l
  group by o.client, l.landmark_on
),

eligible as (
  select
    k.*,
    l.follow_up_ends_on,
    x.died_on,
    o.outcome_on,
    least(
      coalesce(m.moved_out_on, l.follow_up_ends_on), l.follow_up_ends_on
    ) as observed_until_on
  from known_clients as k
  inner join landmark_months as l on l.landmark_on = k.landmark_on
  left join deaths as x on x.client = k.client
  left join absent as a
    on a.client = k.client
    and a.landmark_on = k.landmark_on
  left join departures as m
    on m.client = k.client
    and m.landmark_on = k.landmark_on
  left join outcomes as o
    on o.client = k.client
    and o.landmark_on = k.landmark_on
  where k.age_years between l.minimum_age_years and l.maximum_age_years
    and l.landmark_month - l.minimum_look_back_months
    >= year(k.history_starts_on) * 12 + month(k.history_starts_on)
    + case when day(k.history_starts_on) > 1 then 1 else 0 end
    and (x.died_on is null or x.died_on >= k.landmark_on)
    and a.client is null
    and (
      not l.excludes_earlier_outcome
      or o.first_ever_on is null
      or o.first_ever_on >= k.landmark_on
    )
),

-- what happened after the landmark

event_months as (
  select
    *,
    case
      when outcome_on < observed_until_on
        and (died_on is null or outcome_on <= died_on)
        then year(outcome_on) * 12 + month(outcome_on) - landmark_month + 1
    end as months_to_outcome,
    case
      when died_on < observed_until_on
        then year(died_on) * 12 + month(died_on) - landmark_month + 1
    end as months_to_death,
    year(observed_until_on) * 12 + month(observed_until_on) - landmark_month
      as months_observed
  from eligible
),

followed as (
  select
    *,
    coalesce(months_to_outcome, months_to_death, months_observed)
      as months_to_event,
    case
      when months_to_outcome is not null then 1
      when months_to_death is not null then 2
      else 0
    end as event
  from event_months
),

final as (
  select
    f.client,
    f.landmark_on,
    f.months_to_event,
    f.event,
    f.sex,
    f.municipality,
    f.service_language,
    f.study_group,
    array_join(
      array_sort(
        array_distinct(
          array[f.data_source]
          || coalesce(s.data_sources, array[f.data_source])
          || coalesce(d.data_sources, array[f.data_source])
          || coalesce(a.data_sources, array[f.data_source])
          || coalesce(p.data_sources, array[f.data_source])
        )
      ),
      ','
    ) as sources_used,
    cast(f.age_years as double) as age_years,
    case f.sex when 'male' then 1e0 when 'female' then 0e0 end as is_male,
    cast(coalesce(s.home_care_months_12, 0) as double) as home_care_months_12,
    cast(coalesce(s.home_care_contacts_newest, 0) as double)
      as home_care_contacts_newest,
    cast(coalesce(s.home_care_contacts_3, 0) as double) as home_care_contacts_3,
    cast(coalesce(s.home_care_contacts_12, 0) as double)
      as home_care_contacts_12,
    cast(coalesce(s.home_nursing_contacts_12, 0) as double)
      as home_nursing_contacts_12,
    cast(coalesce(p.has_home_care_decision, 0) as double)
      as has_home_care_decision,
    cast(coalesce(s.emergency_visits_3, 0) as double) as emergency_visits_3,
    cast(coalesce(s.emergency_visits_12, 0) as double) as emergency_visits_12,
    cast(coalesce(s.emergency_visits_24, 0) as double) as emergency_visits_24,
    cast(coalesce(s.hospital_days_3, 0) as double) as hospital_days_3,
    cast(coalesce(s.hospital_days_12, 0) as double) as hospital_days_12,
    cast(coalesce(s.hospital_days_24, 0) as double) as hospital_days_24,
    cast(coalesce(s.hospital_stays_12, 0) as double) as hospital_stays_12,
    cast(coalesce(s.hospital_stays_24, 0) as double) as hospital_stays_24,
    cast(s.months_since_hospital_stay as double) as months_since_hospital_stay,
    cast(coalesce(s.primary_visits_12, 0) as double) as primary_visits_12,
    cast(coalesce(s.specialist_visits_12, 0) as double) as specialist_visits_12,
    cast(coalesce(s.remote_contacts_12, 0) as double) as remote_contacts_12,
    cast(coalesce(s.mental_health_contacts_12, 0) as double)
      as mental_health_contacts_12,
    cast(coalesce(s.therapy_contacts_12, 0) as double) as therapy_contacts_12,
    cast(coalesce(s.day_activity_contacts_12, 0) as double)
      as day_activity_contacts_12,
    cast(coalesce(s.contacts_3, 0) as double) as contacts_3,
    cast(coalesce(s.contacts_12, 0) as double) as contacts_12,
    cast(coalesce(s.contacts_24, 0) as double) as contacts_24,
    cast(coalesce(s.contact_change, 0) as double) as contact_change,
    cast(s.months_since_contact as double) as months_since_contact,
    cast(coalesce(s.service_groups_12, 0) as double) as service_groups_12,
    cast(coalesce(s.cost_cents_3, 0) as double) as cost_cents_3,
    cast(coalesce(s.cost_cents_12, 0) as double) as cost_cents_12,
    cast(coalesce(s.cost_cents_24, 0) as double) as cost_cents_24,
    cast(coalesce(d.falls_12, 0) as double) as falls_12,
    cast(coalesce(d.falls_24, 0) as double) as falls_24,
    cast(coalesce(d.has_hip_fracture_24, 0) as double) as has_hip_fracture_24,
    cast(coalesce(d.has_osteoporosis_24, 0) as double) as has_osteoporosis_24,
    cast(coalesce(d.has_memory_disorder_24, 0) as double)
      as has_memory_disorder_24,
    cast(d.months_since_memory_disorder as double)
      as months_since_memory_disorder,
    cast(coalesce(d.has_known_memory_disorder, 0) as double)
      as has_known_memory_disorder,
    cast(a.rai_cps as double) as rai_cps,
    cast(coalesce(d.has_stroke_24, 0) as double) as has_stroke_24,
    cast(coalesce(d.has_heart_failure_24, 0) as double) as has_heart_failure_24,
    cast(coalesce(d.has_ischaemic_heart_disease_24, 0) as double)
      as has_ischaemic_heart_disease_24,
    cast(coalesce(d.has_copd_24, 0) as double) as has_copd_24,
    cast(coalesce(d.has_diabetes_24, 0) as double) as has_diabetes_24,
    cast(coalesce(d.has_cancer_24, 0) as double) as has_cancer_24,
    cast(coalesce(d.has_kidney_disease_24, 0) as double)
      as has_kidney_disease_24,
    cast(coalesce(d.has_arthritis_24, 0) as double) as has_arthritis_24,
    cast(coalesce(d.has_parkinson_24, 0) as double) as has_parkinson_24,
    cast(coalesce(d.diagnosis_groups_24, 0) as double) as diagnosis_groups_24,
    cast(coalesce(d.has_depression_24, 0) as double) as has_depression_24,
    cast(a.rai_drs as double) as rai_drs,
    cast(a.rai_maple as double) as rai_maple,
    cast(a.rai_adlh as double) as rai_adlh,
    cast(a.rai_iadlp as double) as rai_iadlp,
    cast(a.rai_chess as double) as rai_chess,
    cast(a.rai_pain as double) as rai_pain,
    cast(a.months_since_rai as double) as months_since_rai,
    cast(coalesce(p.has_support_services, 0) as double) as has_support_services,
    cast(coalesce(p.has_day_activities, 0) as double) as has_day_activities,
    cast(coalesce(p.has_communal_housing, 0) as double) as has_communal_housing,
    cast(coalesce(p.need_assessments_12, 0) as double) as need_assessments_12,
    cast(p.months_since_need_assessment as double)
      as months_since_need_assessment,
    cast(coalesce(p.denied_decisions_24, 0) as double) as denied_decisions_24,
    cast(coalesce(p.has_informal_care_support, 0) as double)
      as has_informal_care_support,
    case f.has_informal_carer when 'yes' then 1e0 when 'no' then 0e0 end
      as has_informal_carer,
    case
      when d.lives_alone = 1 or f.lives_alone = 'yes' then 1e0
      when f.lives_alone = 'no' then 0e0
    end as lives_alone
  from followed as f
  left join services as s
    on s.client = f.client
    and s.landmark_on = f.landmark_on
  left join diagnosed as d
    on d.client = f.client
    and d.landmark_on = f.landmark_on
  left join assessed as a
    on a.client = f.client
    and a.landmark_on = f.landmark_on
  left join decided as p
    on p.client = f.client
    and p.landmark_on = f.landmark_on
  where f.months_to_event > 0
    or f.landmark_on = f.follow_up_ends_on
)

select * from final
