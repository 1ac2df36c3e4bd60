/** What a person is told of their own data, in ICU MessageFormat, as in `texts`. Plain words, no staff terms. */
export const rightsTexts = {
  title: {
    fi: 'Tietosi Ennakko-palvelussa',
    sv: 'Dina uppgifter i tjänsten Ennakko',
    en: 'Your data in Ennakko',
  },
  madeAt: {
    fi: 'Koottu {instant}',
    sv: 'Sammanställt {instant}',
    en: 'Gathered {instant}',
  },
  purpose: {
    fi: 'Hyvinvointialue arvioi, kuka iäkkäistä asukkaista voi myöhemmin tarvita paljon tukea sisältäviä palveluja, jotta apua voidaan tarjota ajoissa. Arvio on todennäköisyys. Ammattilainen päättää aina: mitään palvelua ei myönnetä eikä evätä pelkän arvion perusteella.',
    sv: 'Välfärdsområdet uppskattar vem av de äldre invånarna som senare kan behöva tjänster som innefattar mycket stöd, så att hjälp kan erbjudas i tid. Uppskattningen är en sannolikhet. En yrkesperson beslutar alltid: ingen tjänst beviljas eller nekas enbart på grund av uppskattningen.',
    en: 'The wellbeing services county estimates which older residents may later need services with much support, so that help can be offered in time. The estimate is a probability. A professional always decides: no service is granted or denied by the estimate alone.',
  },
  heldTitle: { fi: 'Mitä tietoja on', sv: 'Vilka uppgifter som finns', en: 'What is held' },
  heldLine: {
    fi: '{table}: {count, plural, one {# tieto} other {# tietoa}}; lähde: {sources}; kirjattu {from}–{to}',
    sv: '{table}: {count, plural, one {# uppgift} other {# uppgifter}}; källa: {sources}; registrerat {from}–{to}',
    en: '{table}: {count, plural, one {# entry} other {# entries}}; source: {sources}; recorded {from}–{to}',
  },
  heldCopy: {
    fi: 'Kaikki tiedot kokonaisina ovat liitteessä held.json.',
    sv: 'Alla uppgifter i sin helhet finns i bilagan held.json.',
    en: 'All of it, in full, is in the enclosed held.json.',
  },
  heldNothing: {
    fi: 'Sinusta ei ole tietoja.',
    sv: 'Inga uppgifter finns om dig.',
    en: 'Nothing is held of you.',
  },
  identity: {
    fi: 'Nimesi, puhelinnumerosi ja henkilötunnuksesi ovat erillään muista tiedoista, salattuina ({count, plural, one {# versio} other {# versiota}}). Niitä ei avattu tätä varten.',
    sv: 'Ditt namn, ditt telefonnummer och din personbeteckning finns åtskilda från övriga uppgifter, krypterade ({count, plural, one {# version} other {# versioner}}). De öppnades inte för detta.',
    en: 'Your name, telephone number and personal identity code are kept apart from everything else, encrypted ({count, plural, one {# version} other {# versions}}). They were not opened for this.',
  },
  scoresTitle: {
    fi: 'Arviot ja niiden perustelut',
    sv: 'Uppskattningar och förklaringar',
    en: 'Estimates, and why',
  },
  scoreLine: {
    fi: '{outcome}: {first} {firstMonths} kuukauden aikana (kaikkien keskiarvo {firstAverage}), {second} {secondMonths} kuukauden aikana (keskiarvo {secondAverage}). Malli {model}, tilanne {day}. Lähteet: {sources}.',
    sv: '{outcome}: {first} inom {firstMonths} månader (medeltal för alla {firstAverage}), {second} inom {secondMonths} månader (medeltal {secondAverage}). Modell {model}, läget {day}. Källor: {sources}.',
    en: '{outcome}: {first} within {firstMonths} months (average of all {firstAverage}), {second} within {secondMonths} months (average {secondAverage}). Model {model}, as of {day}. Sources: {sources}.',
  },
  typicalLine: {
    fi: 'Tyypillisen samanikäisen, samaa sukupuolta olevan arvio on {first} {firstMonths} kuukauden aikana ja {second} {secondMonths} kuukauden aikana. Perustelut kertovat, missä tietosi poikkeavat hänestä:',
    sv: 'Uppskattningen för en typisk person av samma ålder och kön är {first} inom {firstMonths} månader och {second} inom {secondMonths} månader. Förklaringarna anger var dina uppgifter skiljer sig från denna persons:',
    en: 'A typical person of the same age and sex is given {first} within {firstMonths} months and {second} within {secondMonths} months. The reasons say where your data differ from that person’s:',
  },
  changeable: {
    fi: 'Mihin voidaan vaikuttaa:',
    sv: 'Det som går att påverka:',
    en: 'What can be changed:',
  },
  notACause: {
    fi: 'Perustelut kertovat, mikä liittyy arvioon. Ne eivät kerro syytä.',
    sv: 'Förklaringarna visar vad som hänger samman med uppskattningen. De anger inte någon orsak.',
    en: 'The reasons say what goes with the estimate. They do not say what causes it.',
  },
  noScore: {
    fi: 'Sinusta ei ole arviota.',
    sv: 'Ingen uppskattning har gjorts om dig.',
    en: 'No estimate has been made of you.',
  },
  saidTitle: {
    fi: 'Mitä olet ilmoittanut tietojesi käytöstä',
    sv: 'Vad du har meddelat om användningen av dina uppgifter',
    en: 'What you have said about the use of your data',
  },
  saidLine: {
    fi: '{instant}: {kind}; käyttötarkoitus: {purpose}; lähde: {source}',
    sv: '{instant}: {kind}; ändamål: {purpose}; källa: {source}',
    en: '{instant}: {kind}; purpose: {purpose}; source: {source}',
  },
  everything: { fi: 'kaikki', sv: 'alla', en: 'all' },
  nothing: { fi: 'Ei mitään.', sv: 'Inget.', en: 'Nothing.' },
  filesTitle: {
    fi: 'Tiedostot, joissa sinut mainitaan sellaisina kuin ne toimitettiin',
    sv: 'Filer där du nämns, sådana som de levererades',
    en: 'Files in which you are named, as they were delivered',
  },
  fileLine: {
    fi: '{file}: {rows, plural, one {# rivi} other {# riviä}}{turnedAway, plural, =0 {} one {, joista # hylättiin virheellisenä} other {, joista # hylättiin virheellisinä}}',
    sv: '{file}: {rows, plural, one {# rad} other {# rader}}{turnedAway, plural, =0 {} other {, varav # avvisades som felaktiga}}',
    en: '{file}: {rows, plural, one {# row} other {# rows}}{turnedAway, plural, =0 {} other {, of which # turned away as faulty}}',
  },
  fileNotSearched: {
    fi: '{file}: tiedostoa ei ole voitu tutkia; sinut voidaan mainita siinä',
    sv: '{file}: filen har inte kunnat undersökas; du kan nämnas i den',
    en: '{file}: has not been searched; you may be named in it',
  },
  fileUntil: {
    fi: '{line}. Poistetaan viimeistään seuraavassa vastaanotossa {day} jälkeen.',
    sv: '{line}. Tas bort senast vid nästa mottagning efter {day}.',
    en: '{line}. Removed at the latest by the first intake after {day}.',
  },
  fileByHand: {
    fi: '{line}. Säilyy, kunnes hyvinvointialue poistaa sen.',
    sv: '{line}. Finns kvar tills välfärdsområdet tar bort den.',
    en: '{line}. Kept until the county removes it.',
  },
  listsTitle: { fi: 'Yhteydenottolistat', sv: 'Kontaktlistor', en: 'Outreach lists' },
  listLine: {
    fi: '{instant}, yksikkö {unit}: {outcome}',
    sv: '{instant}, enhet {unit}: {outcome}',
    en: '{instant}, unit {unit}: {outcome}',
  },
  lotLine: {
    fi: '{instant}: arvonta samanarvoisten kesken, {won, select, yes {paikka tuli} other {paikkaa ei tullut}}. Arvonnan avulla mitataan, auttaako toimenpide; se ei vaikuta muihin palveluihisi.',
    sv: '{instant}: lottning bland likvärdiga, {won, select, yes {plats erhölls} other {ingen plats erhölls}}. Med lottningen mäts om åtgärden hjälper; den påverkar inte dina övriga tjänster.',
    en: '{instant}: a lot among equals, {won, select, yes {a place was won} other {no place was won}}. The lot serves to measure whether the intervention helps; it does not affect your other services.',
  },
  seenTitle: {
    fi: 'Kuka on käsitellyt tietojasi',
    sv: 'Vem som har behandlat dina uppgifter',
    en: 'Who has handled your data',
  },
  seenLine: {
    fi: '{instant}: {role}, yksikkö {unit}: {what} – {outcome}',
    sv: '{instant}: {role}, enhet {unit}: {what} – {outcome}',
    en: '{instant}: {role}, unit {unit}: {what} – {outcome}',
  },
  rightsTitle: { fi: 'Mitä voit tehdä', sv: 'Vad du kan göra', en: 'What you can do' },
  rights: {
    object: {
      fi: 'Voit vastustaa tietojesi käyttöä yhteen tai kaikkiin käyttötarkoituksiin, tai peruuttaa suostumuksesi. Se on voimassa heti.',
      sv: 'Du kan göra en invändning mot att dina uppgifter används för ett eller alla ändamål, eller återkalla ditt samtycke. Det gäller genast.',
      en: 'You can object to the use of your data for one or all purposes, or withdraw your consent. It holds at once.',
    },
    rectify: {
      fi: 'Jos jokin tieto on väärin, voit pyytää sen oikaisemista. Tietoa ei käytetä, kunnes asia on selvitetty.',
      sv: 'Om en uppgift är fel kan du begära att den rättas. Uppgiften används inte förrän saken har utretts.',
      en: 'If something is wrong you can ask for it to be put right. It is not used until the matter is settled.',
    },
    erase: {
      fi: 'Voit pyytää tietojesi poistamista. Potilas- ja asiakasasiakirjat säilyvät laissa säädetyn ajan siellä, mistä tiedot tulevat. Myös käyttöloki ja tekemäsi ilmoitukset on säilytettävä.',
      sv: 'Du kan begära att dina uppgifter raderas. Patient- och klienthandlingar bevaras den tid som lagen föreskriver där uppgifterna kommer ifrån. Också användningsloggen och dina meddelanden måste bevaras.',
      en: 'You can ask for your data to be erased. Patient and client records are kept, where the data come from, for as long as the law says. The log of who used the data, and what you have said, must be kept too.',
    },
    complain: {
      fi: 'Voit tehdä valituksen tietosuojavaltuutetulle.',
      sv: 'Du kan lämna in ett klagomål till dataombudsmannen.',
      en: 'You can complain to the Data Protection Ombudsman.',
    },
  },
  contested: {
    fi: 'Oikaisupyyntö on kirjattu {instant}. Lähteen tietoja ei käytetä, ennen kuin rajoitus perutaan.',
    sv: 'Begäran om rättelse registrerades {instant}. Källans uppgifter används inte förrän begränsningen upphävs.',
    en: 'The request for rectification was recorded {instant}. Data of the source are not used until the restriction is lifted.',
  },
  tables: {
    clients: { fi: 'Perustiedot', sv: 'Grunduppgifter', en: 'Basic data' },
    'service-events': { fi: 'Palvelutapahtumat', sv: 'Servicehändelser', en: 'Use of services' },
    diagnoses: { fi: 'Diagnoosit', sv: 'Diagnoser', en: 'Diagnoses' },
    assessments: { fi: 'Toimintakyvyn arviot', sv: 'Bedömningar av funktionsförmågan', en: 'Assessments' },
    'social-care-decisions': {
      fi: 'Sosiaalihuollon päätökset',
      sv: 'Beslut inom socialvården',
      en: 'Social-care decisions',
    },
    'consent-events': {
      fi: 'Suostumukset ja kiellot',
      sv: 'Samtycken och förbud',
      en: 'Consents and prohibitions',
    },
    'client-relationships': { fi: 'Asiakassuhteet', sv: 'Klientrelationer', en: 'Client relationships' },
  },
  sources: {
    'population-register': { fi: 'väestötiedot', sv: 'befolkningsuppgifter', en: 'population register' },
    'social-care': { fi: 'sosiaalihuolto', sv: 'socialvården', en: 'social care' },
    'primary-care': { fi: 'perusterveydenhuolto', sv: 'primärvården', en: 'primary care' },
    'specialised-care': {
      fi: 'erikoissairaanhoito',
      sv: 'den specialiserade sjukvården',
      en: 'specialised care',
    },
    rai: { fi: 'RAI-arvioinnit', sv: 'RAI-bedömningar', en: 'RAI assessments' },
    claims: { fi: 'korvaustiedot', sv: 'ersättningsuppgifter', en: 'claims' },
  },
  roles: {
    planner: { fi: 'suunnittelija', sv: 'planerare', en: 'planner' },
    'prevention-worker': {
      fi: 'ennaltaehkäisyn työntekijä',
      sv: 'anställd inom förebyggande arbete',
      en: 'prevention worker',
    },
    'knowledge-manager': {
      fi: 'tiedolla johtamisen asiantuntija',
      sv: 'sakkunnig inom kunskapsledning',
      en: 'knowledge manager',
    },
    'data-protection-officer': {
      fi: 'tietosuojavastaava',
      sv: 'dataskyddsombud',
      en: 'data-protection officer',
    },
    'client-representative': {
      fi: 'asiakas tai edustaja',
      sv: 'klient eller företrädare',
      en: 'client or representative',
    },
  },
} as const;
