/**
 * Every magnitude of the simulated county, in one place. All of them are from memory and for simulation
 * only: plausible figures that give the pipeline realistic work, not findings about any real county.
 * `perYear` and `perMonth` are rates (events per person-year or person-month at the reference state),
 * `factor` multiplies a rate, `share` is a probability, `by…` lists follow the order of their state levels.
 */

/** A quantity that depends on age: values at knots, log-linear between them, constant outside. */
export interface AgeCurve {
  readonly ageYears: readonly number[];
  readonly value: readonly number[];
}

const knotAges = [66, 70, 77, 82, 87, 93] as const;

/** Who lives in the county. */
export const population = {
  /** People per single year of age on the first day, both sexes: about 41,000 at 65+, 21,000 at 75+, 6,000 at 85+. */
  peoplePerYearOfAge: {
    ageYears: [57, 66, 74, 78, 83, 88, 93, 98, 103, 109],
    value: [2150, 2150, 1840, 1690, 1310, 830, 310, 62, 7, 0.3],
  },
  /** Share of women by age: women outlive men. */
  womenShare: { ageYears: [60, 70, 77, 82, 87, 93, 100], value: [0.5, 0.51, 0.55, 0.59, 0.65, 0.73, 0.82] },
  /**
   * Share of the county's people and share of Swedish-speaking people in each municipality; and how often services
   * fail to reach people there, against the county. Assumption: more often where the health centre is far away.
   */
  municipalities: {
    '905': { peopleShare: 0.38, swedishShare: 0.24, avoiders: 0.7 },
    '499': { peopleShare: 0.109, swedishShare: 0.68, avoiders: 1 },
    '598': { peopleShare: 0.108, swedishShare: 0.55, avoiders: 0.8 },
    '599': { peopleShare: 0.063, swedishShare: 0.88, avoiders: 1.2 },
    '545': { peopleShare: 0.053, swedishShare: 0.82, avoiders: 1.5 },
    '399': { peopleShare: 0.044, swedishShare: 0.02, avoiders: 1.1 },
    '893': { peopleShare: 0.042, swedishShare: 0.86, avoiders: 1.1 },
    '288': { peopleShare: 0.036, swedishShare: 0.76, avoiders: 1.2 },
    '946': { peopleShare: 0.035, swedishShare: 0.8, avoiders: 1.2 },
    '287': { peopleShare: 0.035, swedishShare: 0.54, avoiders: 1.7 },
    '475': { peopleShare: 0.031, swedishShare: 0.85, avoiders: 1.1 },
    '440': { peopleShare: 0.031, swedishShare: 0.92, avoiders: 1.2 },
    '280': { peopleShare: 0.022, swedishShare: 0.85, avoiders: 1.8 },
    '231': { peopleShare: 0.011, swedishShare: 0.28, avoiders: 1.9 },
  },
  otherLanguageShare: 0.012,
  /**
   * How often services fail to reach speakers of a language, against others. Assumption: asking for help is harder
   * in a language that the desk does not speak; the minority language of a municipality counts as one.
   */
  avoidersByLanguage: { majority: 1, minority: 1.4, other: 2.5 },
  movesOutPerYear: 0.01,
  movesWithinPerYear: 0.012,
} as const;

/** Age at which a life begins to be simulated, so that everybody has two years of history at 65. */
export const firstAgeYears = 63;

/** How people are at 63. */
export const startAtFirstAge = {
  susceptibilityShare: [0.45, 0.35, 0.2],
  frailtyShare: [0.66, 0.24, 0.08, 0.015, 0.005],
  memoryStageShare: [0.988, 0.009, 0.002, 0.001],
  livesAloneShare: { female: 0.2, male: 0.2 },
  /**
   * Share whom services do not reach as they reach others, for life: with somebody at home, alone. Assumption: about
   * one in twenty-five; men more than women, and who lives alone more than who has somebody to fetch help.
   */
  avoidersShare: { female: [0.022, 0.05], male: [0.045, 0.09] },
} as const;

/** Monthly life: multipliers on reference rates. The last digits of the age curves are fitted to the county's magnitudes. */
export const dynamics = {
  hospitalStay: {
    perYear: { ageYears: [65, 95], value: [0.175, 0.29] },
    factorBySusceptibility: [0.6, 1, 1.8],
    factorByFrailty: [0.6, 1.1, 1.9, 3, 4.2],
    factorByMemory: [1, 1.15, 1.3, 1.2],
    factorAfterRecentStay: 3,
    factorInCare: 0.45,
    /** Assumption: need that nobody treats at home ends in hospital more often. */
    factorHiddenNeed: { avoiding: 1.4, undiagnosed: 1.15 },
    /** Share of people who stop being "recently in hospital" each month. */
    settlesPerMonth: 0.3,
  },
  death: {
    perYear: { ageYears: knotAges, value: [0.0154, 0.0177, 0.0285, 0.0343, 0.0441, 0.0671] },
    factorBySex: { female: 0.8, male: 1.5 },
    factorBySusceptibility: [0.85, 1, 1.2],
    factorByFrailty: [0.5, 0.8, 1.4, 2.6, 5],
    factorByMemory: [1, 1.15, 1.5, 2],
    factorAfterRecentStay: 3,
    factorInCare: 3.8,
  },
  frailty: {
    frailerPerMonth: { ageYears: [65, 75, 85, 95], value: [0.0035, 0.0085, 0.027, 0.06] },
    factorByFrailty: [1, 1, 1.05, 0.8, 0],
    factorBySusceptibility: [0.55, 1, 1.8],
    factorByMemory: [1, 1.3, 1.6, 1.8],
    factorAfterRecentStay: 3.2,
    strongerPerMonthByFrailty: [0, 0.014, 0.014, 0.01, 0.006],
  },
  memory: {
    beginsPerYear: { ageYears: knotAges, value: [0.00278, 0.00625, 0.0241, 0.046, 0.105, 0.132] },
    factorBySusceptibility: [0.75, 1, 1.5],
    /** From stage 1 and from stage 2; stage 3 is the last. */
    worsensPerMonth: [0.026, 0.024],
  },
  /**
   * A memory disorder's diagnosis, by stage. Assumption: it comes sooner where a carer sees it and later where nobody
   * does; whoever avoids services gets it from a stay in hospital or seldom.
   */
  diagnosis: {
    perMonthByStage: [0, 0.06, 0.1, 0.14],
    factorAlone: 0.75,
    factorWithCarer: 1.4,
    factorAfterRecentStay: 1.5,
    factorAvoiding: 0.12,
  },
  household: {
    becomesAlonePerYear: {
      female: { ageYears: [65, 75, 85, 95], value: [0.01, 0.026, 0.075, 0.12] },
      male: { ageYears: [65, 75, 85, 95], value: [0.005, 0.011, 0.03, 0.06] },
    },
  },
  carer: {
    /** For people with some need (frailty 2+ or a memory disorder), by household: with somebody, alone. */
    beginsPerMonth: [0.0065, 0.002],
    factorByMemory: [1, 1.6, 2.2, 2.2],
    /** Carers are mostly spouses and grow old too. Assumption: more of them give up the older and the more is asked. */
    endsPerMonth: { ageYears: [65, 75, 85, 95], value: [0.008, 0.01, 0.013, 0.018] },
    factorEndsByMemory: [1, 1.1, 1.4, 1.7],
  },
  care: {
    /** One level up, from no care, support services and regular home care. */
    upPerMonth: { ageYears: knotAges, value: [0.00165, 0.00283, 0.00966, 0.015, 0.0363, 0.0835] },
    factorUpByLevel: [1, 2.2, 0.12],
    /** Straight from no care to regular home care. */
    factorStraightToRegular: 0.6,
    factorUpByFrailty: [0.1, 0.35, 1.2, 3.5, 7],
    factorUpByMemory: [1, 2, 3.5, 4.5],
    /** Assumption: services are granted on an assessment, which needs a diagnosis and somebody who asks. */
    factorUpUndiagnosed: 0.5,
    factorUpAvoiding: 0.3,
    factorUpAlone: 1.5,
    factorUpWithCarer: 0.75,
    factorUpAfterRecentStay: 2.5,
    downPerMonthByFrailty: [0.06, 0.03, 0.012, 0.005, 0.003],
    /**
     * Start of 24-hour care. Services at home come first, so that few enter who have none; hidden
     * susceptibility opens no door of its own but acts through illness, hospital stays, memory and frailty.
     */
    enterPerYear: { ageYears: knotAges, value: [0.016, 0.0193, 0.0439, 0.0566, 0.0688, 0.0928] },
    factorEnterByLevel: [0.15, 0.6, 1, 1.3],
    factorEnterByFrailty: [0.35, 0.6, 1, 1.5, 2],
    factorEnterByMemory: [1, 1.6, 2.4, 3.1],
    /** Assumption: need that no service has met ends in a crisis, and the crisis in 24-hour care. */
    factorEnterHiddenNeed: { avoiding: 5, undiagnosed: 2.2 },
    factorEnterAlone: 1.35,
    factorEnterWithCarer: 0.75,
    factorEnterAfterRecentStay: 2.2,
  },
} as const;

/** What the county's registers see of a life. Rates are per person-year unless they say otherwise. */
export const contacts = {
  /** Log-normal spread (standard deviation of the log) of personal habits of using services: less than need makes. */
  habitSpread: { primary: 0.22, emergency: 0.7 },
  /** Scheduled contacts of those whom services do not reach, against others of the same need. */
  avoiderFactor: 0.12,
  /** Scheduled contacts follow illness and need of help: the frailest are seen by somebody every other week. */
  doctorPerYearByFrailty: [0.7, 1.9, 3.8, 5.5, 7],
  nursePerYearByFrailty: [0.8, 2.3, 5, 7.5, 9.5],
  telephonePerYearByFrailty: [0.7, 2, 4.2, 6.5, 8.5],
  /** Real-time remote contacts, by calendar year 2018 … 2025. */
  remotePerYearByYear: [0.05, 0.08, 0.3, 0.4, 0.4, 0.45, 0.5, 0.55],
  specialistPerYearByFrailty: [0.5, 0.9, 1.4, 1.6, 1.2],
  firstVisitShare: 0.35,
  emergencyPerYearByFrailty: [0.14, 0.28, 0.55, 0.95, 1.4],
  emergencyFactorByMemory: [1, 1.2, 1.3, 1.2],
  emergencyFactorAfterRecentStay: 2.2,
  /** Assumption: what is not treated by appointment comes without one; the ambulance asks nobody whether they wish it. */
  emergencyFactorHiddenNeed: { avoiding: 1.7, undiagnosed: 1.25 },
  emergencyBeforeStayShare: 0.6,
  /** Contacts of a person in 24-hour care, against the same person at home. */
  factorInCare: 0.35,
  mentalHealthShare: 0.05,
  mentalHealthPerMonth: 0.25,
  therapyAfterStayShare: 0.25,
  /** Of therapy; the rest is occupational therapy. */
  physiotherapyShare: 0.8,
  /** Of those in home care or with a carer, whom day activities relieve. */
  dayActivitiesShare: 0.3,
  /**
   * Home-care visits a month: support services, regular, intensive; and their spread between months. They are
   * planned hour by hour from what a client needs help with, so that they follow frailty and change with the plan.
   */
  homeCareVisitsPerMonth: [0, 7, 32, 88],
  homeCareFactorByFrailty: [0.45, 0.7, 1, 1.35, 1.75],
  homeCareSpread: 0.1,
  homeNursingShareByFrailty: [0.05, 0.1, 0.2, 0.35, 0.45],
  /** Of those who come to regular home care. Assumption: one in eight, as there are many fewer such homes than clients. */
  communalHousingShare: 0.12,
} as const;

/** Hospital stays, their length and cost. */
export const hospital = {
  medianDaysByFrailty: [2.6, 3.5, 5, 7, 9],
  /** Standard deviation of the log of the length. */
  daysSpread: 1,
  longestDays: 240,
  /** Assumption: a patient who needs help at home and has none waits in the ward until it is arranged. */
  daysFactorWaiting: 1.6,
  /** Euros a day and at admission; a demonstration value like every hospital price here. */
  eurosPerDay: 750,
  eurosPerStay: 900,
  costSpread: 0.6,
  hipFractureShareByFrailty: [0.012, 0.025, 0.045, 0.06, 0.065],
} as const;

/** Falls that hurt, per person-year, and what is written down of them. */
export const falls = {
  perYearByFrailty: [0.018, 0.043, 0.095, 0.18, 0.26],
  factorByMemory: [1, 1.3, 1.6, 1.5],
  factorAfterRecentStay: 1.8,
  /** Assumption: nobody has put in handrails, taken up carpets or seen to the medicines. */
  factorHiddenNeed: { avoiding: 1.5, undiagnosed: 1.2 },
  emergencyShare: 0.6,
  codes: ['W01', 'W06', 'W10', 'W18', 'W19'],
} as const;

/** Diagnoses: who has which, and since when somebody has put a name to it. */
export const diagnoses = {
  memoryCodes: ['G30.1', 'F00.1', 'F01.9', 'F03', 'G30.9'],
  /** Days before the period on which an illness was found that is known at its start. */
  knownBeforeDays: { memory: 900, chronic: 2500 },
  /** Chronic diseases: share of people who have it at 63–80, and new cases each year when frailty is 0. */
  chronic: {
    'I25.9': { shareAtStart: 0.12, perYear: 0.008 },
    'I50.9': { shareAtStart: 0.04, perYear: 0.008 },
    'I63.9': { shareAtStart: 0.04, perYear: 0.006 },
    'J44.9': { shareAtStart: 0.04, perYear: 0.004 },
    'E11.9': { shareAtStart: 0.15, perYear: 0.009 },
    'N18.9': { shareAtStart: 0.03, perYear: 0.006 },
    'C80.9': { shareAtStart: 0.06, perYear: 0.012 },
    G20: { shareAtStart: 0.006, perYear: 0.0015 },
    'M17.9': { shareAtStart: 0.18, perYear: 0.012 },
    'M81.0': { shareAtStart: 0.06, perYear: 0.006 },
    'F32.9': { shareAtStart: 0.04, perYear: 0.006 },
  },
  /** Susceptibility is multimorbidity: diagnoses are where registers see it. */
  chronicFactorBySusceptibility: [0.4, 1, 2.2],
  chronicFactorByFrailty: [0.7, 1.1, 1.6, 2.1, 2.4],
  /** Becoming frailer often has a diagnosis behind it: the rate in that month against other months. */
  chronicFactorWhenFrailer: 16,
  livesAloneCodedPerMonth: 0.003,
} as const;

/**
 * What a register of visits holds of an illness. It begins with the period, and holds what was coded at a visit in it:
 * what was found before is not there until somebody codes it again. Assumptions all; a county counts its own by
 * `ennakko quality`.
 */
export const coding = {
  /** Share of visits with any illness coded. A nurse's visit and a call are coded by their reason, which is none. */
  codedShare: { doctor: 0.8, specialist: 0.95, emergency: 0.85, ward: 0.98 },
  /** Share of coded visits that name an illness: a doctor's appointment is about one or two of several. */
  namedShare: { doctor: 0.25, specialist: 0.12, emergency: 0.04, ward: 0.4 },
  /** Illnesses that a specialist treats, who names them at every other visit, and the health centre's doctor seldom. */
  ofSpecialists: {
    codes: ['C80.9', 'G20'],
    namedShare: { doctor: 0.1, specialist: 0.4, emergency: 0.04, ward: 0.4 },
  },
  /** A joint, a bone or a mood is not what somebody lies in a ward for. */
  ofAppointments: {
    codes: ['M17.9', 'M81.0', 'F32.9'],
    namedShare: { doctor: 0.2, specialist: 0.1, emergency: 0.01, ward: 0.15 },
  },
  /** Share of illnesses that are coded when they are found; the others wait for a visit that names them. */
  whenFoundShare: 0.85,
} as const;

/** RAI assessments: only of those in service, support services too, as each is granted on an assessment. */
export const assessments = {
  everyMonths: 6,
  missingShare: 0.08,
  /** Recorded 1 to 6 months after. */
  lateMonths: { fewest: 1, most: 6 },
  /** Standard deviation on a scale of 8 points: assessors are trained, and scales are sums of several answers. */
  noisePoints: 0.45,
} as const;

/** Social-care decisions. Relatives, home nurses and hospitals ask for an assessment when need is plain. */
export const decisions = {
  needAssessmentPerYearByFrailty: [0.004, 0.025, 0.12, 0.3, 0.45],
  deniedPerYearByFrailty: [0.002, 0.008, 0.03, 0.06, 0.07],
  informalCareSupportShare: 0.6,
  /** Assumption: whoever avoids services seldom asks for any, nor does their carer. */
  avoiderFactor: 0.25,
  /**
   * Reports by others that somebody needs help (25 § of the Act on Care Services for Older Persons: hospital, police,
   * rescue services, neighbours; the county must then assess the need). Assumption: of those with need and no service.
   */
  concernsPerYear: { reached: 0.06, avoiding: 0.3 },
  /**
   * What comes of an assessment that led to no service. Assumption: mostly no decision at all; else it is denied, or
   * granted and declined by the client, a decision that ends within weeks and under which nobody ever came.
   */
  afterConcern: {
    reached: { denied: 0.25, declined: 0.15 },
    avoiding: { denied: 0.1, declined: 0.4 },
  },
  declinedAfterDays: { fewest: 10, most: 60 },
} as const;

/** What people say about the use of their data. */
export const consents = {
  objectionShare: 0.01,
  prohibitionShare: 0.005,
  /**
   * Asked at the counter, at a vaccination or in a letter whether the county may get in touch before help is needed,
   * as a county that reaches out to its older people would ask: some four in ten answer, most of them yes. Nothing is
   * published on it; an own county counts its own.
   */
  outreachConsentShare: 0.35,
  /** Of those who consent: by the form of an earlier pilot, to what social services know alone. */
  pilotConsentShare: 0.08,
  withdrawnShare: 0.1,
} as const;

/** Share of people whom a unit knows otherwise than through the services simulated here. */
export const relationships = {
  knownByGuidanceShare: 0.6,
  knownByHealthCentreShare: 0.9,
} as const;

/** How well and how late things are written down. */
export const recording = {
  lateShare: 0.03,
  lateDays: { fewest: 31, most: 240 },
  livesAloneUnknownShare: 0.05,
  carerKnownShare: 0.8,
  telephoneShare: 0.9,
  /** Share of last-year events that the corrections file gets wrong. */
  wrongRowShare: 0.002,
} as const;

/** 24-hour care: institutions (31) instead of housing. */
export const careHomes = { institutionShare: 0.06 } as const;
