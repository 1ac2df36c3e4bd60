import type { Texts } from '../schemas/fields.ts';
import type { RefusalReason } from '../schemas/refusal-reason.ts';

/** Why somebody is not shown, as a reader of a list is told. */
export const refusalReasons = {
  'role-not-permitted': {
    fi: 'Rooli ei oikeuta tähän käyttötarkoitukseen',
    sv: 'Rollen ger inte rätt till det här användningsändamålet',
    en: 'The role may not ask for this purpose',
  },
  'sources-unknown': {
    fi: 'Arvion tietolähteet eivät ole tiedossa',
    sv: 'Uppskattningens datakällor är inte kända',
    en: 'The data sources behind the estimate are not known',
  },
  'no-legal-basis': {
    fi: 'Käyttötarkoitukselle ei ole voimassa olevaa oikeusperustetta',
    sv: 'Ingen rättslig grund är i kraft för användningsändamålet',
    en: 'No legal basis for the purpose is in force',
  },
  'no-legal-basis-for-source': {
    fi: 'Oikeusperuste ei kata kaikkia käytettyjä tietolähteitä',
    sv: 'Den rättsliga grunden täcker inte alla använda datakällor',
    en: 'The legal basis does not cover every data source used',
  },
  'no-consent': {
    fi: 'Suostumus ei ole voimassa',
    sv: 'Samtycke är inte i kraft',
    en: 'Consent is not in force',
  },
  'no-client-relationship': {
    fi: 'Yksiköllä ei ole asiakassuhdetta henkilöön',
    sv: 'Enheten har ingen klientrelation till personen',
    en: 'The unit has no client relationship with the person',
  },
  'no-relationship-with-county': {
    fi: 'Henkilöllä ei ole asiakas- tai hoitosuhdetta hyvinvointialueeseen',
    sv: 'Personen har ingen klient- eller vårdrelation till välfärdsområdet',
    en: 'The person has no client or care relationship with the county',
  },
  objection: {
    fi: 'Henkilö on vastustanut käsittelyä',
    sv: 'Personen har gjort en invändning mot behandlingen',
    en: 'The person has objected',
  },
  prohibition: {
    fi: 'Henkilö on kieltänyt tietojensa käytön',
    sv: 'Personen har förbjudit användningen av sina uppgifter',
    en: 'The person has prohibited the use of their data',
  },
  restriction: {
    fi: 'Tietojen käsittelyä on rajoitettu',
    sv: 'Behandlingen av uppgifterna har begränsats',
    en: 'The processing of the data is restricted',
  },
  erasure: {
    fi: 'Henkilö on pyytänyt tietojensa poistamista',
    sv: 'Personen har begärt att uppgifterna raderas',
    en: 'The person has asked for erasure',
  },
  'standing-unknown': {
    fi: 'Henkilön suostumuksia ja kieltoja tai asiakassuhdetta ei saatu selville',
    sv: 'Personens samtycken och förbud eller klientrelation kunde inte klarläggas',
    en: 'The person’s consents and prohibitions or client relationship could not be found out',
  },
  'left-out-with-others': {
    fi: 'Jätetty pois muiden mukana, jotta yksittäisen henkilön kielto ei näy',
    sv: 'Utelämnad tillsammans med andra, så att ingen enskilds nej syns',
    en: 'Left out together with others, so that nobody’s refusal is seen',
  },
  'too-many-questions': {
    fi: 'Kysymyksiä on tänään esitetty liian monta tai liian samanlaisia',
    sv: 'För många eller för likartade frågor har ställts i dag',
    en: 'Too many questions, or too many that are nearly alike, have been asked today',
  },
  'identity-code-in-words': {
    fi: 'Tekstissä on henkilötunnus',
    sv: 'Texten innehåller en personbeteckning',
    en: 'The words hold a personal identity code',
  },
  'clock-set-back': {
    fi: 'Palvelun kello on jäljessä',
    sv: 'Tjänstens klocka går efter',
    en: 'The service’s clock is behind',
  },
  'on-another-list': {
    fi: 'Henkilö on jo avoimella yhteydenottolistalla',
    sv: 'Personen finns redan på en öppen kontaktlista',
    en: 'The person is on an open outreach list already',
  },
  'contacted-lately': {
    fi: 'Henkilöön on otettu yhteyttä äskettäin',
    sv: 'Personen har kontaktats nyligen',
    en: 'The person was contacted lately',
  },
} as const satisfies Record<RefusalReason, Texts>;
