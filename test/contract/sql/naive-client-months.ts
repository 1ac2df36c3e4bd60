import { diagnosisPrefixes } from '../../../data-contracts/vocabularies/diagnosis-groups.ts';
import { serviceGroupRules } from '../../../data-contracts/vocabularies/service-groups.ts';
import type { ClientMonthRow, Lake, LakeRow, Study } from './lake.ts';

/**
 * Client-months by the words of the contracts, row by row and day by day: slow, and made without a look at
 * the SQL, so that the two can be held against each other.
 */
export function naiveClientMonths(lake: Lake, study: Study): ClientMonthRow[] {
  const clients = [...new Set((lake.clients ?? []).map((row) => row.client))].sort();
  return study.landmarks.flatMap((landmarkOn) =>
    clients.flatMap((client) => new NaiveClientMonth(lake, study, client, landmarkOn).rows()),
  );
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const isoDay = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const monthNumber = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const text = (row: LakeRow, column: string) => row[column] as string;

function monthsBefore(day: string, months: number): string {
  const month = monthNumber(day) - months;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

/** Rows of each key in the order of delivery; of these, the last that passes. */
export function newestOfEachKey(
  rows: LakeRow[],
  key: string[],
  passes: (row: LakeRow) => boolean,
): LakeRow[] {
  const newest = new Map<string, LakeRow>();
  const ordered = [...rows].sort(
    (one, other) =>
      (one.delivery ?? 'first').localeCompare(other.delivery ?? 'first') ||
      (one.line ?? 0) - (other.line ?? 0),
  );
  for (const row of ordered) if (passes(row)) newest.set(key.map((part) => row[part]).join('|'), row);
  return [...newest.values()];
}

/** The first day here after the last move away, of versions in order. */
function hereSince(known: readonly LakeRow[]): string {
  let since = text(known[0]!, 'valid_from');
  for (const [index, row] of known.entries()) {
    const leftOn = known[index - 1]?.moved_out_on as string | undefined;
    if (leftOn && leftOn < text(row, 'valid_from')) since = text(row, 'valid_from');
  }
  return since;
}

interface Stay {
  readonly from: string;
  readonly to: string;
}

/** First days of stays of enough days, those that follow one another without a day between taken as one. */
function longStays(stays: readonly Stay[], minimumDays: number, died: string | undefined): string[] {
  const whole: { from: string; to: string }[] = [];
  for (const { from, to } of [...stays].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const before = whole.at(-1);
    const goesOn = minimumDays > 1 && before && dayNumber(from) <= dayNumber(before.to) + 1;
    if (!goesOn) whole.push({ from, to });
    else if (to > before.to) before.to = to;
  }
  return whole
    .filter(({ from, to }) => dayNumber(to) - dayNumber(from) + 1 >= minimumDays || (died && to >= died))
    .map(({ from }) => from);
}

export function naiveServiceGroup(row: LakeRow): string {
  const rule = serviceGroupRules.find(
    (one) =>
      (!one.serviceArea || one.serviceArea === row.service_area) &&
      (!one.serviceForm || one.serviceForm === row.service_form) &&
      (!one.contactType || one.contactType === row.contact_type) &&
      (!one.isEmergency || one.isEmergency === row.is_emergency),
  );
  return rule?.group ?? 'other';
}

const isStay = (group: string) => ['hospital-stay', 'heavy-housing', 'other-housing'].includes(group);

interface DayOfService {
  readonly day: number;
  readonly group: string;
  readonly contacts: number;
  readonly cents: number;
  readonly isCare: boolean;
  readonly isStart: boolean;
}

class NaiveClientMonth {
  constructor(
    private readonly lake: Lake,
    private readonly study: Study,
    private readonly client: string,
    private readonly landmarkOn: string,
  ) {}

  /** What was known at the landmark of this client: the newest version recorded before it. */
  private known(table: keyof Lake, key: string[], datedBy: string): LakeRow[] {
    return newestOfEachKey(this.lake[table] ?? [], key, (row) => text(row, 'recorded_on') < this.landmarkOn)
      .filter((row) => row.client === this.client && row.is_withdrawn !== 'yes')
      .filter((row) => text(row, datedBy) < this.landmarkOn);
  }

  private lastWord(table: keyof Lake, key: string[]): LakeRow[] {
    return newestOfEachKey(this.lake[table] ?? [], key, () => true).filter(
      (row) => row.client === this.client && row.is_withdrawn !== 'yes',
    );
  }

  /** The client-month, or none when the client is not eligible. */
  rows(): ClientMonthRow[] {
    const { landmarkOn } = this;
    const known = this.known('clients', ['client', 'valid_from'], 'valid_from').sort((one, other) =>
      text(one, 'valid_from').localeCompare(text(other, 'valid_from')),
    );
    const now = known.at(-1);
    if (!now) return [];
    const bornOn = text(now, 'born_on');
    const age =
      Number(landmarkOn.slice(0, 4)) -
      Number(bornOn.slice(0, 4)) -
      (landmarkOn.slice(5) < bornOn.slice(5) ? 1 : 0);
    const outcome = this.outcome(age, hereSince(known));
    if (!outcome) return [];
    const sources = new Set([text(now, 'data_source')]);
    const row: ClientMonthRow = {
      client: this.client,
      landmark_on: landmarkOn,
      ...outcome,
      sex: text(now, 'sex'),
      municipality: text(now, 'municipality'),
      service_language: text(now, 'service_language'),
      study_group: now.study_group ?? '',
      age_years: age,
      is_male: { male: 1, female: 0 }[text(now, 'sex')] ?? null,
      has_informal_carer: { yes: 1, no: 0 }[text(now, 'has_informal_carer')] ?? null,
      ...this.services(sources),
      ...this.diagnoses(now, sources),
      ...this.assessments(sources),
      ...this.decisions(sources),
    };
    row.sources_used = [...sources].sort().join(',');
    return [row];
  }

  private outcome(age: number, hereSinceOn: string) {
    const { eligibility, outcome } = this.study.programme;
    const { landmarkOn } = this;
    const history = [hereSinceOn, this.study.historyFrom].sort()[1]!;
    const lastWords = this.lastWord('clients', ['client', 'valid_from']).sort((one, other) =>
      text(one, 'valid_from').localeCompare(text(other, 'valid_from')),
    );
    const died = lastWords.flatMap((row) => row.died_on ?? []).sort()[0] as string | undefined;
    const starts = this.lastWord('service-events', ['event_id'])
      .filter((row) => (outcome.serviceAreas as string[]).includes(row.service_area as string))
      .filter((row) => row.contacts !== 0)
      .map((row) => ({ from: text(row, 'started_on'), to: (row.ended_on as string) ?? '9999-12-31' }));
    const outcomes = longStays(starts, outcome.minimumDays, died);
    const inForce = lastWords.filter((row) => text(row, 'valid_from') < landmarkOn).at(-1);
    const leaves = lastWords.flatMap((row, index) => {
      const next = lastWords[index + 1];
      const leftOn = row.moved_out_on as string | undefined;
      if (!leftOn || leftOn < landmarkOn || (next && leftOn >= text(next, 'valid_from'))) return [];
      return [leftOn];
    });
    if (age < eligibility.minimumAgeYears || age > eligibility.maximumAgeYears) return undefined;
    if (history > monthsBefore(landmarkOn, eligibility.minimumLookBackMonths)) return undefined;
    if (died && died < landmarkOn) return undefined;
    if (inForce?.moved_out_on && text(inForce, 'moved_out_on') < landmarkOn) return undefined;
    if (eligibility.excludesEarlierOutcome && outcomes[0] && outcomes[0] < landmarkOn) return undefined;
    const until = [...leaves, this.study.followUpEndsOn].sort()[0]!;
    const month = (day: string) => monthNumber(day) - monthNumber(landmarkOn) + 1;
    const next = outcomes.find((day) => day >= landmarkOn && day < until);
    const start = next && died && next > died ? undefined : next;
    const death = died && died < until ? died : undefined;
    if (start) return { months_to_event: month(start), event: 1 };
    if (death) return { months_to_event: month(death), event: 2 };
    const observed = monthNumber(until) - monthNumber(landmarkOn);
    const isScored = landmarkOn === this.study.followUpEndsOn;
    return observed > 0 || isScored ? { months_to_event: observed, event: 0 } : undefined;
  }

  private *serviceDays(row: LakeRow): Generator<DayOfService> {
    const group = naiveServiceGroup(row);
    const contacts = (row.contacts as number | undefined) ?? 1;
    const price = this.study.unitCosts.find((cost) => cost.serviceGroup === group);
    const started = dayNumber(text(row, 'started_on'));
    const ended = row.ended_on === undefined ? undefined : dayNumber(text(row, 'ended_on'));
    const last = ended ?? (isStay(group) ? dayNumber(this.study.followUpEndsOn) - 1 : started);
    const spreadTo = ended ?? (isStay(group) ? dayNumber(text(row, 'recorded_on')) : started);
    const total =
      (row.cost_cents as number | undefined) ?? (price?.per === 'contact' ? contacts * price.amountCents : 0);
    const priced = row.cost_cents === undefined && contacts > 0 ? price : undefined;
    for (let day = started; day <= last && day < dayNumber(this.landmarkOn); day += 1) {
      const share = day <= spreadTo ? 1 / (spreadTo - started + 1) : 0;
      const month = isoDay(day).slice(0, 7);
      const daysInMonth = new Date(
        Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0),
      ).getUTCDate();
      const byDay = priced?.per === 'day' ? priced.amountCents : 0;
      const byMonth = priced?.per === 'month' ? priced.amountCents / daysInMonth : 0;
      yield {
        day,
        group,
        contacts: contacts * share,
        cents: total * share + byDay + byMonth,
        isCare: contacts > 0,
        isStart: day === started && contacts > 0,
      };
    }
  }

  private services(sources: Set<string>) {
    const rows = this.known('service-events', ['event_id'], 'started_on');
    const oldest = dayNumber(monthsBefore(this.landmarkOn, 24));
    const days = rows.flatMap((row) => {
      const recent = [...this.serviceDays(row)].filter(({ day }) => day >= oldest);
      if (recent.length > 0) sources.add(text(row, 'data_source'));
      return recent;
    });
    const within = (months: number, group?: string) =>
      days.filter(
        ({ day, group: its }) =>
          day >= dayNumber(monthsBefore(this.landmarkOn, months)) && (group === undefined || its === group),
      );
    const contacts = (months: number, group?: string) =>
      within(months, group).reduce((sum, day) => sum + day.contacts, 0);
    const cents = (months: number) => within(months).reduce((sum, day) => sum + day.cents, 0);
    const careDays = (months: number, group: string) =>
      within(months, group).filter((day) => day.isCare).length;
    const starts = (months: number) => within(months, 'hospital-stay').filter((day) => day.isStart).length;
    const monthsSince = (group?: string) => {
      const care = days.filter((day) => day.isCare && (!group || day.group === group)).map(({ day }) => day);
      return care.length ? monthNumber(this.landmarkOn) - monthNumber(isoDay(Math.max(...care))) : null;
    };
    const care12 = within(12).filter((day) => day.isCare);
    const homeCare = care12.filter(({ group }) => group === 'home-care');
    const homeCare24 = within(24, 'home-care').filter((day) => day.isCare);
    const newestMonth = homeCare24
      .map(({ day }) => isoDay(day).slice(0, 7))
      .sort()
      .at(-1);
    return {
      home_care_months_12: new Set(homeCare.map(({ day }) => isoDay(day).slice(0, 7))).size,
      home_care_contacts_newest: homeCare24
        .filter(({ day }) => isoDay(day).slice(0, 7) === newestMonth)
        .reduce((sum, day) => sum + day.contacts, 0),
      home_care_contacts_3: contacts(3, 'home-care'),
      home_care_contacts_12: contacts(12, 'home-care'),
      home_nursing_contacts_12: contacts(12, 'home-nursing'),
      emergency_visits_3: contacts(3, 'emergency-visit'),
      emergency_visits_12: contacts(12, 'emergency-visit'),
      emergency_visits_24: contacts(24, 'emergency-visit'),
      hospital_days_3: careDays(3, 'hospital-stay'),
      hospital_days_12: careDays(12, 'hospital-stay'),
      hospital_days_24: careDays(24, 'hospital-stay'),
      hospital_stays_12: starts(12),
      hospital_stays_24: starts(24),
      months_since_hospital_stay: monthsSince('hospital-stay'),
      primary_visits_12: contacts(12, 'primary-visit'),
      specialist_visits_12: contacts(12, 'specialist-visit'),
      remote_contacts_12: contacts(12, 'remote-contact'),
      mental_health_contacts_12: contacts(12, 'mental-health'),
      therapy_contacts_12: contacts(12, 'therapy'),
      day_activity_contacts_12: contacts(12, 'day-activities'),
      contacts_3: contacts(3),
      contacts_12: contacts(12),
      contacts_24: contacts(24),
      contact_change: contacts(3) * 4 - contacts(12),
      months_since_contact: monthsSince(),
      service_groups_12: new Set(care12.map(({ group }) => group)).size,
      cost_cents_3: cents(3),
      cost_cents_12: cents(12),
      cost_cents_24: cents(24),
    };
  }

  private diagnoses(now: LakeRow, sources: Set<string>) {
    const coded = this.known('diagnoses', ['diagnosis_id'], 'diagnosed_on').flatMap((row) =>
      groupsOf(text(row, 'code_system'), text(row, 'code')).map((group) => ({ group, row })),
    );
    const found = coded.filter(({ row }) => text(row, 'diagnosed_on') >= monthsBefore(this.landmarkOn, 24));
    const everMemory = coded.filter(({ group }) => group === 'memory-disorder');
    for (const { row } of [...found, ...everMemory]) sources.add(text(row, 'data_source'));
    const days = (group: string) =>
      found.filter((one) => one.group === group).map(({ row }) => text(row, 'diagnosed_on'));
    const has = (group: string) => (days(group).length > 0 ? 1 : 0);
    const falls = (months: number) =>
      new Set(days('fall').filter((day) => day >= monthsBefore(this.landmarkOn, months))).size;
    const memory = days('memory-disorder').sort().at(-1);
    const illnesses = new Set(found.map(({ group }) => group));
    illnesses.delete('fall');
    illnesses.delete('lives-alone');
    return {
      falls_12: falls(12),
      falls_24: falls(24),
      has_hip_fracture_24: has('hip-fracture'),
      has_osteoporosis_24: has('osteoporosis'),
      has_memory_disorder_24: has('memory-disorder'),
      months_since_memory_disorder: memory ? monthNumber(this.landmarkOn) - monthNumber(memory) : null,
      has_known_memory_disorder: everMemory.length > 0 ? 1 : 0,
      has_stroke_24: has('stroke'),
      has_heart_failure_24: has('heart-failure'),
      has_ischaemic_heart_disease_24: has('ischaemic-heart-disease'),
      has_copd_24: has('copd'),
      has_diabetes_24: has('diabetes'),
      has_cancer_24: has('cancer'),
      has_kidney_disease_24: has('kidney-disease'),
      has_arthritis_24: has('arthritis'),
      has_parkinson_24: has('parkinson'),
      has_depression_24: has('depression'),
      diagnosis_groups_24: illnesses.size,
      lives_alone: has('lives-alone') || ({ yes: 1, no: 0 }[text(now, 'lives_alone')] ?? null),
    };
  }

  private assessments(sources: Set<string>) {
    const rows = this.known('assessments', ['assessment_id', 'scale'], 'assessed_on').filter(
      (row) => text(row, 'assessed_on') >= monthsBefore(this.landmarkOn, 24),
    );
    const order = (row: LakeRow) => `${row.assessed_on}|${row.recorded_on}|${row.assessment_id}`;
    const newest = (scale: string) =>
      rows
        .filter((row) => row.scale === scale)
        .sort((one, other) => (order(one) < order(other) ? -1 : 1))
        .at(-1);
    const scales = ['CPS', 'DRS', 'MAPLE', 'ADLH', 'IADLP', 'CHESS', 'PAIN', 'DIVERT'];
    for (const scale of scales) {
      const row = newest(scale);
      if (row) sources.add(text(row, 'data_source'));
    }
    const points = (scale: string) => (newest(scale)?.points as number | undefined) ?? null;
    const latest = rows
      .map((row) => text(row, 'assessed_on'))
      .sort()
      .at(-1);
    return {
      rai_cps: points('CPS'),
      rai_drs: points('DRS'),
      rai_maple: points('MAPLE'),
      rai_adlh: points('ADLH'),
      rai_iadlp: points('IADLP'),
      rai_chess: points('CHESS'),
      rai_pain: points('PAIN'),
      months_since_rai: latest ? monthNumber(this.landmarkOn) - monthNumber(latest) : null,
    };
  }

  private decisions(sources: Set<string>) {
    const rows = this.known('social-care-decisions', ['decision_id'], 'decided_on');
    const isInForce = (row: LakeRow) =>
      row.decision === 'granted' &&
      text(row, 'valid_from') < this.landmarkOn &&
      (row.valid_to === undefined || text(row, 'valid_to') >= this.landmarkOn);
    const since = (row: LakeRow, months: number) =>
      text(row, 'decided_on') >= monthsBefore(this.landmarkOn, months);
    const isAssessed = (row: LakeRow) => row.decision_type === 'service-need-assessment' && since(row, 24);
    const assessed = rows.filter(isAssessed);
    const latest = assessed
      .map((row) => monthNumber(text(row, 'decided_on')))
      .sort((one, other) => other - one)[0];
    const isDenied = (row: LakeRow) => row.decision === 'denied' && since(row, 24);
    for (const row of rows) {
      if (isInForce(row) || isAssessed(row) || isDenied(row)) sources.add(text(row, 'data_source'));
    }
    const has = (type: string) => (rows.some((row) => row.decision_type === type && isInForce(row)) ? 1 : 0);
    return {
      has_home_care_decision: has('regular-home-care'),
      has_support_services: has('support-services'),
      has_day_activities: has('day-activities'),
      has_communal_housing: has('communal-housing'),
      has_informal_care_support: has('informal-care-support'),
      need_assessments_12: assessed.filter((row) => since(row, 12)).length,
      months_since_need_assessment: latest === undefined ? null : monthNumber(this.landmarkOn) - latest,
      denied_decisions_24: rows.filter(isDenied).length,
    };
  }
}

/** Of either code of a pair; of an ATC code none. */
function groupsOf(codeSystem: string, code: string): string[] {
  const [withoutMedicine = ''] = code.split('#');
  const parts = withoutMedicine.replaceAll('.', '').split(/[*+&]/);
  const known = diagnosisPrefixes.filter((one) => one.codeSystem === codeSystem);
  return [
    ...new Set(
      known.filter(({ prefix }) => parts.some((part) => part.startsWith(prefix))).map(({ group }) => group),
    ),
  ];
}
