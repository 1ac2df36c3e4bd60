import type { Texts } from '../../schemas/fields.ts';

/** What the parser of the command line says, and what an option expects. */
export const usageWords: readonly Texts[] = [
  {
    en: '--wtp is 0 to 200,000 by 5,000 unless told; --reference the least costly strategy.',
    fi: '--wtp on 0–200 000 viidentuhannen välein, ellei toisin anneta; --reference on halvin vaihtoehto.',
    sv: '--wtp är 0–200 000 med 5 000 emellan om inget annat anges; --reference är det billigaste alternativet.',
  },
  {
    en: 'The key of the pseudonyms is never changed: under two keys one person would be two.',
    fi: 'Pseudonyymien avainta ei koskaan vaihdeta: kahdella avaimella yhdestä ihmisestä tulisi kaksi.',
    sv: 'Pseudonymernas nyckel byts aldrig: med två nycklar skulle en person bli två.',
  },
  {
    en: 'error: expected --strategies or --draws',
    fi: 'virhe: anna --strategies tai --draws',
    sv: 'fel: ange --strategies eller --draws',
  },
  { en: 'Usage:', fi: 'Käyttö:', sv: 'Användning:' },
  { en: 'Options:', fi: 'Valinnat:', sv: 'Alternativ:' },
  { en: 'Arguments:', fi: 'Argumentit:', sv: 'Argument:' },
  { en: 'Commands:', fi: 'Komennot:', sv: 'Kommandon:' },
  { en: '[options]', fi: '[valinnat]', sv: '[alternativ]' },
  { en: '[command]', fi: '[komento]', sv: '[kommando]' },
  { en: 'display help for command', fi: 'näytä komennon ohje', sv: 'visa hjälp för kommandot' },
  { en: 'default: {value}', fi: 'oletus: {value}', sv: 'förval: {value}' },
  { en: 'choices: {choices}', fi: 'vaihtoehdot: {choices}', sv: 'möjligheter: {choices}' },
  {
    en: '(add --help for the words a command takes)',
    fi: '(lisää --help, niin näet, mitä komennolle voi antaa)',
    sv: '(lägg till --help för att se vad kommandot tar)',
  },
  {
    en: 'Exit codes: 0 done · 1 failed · 2 wrong words · 3 verify found a fault',
    fi: 'Paluuarvot: 0 tehty · 1 epäonnistui · 2 väärin annettu · 3 verify löysi vian',
    sv: 'Returvärden: 0 klart · 1 misslyckades · 2 fel angivet · 3 verify hittade ett fel',
  },
  {
    en: "One county's way: drop files in <home>/landing/<delivery>/, then ingest, build, train, score, cohort.",
    fi: 'Alueen polku: vie tiedostot kansioon <home>/landing/<delivery>/, sitten ingest, build, train, score, cohort.',
    sv: 'Ett områdes väg: lägg filerna i <home>/landing/<delivery>/, sedan ingest, build, train, score, cohort.',
  },
  {
    en: 'Objections and withdrawals: ennakko consent record.',
    fi: 'Vastustamiset ja peruutukset: ennakko consent record.',
    sv: 'Invändningar och återkallelser: ennakko consent record.',
  },
  {
    en: "error: unknown option '{option}'",
    fi: "virhe: tuntematon valinta '{option}'",
    sv: "fel: okänt alternativ '{option}'",
  },
  {
    en: "error: unknown command '{command}'",
    fi: "virhe: tuntematon komento '{command}'",
    sv: "fel: okänt kommando '{command}'",
  },
  { en: '(Did you mean {word}?)', fi: '(Tarkoititko {word}?)', sv: '(Menade du {word}?)' },
  {
    en: '(Did you mean one of {word}?)',
    fi: '(Tarkoititko jotain näistä: {word}?)',
    sv: '(Menade du något av dessa: {word}?)',
  },
  {
    en: "error: missing required argument '{name}'",
    fi: "virhe: pakollinen argumentti '{name}' puuttuu",
    sv: "fel: argumentet '{name}' saknas",
  },
  {
    en: "error: option '{option}' argument missing",
    fi: "virhe: valinnalta '{option}' puuttuu arvo",
    sv: "fel: alternativet '{option}' saknar värde",
  },
  {
    en: "error: required option '{option}' not specified",
    fi: "virhe: pakollista valintaa '{option}' ei ole annettu",
    sv: "fel: alternativet '{option}' måste anges",
  },
  {
    en: "error: option '{option}' cannot be used with option '{other}'",
    fi: "virhe: valintaa '{option}' ei voi käyttää valinnan '{other}' kanssa",
    sv: "fel: alternativet '{option}' kan inte användas tillsammans med '{other}'",
  },
  {
    en: "error: too many arguments for '{command}'. Expected {expected} argument but got {got}.",
    fi: "virhe: liian monta argumenttia komennolle '{command}'. Odotettu {expected}, saatu {got}.",
    sv: "fel: för många argument till '{command}'. Väntat {expected}, fick {got}.",
  },
  {
    en: "error: too many arguments for '{command}'. Expected {expected} arguments but got {got}.",
    fi: "virhe: liian monta argumenttia komennolle '{command}'. Odotettu {expected}, saatu {got}.",
    sv: "fel: för många argument till '{command}'. Väntat {expected}, fick {got}.",
  },
  {
    en: 'error: too many arguments. Expected {expected} arguments but got {got}.',
    fi: 'virhe: liian monta argumenttia. Odotettu {expected}, saatu {got}.',
    sv: 'fel: för många argument. Väntat {expected}, fick {got}.',
  },
  {
    en: "error: option '{option}' argument '{given}' is invalid. {message}",
    fi: "virhe: valinnan '{option}' arvo '{given}' ei kelpaa. {message}",
    sv: "fel: värdet '{given}' duger inte för alternativet '{option}'. {message}",
  },
  {
    en: "error: command-argument value '{given}' is invalid for argument '{name}'. {message}",
    fi: "virhe: arvo '{given}' ei kelpaa argumentiksi '{name}'. {message}",
    sv: "fel: värdet '{given}' duger inte för argumentet '{name}'. {message}",
  },
  {
    en: 'Allowed choices are {choices}.',
    fi: 'Vaihtoehdot ovat {choices}.',
    sv: 'Möjligheterna är {choices}.',
  },
  {
    en: 'expected a pseudonym, 32 hexadecimal digits.',
    fi: 'Odotettu pseudonyymi, 32 heksadesimaalinumeroa.',
    sv: 'Väntat: en pseudonym, 32 hexadecimala siffror.',
  },
  {
    en: 'expected an instant such as {example}.',
    fi: 'Odotettu hetki, kuten {example}.',
    sv: 'Väntat: en tidpunkt, till exempel {example}.',
  },
  {
    en: 'expected a whole number from {minimum} to {maximum}.',
    fi: 'Odotettu kokonaisluku väliltä {minimum}–{maximum}.',
    sv: 'Väntat: ett heltal från {minimum} till {maximum}.',
  },
  {
    en: 'expected one of {allowed}.',
    fi: 'Odotettu jokin näistä: {allowed}.',
    sv: 'Väntat: något av {allowed}.',
  },
  {
    en: 'expected some of {allowed}.',
    fi: 'Odotettu joitakin näistä: {allowed}.',
    sv: 'Väntat: några av {allowed}.',
  },
  { en: 'expected fi, sv or en.', fi: 'Odotettu fi, sv tai en.', sv: 'Väntat: fi, sv eller en.' },
  {
    en: 'expected numbers from 0, such as {example}.',
    fi: 'Odotettu lukuja nollasta alkaen, kuten {example}.',
    sv: 'Väntat: tal från 0, till exempel {example}.',
  },
  {
    en: 'expected rising numbers above 0.',
    fi: 'Odotettu nousevia lukuja nollan yläpuolelta.',
    sv: 'Väntat: stigande tal över 0.',
  },
  {
    en: 'expected a number above 0 and below 1.',
    fi: 'Odotettu luku nollan ja ykkösen väliltä.',
    sv: 'Väntat: ett tal mellan 0 och 1.',
  },
  {
    en: 'expected a number from 0 to 1.',
    fi: 'Odotettu luku nollasta yhteen.',
    sv: 'Väntat: ett tal från 0 till 1.',
  },
  {
    en: 'expected names of Ostrobothnian municipalities or three-digit codes.',
    fi: 'Odotettu Pohjanmaan kuntien nimiä tai kolminumeroisia kuntanumeroita.',
    sv: 'Väntat: namn på kommuner i Österbotten eller tresiffriga koder.',
  },
  {
    en: 'expected euros from 0 to {most}, such as {example}.',
    fi: 'Odotettu euroja väliltä 0–{most}, kuten {example}.',
    sv: 'Väntat: euro från 0 till {most}, till exempel {example}.',
  },
  {
    en: 'expected an intervention and places from 0, such as {example}.',
    fi: 'Odotettu toimenpide ja paikkoja nollasta alkaen, kuten {example}.',
    sv: 'Väntat: en åtgärd och platser från 0, till exempel {example}.',
  },
  {
    en: 'error: expected --strategies or --draws, or --costs and --effects',
    fi: 'virhe: anna --strategies tai --draws, tai --costs ja --effects',
    sv: 'fel: ange --strategies eller --draws, eller --costs och --effects',
  },
];
