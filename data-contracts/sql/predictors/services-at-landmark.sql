-- What services a client used before a landmark, how much, and at what cost.
-- grain: one row per client and landmark, for clients with any service
-- key: client, landmark_on
-- sources: service_months, landmarks
-- as-of rule: only months before the landmark, in rows recorded before it, in
--   the version known by then
-- windows: the 3, 12 and 24 whole months before the landmark; nothing older
--   counts, so that a predictor means the same however long the data reach back
-- newest home care: its visits in the newest month within 24 that has any on
--   record, as the last month's are often recorded after the landmark
-- months since: calendar months, 1 = the month before the landmark; null when
--   not within 24
with
landmark_months as (
  select landmark_on, year(landmark_on) * 12 + month(landmark_on) as month
  from landmarks
),

months_used as (
  select s.*, l.landmark_on, l.month - s.month as months_ago
  from service_months as s
  inner join landmark_months as l
    on s.known_month < l.month
    and (s.superseded_month is null or s.superseded_month >= l.month)
  where s.month >= l.month - 24
),

home_care_by_month as (
  select
    s.client,
    l.landmark_on,
    l.month - s.month as months_ago,
    sum(s.contact_millionths) as contacts
  from service_months as s
  inner join landmark_months as l
    on s.known_month < l.month
    and (s.superseded_month is null or s.superseded_month >= l.month)
  where s.service_group = 'home-care'
    and s.care_days > 0
    and s.month >= l.month - 24
  group by s.client, l.landmark_on, l.month - s.month
),

home_care as (
  select
    client,
    landmark_on,
    count_if(months_ago <= 12) as home_care_months_12,
    min_by(contacts, months_ago) as home_care_contacts_newest
  from home_care_by_month
  group by client, landmark_on
),

use_by_group as (
  select
    client,
    landmark_on,
    service_group,
    data_source,
    sum(case when months_ago <= 3 then contact_millionths else 0 end)
      as contacts_3,
    sum(case when months_ago <= 12 then contact_millionths else 0 end)
      as contacts_12,
    sum(case when months_ago <= 24 then contact_millionths else 0 end)
      as contacts_24,
    sum(case when months_ago <= 3 then care_days else 0 end) as days_3,
    sum(case when months_ago <= 12 then care_days else 0 end) as days_12,
    sum(case when months_ago <= 24 then care_days else 0 end) as days_24,
    sum(case when months_ago <= 3 then cost_cents else 0 end) as cost_3,
    sum(case when months_ago <= 12 then cost_cents else 0 end) as cost_12,
    sum(case when months_ago <= 24 then cost_cents else 0 end) as cost_24,
    sum(case when months_ago <= 12 then starts else 0 end) as starts_12,
    sum(case when months_ago <= 24 then starts else 0 end) as starts_24,
    min(case when care_days > 0 then months_ago end) as months_since
  from months_used
  group by client, landmark_on, service_group, data_source
),

use_by_client as (
  select
    client,
    landmark_on,
    array_agg(distinct data_source) as data_sources,
    sum(case when service_group = 'home-care' then contacts_3 else 0 end)
      as home_care_contacts_3,
    sum(case when service_group = 'home-care' then contacts_12 else 0 end)
      as home_care_contacts_12,
    sum(case when service_group = 'home-nursing' then contacts_12 else 0 end)
      as home_nursing_contacts_12,
    sum(case when service_group = 'emergency-visit' then contacts_3 else 0 end)
      as emergency_visits_3,
    sum(case when service_group = 'emergency-visit' then contacts_12 else 0 end)
      as emergency_visits_12,
    sum(case when service_group = 'emergency-visit' then contacts_24 else 0 end)
      as emergency_visits_24,
    sum(case when service_group = 'hospital-stay' then days_3 else 0 end)
      as hospital_days_3,
    sum(case when service_group = 'hospital-stay' then days_12 else 0 end)
      as hospital_days_12,
    sum(case when service_group = 'hospital-stay' then days_24 else 0 end)
      as hospital_days_24,
    sum(case when service_group = 'hospital-stay' then starts_12 else 0 end)
      as hospital_stays_12,
    sum(case when service_group = 'hospital-stay' then starts_24 else 0 end)
      as hospital_stays_24,
    min(case when service_group = 'hospital-stay' then months_since end)
      as months_since_hospital_stay,
    sum(case when service_group = 'primary-visit' then contacts_12 else 0 end)
      as primary_visits_12,
    sum(
      case when service_group = 'specialist-visit' then contacts_12 else 0 end
    ) as specialist_visits_12,
    sum(case when service_group = 'remote-contact' then contacts_12 else 0 end)
      as remote_contacts_12,
    sum(case when service_group = 'mental-health' then contacts_12 else 0 end)
      as mental_health_contacts_12,
    sum(case when service_group = 'therapy' then contacts_12 else 0 end)
      as therapy_contacts_12,
    sum(case when service_group = 'day-activities' then contacts_12 else 0 end)
      as day_activity_contacts_12,
    sum(contacts_3) as contacts_3,
    sum(contacts_12) as contacts_12,
    sum(contacts_24) as contacts_24,
    min(months_since) as months_since_contact,
    count(distinct case when days_12 > 0 then service_group end)
      as service_groups_12,
    sum(cost_3) as cost_cents_3,
    sum(cost_12) as cost_cents_12,
    sum(cost_24) as cost_cents_24
  from use_by_group
  group by client, landmark_on
),

-- contacts were summed in millionths, whole numbers, so that the order of rows
-- cannot change a digit
final as (
  select
    u.client,
    u.landmark_on,
    u.data_sources,
    coalesce(h.home_care_months_12, 0) as home_care_months_12,
    coalesce(h.home_care_contacts_newest, 0) / 1e6
      as home_care_contacts_newest,
    u.home_care_contacts_3 / 1e6 as home_care_contacts_3,
    u.home_care_contacts_12 / 1e6 as home_care_contacts_12,
    u.home_nursing_contacts_12 / 1e6 as home_nursing_contacts_12,
    u.emergency_visits_3 / 1e6 as emergency_visits_3,
    u.emergency_visits_12 / 1e6 as emergency_visits_12,
    u.emergency_visits_24 / 1e6 as emergency_visits_24,
    u.hospital_days_3,
    u.hospital_days_12,
    u.hospital_days_24,
    u.hospital_stays_12,
    u.hospital_stays_24,
    u.months_since_hospital_stay,
    u.primary_visits_12 / 1e6 as primary_visits_12,
    u.specialist_visits_12 / 1e6 as specialist_visits_12,
    u.remote_contacts_12 / 1e6 as remote_contacts_12,
    u.mental_health_contacts_12 / 1e6 as mental_health_contacts_12,
    u.therapy_contacts_12 / 1e6 as therapy_contacts_12,
    u.day_activity_contacts_12 / 1e6 as day_activity_contacts_12,
    u.contacts_3 / 1e6 as contacts_3,
    u.contacts_12 / 1e6 as contacts_12,
    u.contacts_24 / 1e6 as contacts_24,
    (u.contacts_3 * 4 - u.contacts_12) / 1e6 as contact_change,
    u.months_since_contact,
    u.service_groups_12,
    u.cost_cents_3,
    u.cost_cents_12,
    u.cost_cents_24
  from use_by_client as u
  left join home_care as h
    on h.client = u.client
    and h.landmark_on = u.landmark_on
)

select * from final
