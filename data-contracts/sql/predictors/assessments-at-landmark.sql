-- A client's newest points on each RAI scale before a landmark.
-- grain: one row per client and landmark, for clients assessed in 24 months
-- key: client, landmark_on
-- sources: assessment_versions, landmarks
-- as-of rule: only assessments made and recorded before the landmark, in the
--   version known by then
-- months since: calendar months, 1 = the month before the landmark
with
landmark_windows as (
  select
    landmark_on,
    year(landmark_on) * 12 + month(landmark_on) as month,
    cast(landmark_on - interval '24' month as date) as from_24
  from landmarks
),

known_assessments as (
  select
    a.*,
    l.landmark_on,
    l.month - year(a.assessed_on) * 12 - month(a.assessed_on) as months_ago,
    row_number() over (
      partition by a.client, l.landmark_on, a.scale
      order by a.assessed_on desc, a.recorded_on desc, a.assessment_id desc
    ) as newest_first
  from assessment_versions as a
  inner join landmark_windows as l
    on a.assessed_on < l.landmark_on
    and a.assessed_on >= l.from_24
    and a.recorded_on < l.landmark_on
    and (a.superseded_on is null or a.superseded_on >= l.landmark_on)
),

final as (
  select
    client,
    landmark_on,
    array_agg(distinct data_source) as data_sources,
    max(case when scale = 'CPS' then points end) as rai_cps,
    max(case when scale = 'DRS' then points end) as rai_drs,
    max(case when scale = 'MAPLE' then points end) as rai_maple,
    max(case when scale = 'ADLH' then points end) as rai_adlh,
    max(case when scale = 'IADLP' then points end) as rai_iadlp,
    max(case when scale = 'CHESS' then points end) as rai_chess,
    max(case when scale = 'PAIN' then points end) as rai_pain,
    min(months_ago) as months_since_rai
  from known_assessments
  where newest_first = 1
  group by client, landmark_on
)

select * from final
