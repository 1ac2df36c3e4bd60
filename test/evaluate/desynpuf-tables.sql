-- DE-SynPUF as one analysis table: what 2008 shows of each beneficiary, and
-- what 2009 and 2010 brought.
-- grain: one row per beneficiary born by 1 January 1944 and alive at the end
--   of 2008
-- key: row_id
-- sources: CMS summaries of 2008, 2009 and 2010 and inpatient claims, all text
-- as-of rule: predictors from the summary of 2008 and from claims admitted
--   before 2009; outcomes from 2009 on
-- smallest cell: none; the people are synthetic
create or replace table analysis as
with
claims as (
  select
    DESYNPUF_ID as row_id,
    CLM_ID as claim_id,
    min(try_strptime(CLM_ADMSN_DT, '%Y%m%d')::date) as admitted_on,
    max(try_strptime(NCH_BENE_DSCHRG_DT, '%Y%m%d')::date) as discharged_on,
    max(CLM_PMT_AMT::double) as payment,
    max(CLM_UTLZTN_DAY_CNT::double) as days
  from inpatient_claims
  group by DESYNPUF_ID, CLM_ID
),

stays_before as (
  select
    row_id,
    count(*) as stays,
    sum(days) as stay_days,
    sum(payment) as stay_payment,
    date_diff('day', max(discharged_on), date '2009-01-01')
      as days_since_stay
  from claims
  where admitted_on < date '2009-01-01'
  group by row_id
),

stays_after as (
  select row_id, min(admitted_on) as admitted_on
  from claims
  where admitted_on >= date '2009-01-01'
  group by row_id
),

cost_after as (
  select
    one.DESYNPUF_ID as row_id,
    one.MEDREIMB_IP::double + one.MEDREIMB_OP::double
      + one.MEDREIMB_CAR::double as cost_2009,
    coalesce(
      two.MEDREIMB_IP::double + two.MEDREIMB_OP::double
        + two.MEDREIMB_CAR::double,
      0
    ) as cost_2010,
    strptime(coalesce(one.BENE_DEATH_DT, two.BENE_DEATH_DT), '%Y%m%d')::date
      as died_on
  from summary_2009 as one
  left join summary_2010 as two using (DESYNPUF_ID)
),

joined as (
  select
    b.*,
    s.stays,
    s.stay_days,
    s.stay_payment,
    s.days_since_stay,
    c.cost_2009,
    c.cost_2009 + c.cost_2010 as cost_2009_2010,
    a.admitted_on,
    least(coalesce(a.admitted_on, c.died_on, date '2011-01-01'),
      coalesce(c.died_on, date '2011-01-01')) as ended_on,
    c.died_on
  from summary_2008 as b
  inner join cost_after as c on c.row_id = b.DESYNPUF_ID
  left join stays_before as s on s.row_id = b.DESYNPUF_ID
  left join stays_after as a on a.row_id = b.DESYNPUF_ID
  where b.BENE_BIRTH_DT <= '19440101'
),

final as (
  select
    DESYNPUF_ID as row_id,
    sample,
    -- predictors
    date_diff(
      'month', strptime(BENE_BIRTH_DT, '%Y%m%d')::date, date '2009-01-01'
    ) / 12.0 as age_years,
    'sex ' || BENE_SEX_IDENT_CD as sex,
    'race ' || BENE_RACE_CD as race,
    (BENE_ESRD_IND = 'Y')::int as has_end_stage_renal_disease,
    BENE_HI_CVRAGE_TOT_MONS::int as months_part_a,
    BENE_SMI_CVRAGE_TOT_MONS::int as months_part_b,
    BENE_HMO_CVRAGE_TOT_MONS::int as months_hmo,
    PLAN_CVRG_MOS_NUM::int as months_part_d,
    (SP_ALZHDMTA = '1')::int as alzheimer,
    (SP_CHF = '1')::int as heart_failure,
    (SP_CHRNKIDN = '1')::int as kidney_disease,
    (SP_CNCR = '1')::int as cancer,
    (SP_COPD = '1')::int as copd,
    (SP_DEPRESSN = '1')::int as depression,
    (SP_DIABETES = '1')::int as diabetes,
    (SP_ISCHMCHT = '1')::int as ischaemic_heart_disease,
    (SP_OSTEOPRS = '1')::int as osteoporosis,
    (SP_RA_OA = '1')::int as arthritis,
    (SP_STRKETIA = '1')::int as stroke,
    MEDREIMB_IP::double as inpatient_reimbursed,
    BENRES_IP::double as inpatient_own,
    PPPYMT_IP::double as inpatient_other_payer,
    MEDREIMB_OP::double as outpatient_reimbursed,
    BENRES_OP::double as outpatient_own,
    PPPYMT_OP::double as outpatient_other_payer,
    MEDREIMB_CAR::double as carrier_reimbursed,
    BENRES_CAR::double as carrier_own,
    PPPYMT_CAR::double as carrier_other_payer,
    coalesce(stays, 0) as stays,
    coalesce(stay_days, 0) as stay_days,
    coalesce(stay_payment, 0) as stay_payment,
    days_since_stay,
    -- outcomes
    (cost_2009 >= quantile_cont(cost_2009, 0.9) over ())::int as top_cost_12,
    (cost_2009_2010 >= quantile_cont(cost_2009_2010, 0.9) over ())::int
      as top_cost_24,
    coalesce(admitted_on = ended_on and admitted_on < date '2010-01-01', false)
      ::int as stay_12,
    coalesce(admitted_on = ended_on, false)::int as stay_24,
    greatest(0.5, date_diff('day', date '2009-01-01', ended_on)) as days_seen,
    case
      when admitted_on = ended_on then 1
      when died_on is not null then 2
      else 0
    end as event
  from joined
)

select * from final
order by sample, row_id
