-- Visits, and details that are another kind of care than the visit they are in.
-- grain: one row per visit, and per such detail
-- key: event_id
-- sources: visit_occurrence, visit_detail, cost, visit_kinds, other_visit
-- known: from the day the visit ended; costs are whole currency units
with
visits as (
  select
    'visit:' || visit_occurrence_id as event_id,
    visit_occurrence_id as visit_id,
    person_id,
    visit_concept_id as concept_id,
    as_day(visit_start_date) as started_on,
    as_day(visit_end_date) as ended_on
  from visit_occurrence
),

details as (
  select
    'visit-detail:' || d.visit_detail_id as event_id,
    cast(null as varchar) as visit_id,
    d.person_id,
    d.visit_detail_concept_id as concept_id,
    as_day(d.visit_detail_start_date) as started_on,
    as_day(d.visit_detail_end_date) as ended_on
  from visit_detail as d
  where not exists (
    select 1
    from visit_occurrence as v
    where v.visit_occurrence_id = d.visit_occurrence_id
      and v.visit_concept_id is not distinct from d.visit_detail_concept_id
  )
),

costs as (
  select cost_event_id, round(sum(try_cast(total_paid as decimal(18, 4))) * 100) as cents
  from cost
  where cost_domain_id is null or lower(cost_domain_id) in ('visit', '8')
  group by cost_event_id
),

every as (
  select * from visits
  union all
  select * from details
),

final as (
  select
    'local:omop:' || e.person_id as "clientIdentifier",
    e.event_id as "eventId",
    cast(e.started_on as varchar) as "startedOn",
    cast(coalesce(e.ended_on, case when k.is_stay then null else e.started_on end) as varchar) as "endedOn",
    k.service_area as "serviceArea",
    k.service_form as "serviceForm",
    k.contact_type as "contactType",
    k.is_emergency as "isEmergency",
    cast(cast(c.cents as bigint) as varchar) as "costCents",
    k.data_source as "dataSource",
    cast(coalesce(e.ended_on, e.started_on) as varchar) as "recordedOn"
  from every as e
  inner join visit_kinds as k
    on k.concept_id = case
      when e.concept_id in (select concept_id from visit_kinds) then e.concept_id
      else 'other'
    end
  left join costs as c on c.cost_event_id = e.visit_id and c.cents >= 0
  order by e.event_id, e.person_id, e.started_on, e.ended_on, e.concept_id
)

select * from final
