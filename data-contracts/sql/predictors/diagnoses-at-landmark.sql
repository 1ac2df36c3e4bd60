-- What a client had been diagnosed with before a landmark.
-- grain: one row per client and landmark, for clients with any diagnosis
-- key: client, landmark_on
-- sources: diagnosis_days, landmarks
-- as-of rule: only diagnoses made and recorded before the landmark, in the
--   version known by then
-- months since the memory disorder: 24 when it is longer, so that the value
--   means the same however long the data reach back
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
    d.*,
    l.landmark_on,
    l.month - year(d.diagnosed_on) * 12 - month(d.diagnosed_on) as months_ago,
    case when d.diagnosed_on >= l.from_12 then d.diagnosed_on end as day_in_12,
    case when d.diagnosed_on >= l.from_24 then d.diagnosed_on end as day_in_24
  from diagnosis_days as d
  inner join landmark_windows as l
    on d.diagnosed_on < l.landmark_on
    and d.recorded_on < l.landmark_on
    and (d.superseded_on is null or d.superseded_on >= l.landmark_on)
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
    max(case when diagnosis_group = 'hip-fracture' then 1 else 0 end)
      as has_hip_fracture,
    max(case when diagnosis_group = 'osteoporosis' then 1 else 0 end)
      as has_osteoporosis,
    max(case when diagnosis_group = 'memory-disorder' then 1 else 0 end)
      as has_memory_disorder,
    max(
      case
        when diagnosis_group <> 'memory-disorder' then null
        when months_ago > 24 then 24
        else months_ago
      end
    ) as months_since_memory_disorder,
    max(case when diagnosis_group = 'stroke' then 1 else 0 end) as has_stroke,
    max(case when diagnosis_group = 'heart-failure' then 1 else 0 end)
      as has_heart_failure,
    max(case when diagnosis_group = 'ischaemic-heart-disease' then 1 else 0 end)
      as has_ischaemic_heart_disease,
    max(case when diagnosis_group = 'copd' then 1 else 0 end) as has_copd,
    max(case when diagnosis_group = 'diabetes' then 1 else 0 end)
      as has_diabetes,
    max(case when diagnosis_group = 'cancer' then 1 else 0 end) as has_cancer,
    max(case when diagnosis_group = 'kidney-disease' then 1 else 0 end)
      as has_kidney_disease,
    max(case when diagnosis_group = 'arthritis' then 1 else 0 end)
      as has_arthritis,
    max(case when diagnosis_group = 'parkinson' then 1 else 0 end)
      as has_parkinson,
    max(case when diagnosis_group = 'depression' then 1 else 0 end)
      as has_depression,
    max(case when diagnosis_group = 'lives-alone' then 1 else 0 end)
      as lives_alone,
    -- illnesses only: falls and living alone are predictors of their own
    count(
      distinct case
        when diagnosis_group not in ('fall', 'lives-alone') then diagnosis_group
      end
    ) as diagnosis_groups
  from known_diagnoses
  group by client, landmark_on
)

select * from final
