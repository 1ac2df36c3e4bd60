-- What was on record of a client's illnesses before a landmark.
-- grain: one row per client and landmark, for clients with any such diagnosis
-- key: client, landmark_on
-- sources: diagnosis_days, landmarks
-- as-of rule: only diagnoses made and recorded before the landmark, in the
--   version known by then
-- windows: the 12 and 24 whole months before the landmark; nothing older
--   counts, so that a predictor means the same however long the data reach back
-- known memory disorder: as far as the data reach back, and so no measure that
--   two counties share: it says of whom the diagnosis is not missing
-- months since: calendar months since the newest, 1 = the month before the
--   landmark; null when not within 24
-- falls: days with a fall, as one fall is often coded by several units
with
landmark_windows as (
  select
    landmark_on,
    year(landmark_on) * 12 + month(landmark_on) as month,
    cast(landmark_on - interval '12' month as date) as from_12,
    cast(landmark_on - interval '24' month as date) as from_24
  from landmarks
),

known_diagnoses as (
  select
    d.client,
    l.landmark_on,
    d.data_source,
    d.diagnosis_group,
    l.month - year(d.diagnosed_on) * 12 - month(d.diagnosed_on) as months_ago,
    case when d.diagnosed_on >= l.from_12 then d.diagnosed_on end as day_in_12,
    case when d.diagnosed_on >= l.from_24 then d.diagnosed_on end as day_in_24,
    case when d.diagnosed_on >= l.from_24 then d.diagnosis_group end
      as group_in_24
  from diagnosis_days as d
  inner join landmark_windows as l
    on d.diagnosed_on < l.landmark_on
    and d.recorded_on < l.landmark_on
    and (d.superseded_on is null or d.superseded_on >= l.landmark_on)
  where d.diagnosed_on >= l.from_24
    or d.diagnosis_group = 'memory-disorder'
),

final as (
  select
    client,
    landmark_on,
    array_agg(distinct data_source) as data_sources,
    count(distinct case when diagnosis_group = 'fall' then day_in_12 end)
      as falls_12,
    count(distinct case when diagnosis_group = 'fall' then day_in_24 end)
      as falls_24,
    max(case when group_in_24 = 'hip-fracture' then 1 else 0 end)
      as has_hip_fracture_24,
    max(case when group_in_24 = 'osteoporosis' then 1 else 0 end)
      as has_osteoporosis_24,
    max(case when group_in_24 = 'memory-disorder' then 1 else 0 end)
      as has_memory_disorder_24,
    min(case when group_in_24 = 'memory-disorder' then months_ago end)
      as months_since_memory_disorder,
    max(case when diagnosis_group = 'memory-disorder' then 1 else 0 end)
      as has_known_memory_disorder,
    max(case when group_in_24 = 'stroke' then 1 else 0 end) as has_stroke_24,
    max(case when group_in_24 = 'heart-failure' then 1 else 0 end)
      as has_heart_failure_24,
    max(case when group_in_24 = 'ischaemic-heart-disease' then 1 else 0 end)
      as has_ischaemic_heart_disease_24,
    max(case when group_in_24 = 'copd' then 1 else 0 end) as has_copd_24,
    max(case when group_in_24 = 'diabetes' then 1 else 0 end)
      as has_diabetes_24,
    max(case when group_in_24 = 'cancer' then 1 else 0 end) as has_cancer_24,
    max(case when group_in_24 = 'kidney-disease' then 1 else 0 end)
      as has_kidney_disease_24,
    max(case when group_in_24 = 'arthritis' then 1 else 0 end)
      as has_arthritis_24,
    max(case when group_in_24 = 'parkinson' then 1 else 0 end)
      as has_parkinson_24,
    max(case when group_in_24 = 'depression' then 1 else 0 end)
      as has_depression_24,
    max(case when group_in_24 = 'lives-alone' then 1 else 0 end)
      as lives_alone,
    -- illnesses only: falls and living alone are predictors of their own
    count(
      distinct case
        when group_in_24 not in ('fall', 'lives-alone') then group_in_24
      end
    ) as diagnosis_groups_24
  from known_diagnoses
  group by client, landmark_on
)

select * from final
