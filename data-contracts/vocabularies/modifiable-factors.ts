import { z } from 'zod';
import type { EvidenceTag } from '../schemas/evidence-tag.ts';
import type { Texts } from '../schemas/fields.ts';
import type { FeatureId } from './features.ts';

/** What must hold of a feature's value, in its unit; a missing value is neither at least nor at most anything. */
export interface FactorCondition {
  readonly feature: FeatureId;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly isMissing?: true;
}

/** Something in a person's life that help can change, told apart from what the estimate rests on. */
export interface ModifiableFactor extends Texts {
  /** It is told where all of them hold. */
  readonly when: readonly FactorCondition[];
  /** Why it is thought to be open to change. */
  readonly source: string;
  readonly evidence: EvidenceTag;
}

/**
 * What can be changed, in the order in which it is told. A factor says what to ask about first: that changing it would
 * change the estimate is not said. Nutrition and medicines have no feature yet, as no source delivers them.
 */
export const modifiableFactors = {
  falls: {
    fi: 'Kaatumisia viimeisten 24 kuukauden aikana',
    sv: 'Fallolyckor under de senaste 24 månaderna',
    en: 'Falls in the last 24 months',
    when: [{ feature: 'falls_24', atLeast: 1 }],
    source: 'Exercise and home-hazard programmes prevent falls: Cochrane CD012424 (2019), CD013258 (2023).',
    evidence: 'from-memory',
  },
  'bone-health': {
    fi: 'Lonkkamurtuma viimeisten 24 kuukauden aikana, mutta osteoporoosia ei ole kirjattu',
    sv: 'Höftfraktur under de senaste 24 månaderna, men osteoporos har inte registrerats',
    en: 'Hip fracture in the last 24 months, but no osteoporosis recorded',
    when: [
      { feature: 'has_hip_fracture_24', atLeast: 1 },
      { feature: 'has_osteoporosis_24', atMost: 0 },
    ],
    source: 'A fracture calls for an assessment of bone health: Käypä hoito, Osteoporoosi (2020).',
    evidence: 'from-memory',
  },
  'living-alone': {
    fi: 'Asuu yksin: kannattaa kysyä, onko yksinäinen',
    sv: 'Bor ensam: fråga om ensamhet',
    en: 'Lives alone: ask about loneliness',
    when: [{ feature: 'lives_alone', atLeast: 1 }],
    source:
      'Living alone goes with admission to care (Luppa et al. 2010, Age Ageing 39:31); registers do not tell who is lonely.',
    evidence: 'from-memory',
  },
  'carer-without-support': {
    fi: 'Omaishoitaja ilman omaishoidon tukea: hänen jaksamisestaan kannattaa kysyä',
    sv: 'Närståendevårdare utan stöd för närståendevård: fråga hur hen orkar',
    en: 'An informal carer without support: ask how the carer is coping',
    when: [
      { feature: 'has_informal_carer', atLeast: 1 },
      { feature: 'has_informal_care_support', atMost: 0 },
    ],
    source:
      'Counselling and support of carers postpones admission (Mittelman et al. 2006, Neurology 67:1592); Act on Support for Informal Care 937/2005.',
    evidence: 'from-memory',
  },
  'carer-strain': {
    fi: 'Omaishoitaja: hänen jaksamisestaan kannattaa kysyä',
    sv: 'Närståendevårdare: fråga hur hen orkar',
    en: 'An informal carer: ask how the carer is coping',
    when: [
      { feature: 'has_informal_carer', atLeast: 1 },
      { feature: 'has_informal_care_support', atLeast: 1 },
    ],
    source: 'As for carers without support; registers do not tell how strained a carer is.',
    evidence: 'from-memory',
  },
  depression: {
    fi: 'Masennus kirjattu viimeisten 24 kuukauden aikana',
    sv: 'Depression registrerad under de senaste 24 månaderna',
    en: 'Depression recorded in the last 24 months',
    when: [{ feature: 'has_depression_24', atLeast: 1 }],
    source: 'Depression of old age can be treated: Käypä hoito, Depressio (2024).',
    evidence: 'from-memory',
  },
  'low-mood': {
    fi: 'Mielialaoireita RAI-arvioinnissa, masennusta ei ole kirjattu viimeisten 24 kuukauden aikana',
    sv: 'Symtom på nedstämdhet i RAI-bedömningen, ingen depression registrerad under de senaste 24 månaderna',
    en: 'Signs of low mood in the RAI assessment, no depression recorded in the last 24 months',
    when: [
      { feature: 'rai_drs', atLeast: 3 },
      { feature: 'has_depression_24', atMost: 0 },
    ],
    source: 'DRS of 3 or more points to depression (Burrows et al. 2000, Age Ageing 29:165).',
    evidence: 'from-memory',
  },
  pain: {
    fi: 'Päivittäistä kipua RAI-arvioinnissa',
    sv: 'Daglig smärta i RAI-bedömningen',
    en: 'Daily pain in the RAI assessment',
    when: [{ feature: 'rai_pain', atLeast: 2 }],
    source: 'PAIN of 2 or more is daily pain (Fries et al. 2001, Gerontologist 41:173).',
    evidence: 'from-memory',
  },
  'missed-check-up': {
    fi: 'Pitkäaikaissairaus, ei perusterveydenhuollon käyntejä viimeisten 12 kuukauden aikana',
    sv: 'Långtidssjukdom, inga besök inom primärvården under de senaste 12 månaderna',
    en: 'Long-term illness, no primary-care visits in the last 12 months',
    when: [
      { feature: 'diagnosis_groups_24', atLeast: 1 },
      { feature: 'primary_visits_12', atMost: 0 },
    ],
    source: 'Long-term illnesses are followed up at least once a year in Current Care Guidelines.',
    evidence: 'from-memory',
  },
  'no-rehabilitation': {
    fi: 'Vähintään viikko sairaalassa viimeisten 12 kuukauden aikana, ei fysio- tai toimintaterapiaa',
    sv: 'Minst en vecka på sjukhus under de senaste 12 månaderna, ingen fysio- eller ergoterapi',
    en: 'A week or more in hospital in the last 12 months, no physio- or occupational therapy',
    when: [
      { feature: 'hospital_days_12', atLeast: 7 },
      { feature: 'therapy_contacts_12', atMost: 0 },
    ],
    source: 'Bed rest takes function that exercise gives back (Covinsky et al. 2011, JAMA 306:1782).',
    evidence: 'from-memory',
  },
  'need-not-assessed': {
    fi: 'Toistuvia päivystyskäyntejä, palvelutarvetta ei ole arvioitu viimeisten 24 kuukauden aikana',
    sv: 'Upprepade jourbesök, servicebehovet har inte bedömts under de senaste 24 månaderna',
    en: 'Repeated emergency visits, service need not assessed in the last 24 months',
    when: [
      { feature: 'emergency_visits_12', atLeast: 3 },
      { feature: 'months_since_need_assessment', isMissing: true },
    ],
    source: 'The Act on Supporting the Functional Capacity of the Older Population 980/2012, section 15.',
    evidence: 'from-memory',
  },
} as const satisfies Record<string, ModifiableFactor>;

export type ModifiableFactorId = keyof typeof modifiableFactors;
export const ModifiableFactorId = z.enum(
  Object.keys(modifiableFactors) as [ModifiableFactorId, ...ModifiableFactorId[]],
);
