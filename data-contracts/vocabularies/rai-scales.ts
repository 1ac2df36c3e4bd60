import { z } from 'zod';

/** RAI scales with their ranges; higher is more need on all of them. Ranges from memory, to be checked by whoever deploys. */
export const raiScales = {
  MAPLE: {
    minimum: 1,
    maximum: 5,
    fi: 'MAPLe, palvelutarpeen kiireellisyys',
    sv: 'MAPLe, behovets prioritet',
    en: 'MAPLe, priority of need',
  },
  CPS: {
    minimum: 0,
    maximum: 6,
    fi: 'CPS, kognitio',
    sv: 'CPS, kognition',
    en: 'CPS, cognitive performance',
  },
  ADLH: {
    minimum: 0,
    maximum: 6,
    fi: 'ADLH, arkisuoriutuminen',
    sv: 'ADLH, dagliga funktioner',
    en: 'ADLH, activities of daily living',
  },
  IADLP: {
    minimum: 0,
    maximum: 48,
    fi: 'IADLP, välinetoiminnot',
    sv: 'IADLP, instrumentella funktioner',
    en: 'IADLP, instrumental activities',
  },
  CHESS: {
    minimum: 0,
    maximum: 5,
    fi: 'CHESS, terveydentilan vakaus',
    sv: 'CHESS, hälsotillståndets stabilitet',
    en: 'CHESS, instability of health',
  },
  DRS: {
    minimum: 0,
    maximum: 14,
    fi: 'DRS, mieliala',
    sv: 'DRS, sinnesstämning',
    en: 'DRS, depression rating',
  },
  PAIN: { minimum: 0, maximum: 4, fi: 'PAIN, kipu', sv: 'PAIN, smärta', en: 'PAIN, pain' },
  DIVERT: {
    minimum: 1,
    maximum: 6,
    fi: 'DIVERT, päivystyskäynnin riski',
    sv: 'DIVERT, risk för jourbesök',
    en: 'DIVERT, emergency-visit risk',
  },
} as const;

export type RaiScaleCode = keyof typeof raiScales;
export const RaiScaleCode = z.enum(Object.keys(raiScales) as [RaiScaleCode, ...RaiScaleCode[]]);
