import type { Texts } from '../schemas/fields.ts';
import type { UseCase } from '../schemas/use-case.ts';

/** What it means for somebody that the release gate let their data through, by what they were asked for. */
export const releasedAs: Readonly<Partial<Record<UseCase, Texts>>> = {
  'ask-cohort': {
    fi: 'arvio ja sen perustelut näytettiin, nimeä ei',
    sv: 'uppskattningen och förklaringarna visades, inte namnet',
    en: 'the estimate and its reasons were shown, the name was not',
  },
  'ask-plan': {
    fi: 'tietoja käytettiin laskemiseen; jos toimenpidettä ehdotettiin, arvio näytettiin ilman nimeä',
    sv: 'uppgifterna användes i beräkningen; om en åtgärd föreslogs visades uppskattningen utan namn',
    en: 'the data were used in the calculation; where an intervention was suggested, the estimate was shown without the name',
  },
  'make-outreach-list': {
    fi: 'otettiin listalle; nimeä ei näytetty',
    sv: 'togs med på listan; namnet visades inte',
    en: 'put on the list; the name was not shown',
  },
  'open-outreach-list': {
    fi: 'nimi, puhelinnumero ja perustelut näytettiin',
    sv: 'namnet, telefonnumret och förklaringarna visades',
    en: 'the name, telephone number and reasons were shown',
  },
  'export-outreach-list': {
    fi: 'nimi, puhelinnumero ja perustelut tallennettiin tiedostoon',
    sv: 'namnet, telefonnumret och förklaringarna sparades i en fil',
    en: 'the name, telephone number and reasons were saved in a file',
  },
  'score-clients': {
    fi: 'arvio laskettiin; tietoja ei näytetty kenellekään',
    sv: 'uppskattningen beräknades; uppgifterna visades inte för någon',
    en: 'the estimate was worked out; the data were shown to nobody',
  },
  'train-model': {
    fi: 'tietoja käytettiin laskemiseen; niitä ei näytetty kenellekään',
    sv: 'uppgifterna användes i beräkningen; de visades inte för någon',
    en: 'the data were used in the calculation; they were shown to nobody',
  },
  'estimate-effects': {
    fi: 'tietoja käytettiin laskemiseen; niitä ei näytetty kenellekään',
    sv: 'uppgifterna användes i beräkningen; de visades inte för någon',
    en: 'the data were used in the calculation; they were shown to nobody',
  },
  'read-statistics': {
    fi: 'laskettiin mukaan lukumääriin; tietoja ei näytetty kenellekään',
    sv: 'räknades med i antalen; uppgifterna visades inte för någon',
    en: 'counted in the numbers; the data were shown to nobody',
  },
};
