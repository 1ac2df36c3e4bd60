import type { Texts } from '../../schemas/fields.ts';

/** What each command does, as its help says it. */
export const commandWords: readonly Texts[] = [
  {
    en: 'how completely, how late, in which codes and how plausibly rows were recorded, by year and place',
    fi: 'miten täydellisesti, miten myöhään, millä koodeilla ja miten uskottavasti rivit on kirjattu, vuosittain ja paikoittain',
    sv: 'hur fullständigt, hur sent, med vilka koder och hur trovärdigt rader har förts in, per år och plats',
  },
  {
    en: 'look at unknown files, without showing anybody, and propose how they are to be read',
    fi: 'katso tuntemattomia tiedostoja näyttämättä ketään ja ehdota, miten ne luetaan',
    sv: 'granska okända filer utan att visa någon och föreslå hur de ska läsas',
  },
  {
    en: 'simulate a county and go the whole way to a cohort; what is unchanged is reused',
    fi: 'luo simuloitu alue ja kulje koko tie kohorttiin; muuttumaton käytetään uudelleen',
    sv: 'skapa ett simulerat område och gå hela vägen till en kohort; det oförändrade återanvänds',
  },
  {
    en: 'write the deliveries of a simulated Ostrobothnia to <home>/landing',
    fi: 'kirjoita simuloidun Pohjanmaan toimitukset kansioon <home>/landing',
    sv: 'skriv leveranserna från ett simulerat Österbotten till <home>/landing',
  },
  {
    en: 'turn a folder of outside files into deliveries in <home>/landing',
    fi: 'muuta kansiollinen ulkopuolisia tiedostoja toimituksiksi kansioon <home>/landing',
    sv: 'gör en mapp med utomstående filer till leveranser i <home>/landing',
  },
  {
    en: 'check every delivered row; accepted rows to <home>/tables, the rest to <home>/quarantine',
    fi: 'tarkista jokainen toimitettu rivi; hyväksytyt kansioon <home>/tables, muut kansioon <home>/quarantine',
    sv: 'kontrollera varje levererad rad; godkända till <home>/tables, övriga till <home>/quarantine',
  },
  {
    en: 'make the client-months of a programme from <home>/tables',
    fi: 'muodosta ohjelman asiakaskuukaudet kansiosta <home>/tables',
    sv: 'bilda programmets klientmånader ur <home>/tables',
  },
  {
    en: 'train a programme’s risk network and judge it beside its baselines',
    fi: 'opeta ohjelman riskiverkko ja arvioi se vertailumallien rinnalla',
    sv: 'träna programmets risknätverk och utvärdera det vid sidan av jämförelsemodellerna',
  },
  {
    en: 'train the models that the knowledge-management team asked for over HTTP and nobody has trained yet',
    fi: 'opeta mallit, jotka tiedolla johtamisen tiimi on pyytänyt HTTP-rajapinnassa ja joita ei ole vielä opetettu',
    sv: 'träna de modeller som teamet för kunskapsbaserad ledning har begärt över HTTP och som ännu inte har tränats',
  },
  {
    en: 'write the card of a programme’s model as a page: figures, groups, limits, intended use',
    fi: 'kirjoita ohjelman mallin kortti sivuksi: luvut, ryhmät, rajoitukset, käyttötarkoitus',
    sv: 'skriv modellkortet för programmet som en sida: tal, grupper, begränsningar, avsedd användning',
  },
  {
    en: 'score and explain every client of the latest month',
    fi: 'laske ja perustele arvio jokaiselle viimeisimmän kuukauden asiakkaalle',
    sv: 'beräkna och förklara uppskattningen för varje klient i den senaste månaden',
  },
  {
    en: 'who is likeliest to need the programme’s services, of those the release gate lets through',
    fi: 'kuka todennäköisimmin tarvitsee ohjelman palveluja, niistä joiden tiedot saa näyttää',
    sv: 'vem som mest sannolikt behöver programmets tjänster, av dem vars uppgifter får visas',
  },
  {
    en: 'who should be offered which intervention, at what cost, and how sure',
    fi: 'kenelle mitäkin toimenpidettä kannattaa tarjota, millä hinnalla ja kuinka varmasti',
    sv: 'vem som bör erbjudas vilken åtgärd, till vilket pris och hur säkert',
  },
  {
    en: 'record what people say about the use of their data: consents, objections, prohibitions …',
    fi: 'kirjaa, mitä ihmiset ilmoittavat tietojensa käytöstä: suostumukset, vastustamiset, kiellot …',
    sv: 'registrera vad människor meddelar om användningen av sina uppgifter: samtycken, invändningar, förbud …',
  },
  {
    en: 'record one event; it holds from the next question to the gate',
    fi: 'kirjaa yksi ilmoitus; se on voimassa seuraavasta kysymyksestä alkaen',
    sv: 'registrera ett meddelande; det gäller från nästa fråga',
  },
  {
    en: 'record FHIR R4 Consent resources: one, a Bundle or lines of them, all or none',
    fi: 'kirjaa FHIR R4 `Consent` -resurssit: yksi, `Bundle` tai rivejä, kaikki tai ei mitään',
    sv: 'registrera resurser av typen FHIR R4 `Consent`: en, en `Bundle` eller rader, alla eller ingen',
  },
  {
    en: 'lists of people to contact: made by a planner, opened by a team, followed to their outcomes',
    fi: 'yhteydenottolistat: suunnittelija tekee, tiimi avaa ja kirjaa tulokset',
    sv: 'kontaktlistor: en planerare gör dem, ett team öppnar dem och registrerar utfallen',
  },
  {
    en: 'the units that have clients today, by name: a list is made for one of them',
    fi: 'yksiköt nimineen, joilla on tänään asiakkaita: lista tehdään yhdelle niistä',
    sv: 'enheterna med namn som har klienter i dag: en lista görs för en av dem',
  },
  {
    en: 'make a list for a team from a cohort or plan; nobody comes on two lists',
    fi: 'tee tiimille lista kohortista tai suunnitelmasta; kukaan ei tule kahdelle listalle',
    sv: 'gör en lista för ett team ur en kohort eller plan; ingen kommer på två listor',
  },
  {
    en: 'the lists of the requester’s unit; nobody is named',
    fi: 'oman yksikön listat; ketään ei nimetä',
    sv: 'den egna enhetens listor; ingen nämns vid namn',
  },
  {
    en: 'open a list, names and all, for the team whose it is; the gate is asked about everyone',
    fi: 'avaa lista nimineen sille tiimille, jonka se on; jokaisen kohdalla tarkistetaan, saako tiedot näyttää',
    sv: 'öppna en lista med namn för det team som den hör till; för var och en kontrolleras om uppgifterna får visas',
  },
  {
    en: 'write a list to a CSV file, row by row; the gate is asked about each as it is written',
    fi: 'kirjoita lista CSV-tiedostoon rivi kerrallaan; jokaisen kohdalla tarkistetaan, saako tiedot näyttää',
    sv: 'skriv en lista till en CSV-fil rad för rad; för var och en kontrolleras om uppgifterna får visas',
  },
  {
    en: 'record what came of contacting somebody; it is kept before the command ends',
    fi: 'kirjaa yhteydenoton tulos; se on tallessa ennen kuin komento päättyy',
    sv: 'registrera utfallet av en kontakt; det är sparat innan kommandot slutar',
  },
  {
    en: 'close a list: its people are free for others, its outcomes count as evidence',
    fi: 'sulje lista: sen henkilöt vapautuvat muille listoille, ja tulokset otetaan näytöksi',
    sv: 'stäng en lista: personerna blir fria för andra listor och utfallen räknas som evidens',
  },
  {
    en: 'what came of closed lists, by intervention; small counts are not shown',
    fi: 'suljettujen listojen tulokset toimenpiteittäin; pieniä lukumääriä ei näytetä',
    sv: 'utfallet av stängda listor per åtgärd; små antal visas inte',
  },
  {
    en: 'read the outcomes of closed lists: what places drawn by lot show of each intervention’s effect',
    fi: 'lue suljettujen listojen tulokset: mitä arvotut paikat kertovat kunkin toimenpiteen vaikutuksesta',
    sv: 'läs utfallen av stängda listor: vad lottade platser visar om varje åtgärds effekt',
  },
  {
    en: 'the audit log: whether it is whole, and what it says of a person',
    fi: 'käyttöloki: onko se ehjä ja mitä siinä on henkilöstä',
    sv: 'användningsloggen: om den är hel och vad den säger om en person',
  },
  {
    en: 'recompute the log’s chain and hold it against its anchors: any change, gap or cut is found',
    fi: 'laske lokin ketju uudelleen ja vertaa sitä ankkureihin: jokainen muutos, aukko ja katkos löytyy',
    sv: 'räkna om loggens kedja och jämför den med ankarna: varje ändring, lucka och avbrott hittas',
  },
  {
    en: 'sign how far the log has come, beside the home; every command that writes to it does so too',
    fi: 'allekirjoita lokin tilanne kansion viereen; jokainen lokiin kirjoittava komento tekee sen myös',
    sv: 'signera hur långt loggen har kommit, bredvid mappen; varje kommando som skriver i den gör det också',
  },
  {
    en: 'every line that concerns a person, for the data-protection officer',
    fi: 'jokainen henkilöä koskeva rivi, tietosuojavastaavalle',
    sv: 'varje rad som gäller en person, för dataskyddsombudet',
  },
  {
    en: 'set something damaged aside, and nothing else; the log says so for good',
    fi: 'sivuuta jokin vahingoittunut eikä mitään muuta; siitä jää pysyvä merkintä lokiin',
    sv: 'åsidosätt något skadat och inget annat; loggen säger det för alltid',
  },
  {
    en: 'the keys under which identities are kept',
    fi: 'avaimet, joiden takana henkilötiedot ovat',
    sv: 'nycklarna som identiteterna förvaras under',
  },
  {
    en: 'give the identity vault another key, reseal all under it and destroy the one before',
    fi: 'vaihda henkilötietojen holvin avain, sinetöi kaikki uudella ja hävitä edellinen',
    sv: 'byt identitetsvalvets nyckel, försegla allt med den nya och förstör den förra',
  },
  {
    en: 'a person’s rights: what is held and who saw it; something is not right; erasure',
    fi: 'henkilön oikeudet: mitä tietoja on ja kuka ne on nähnyt; oikaisu; poistaminen',
    sv: 'en persons rättigheter: vilka uppgifter som finns och vem som har sett dem; rättelse; radering',
  },
  {
    en: 'write what is held of a person, in the person’s language (--language), as held.md and held.json',
    fi: 'kirjoita kirje siitä, mitä tietoja henkilöstä on, hänen kielellään (--language): held.md ja held.json',
    sv: 'skriv ett brev om vilka uppgifter som finns om en person, på personens språk (--language): held.md och held.json',
  },
  {
    en: 'what people have asked for and nobody has settled, with the day by which it is due',
    fi: 'avoimet pyynnöt ja päivä, johon mennessä niihin on vastattava',
    sv: 'öppna begäranden och den dag då de senast ska besvaras',
  },
  {
    en: 'a person says that what a source holds is not right: it is not used until that is settled',
    fi: 'henkilö ilmoittaa, että jonkin lähteen tieto on väärin: sitä ei käytetä, ennen kuin asia on selvitetty',
    sv: 'en person meddelar att en källas uppgift är fel: den används inte förrän saken har utretts',
  },
  {
    en: 'carry out a request for erasure that is in force: rows, scores, lists and identity are taken out for good; what is kept, and why, is written in the person’s language (--language) as erased.md and erased.json',
    fi: 'toteuta voimassa oleva poistopyyntö: rivit, arviot, listat ja henkilötiedot poistetaan pysyvästi; mitä säilyy ja miksi, kirjoitetaan henkilön kielellä (--language): erased.md ja erased.json',
    sv: 'verkställ en gällande begäran om radering: rader, uppskattningar, listor och identitet tas bort för gott; vad som bevaras och varför skrivs på personens språk (--language): erased.md och erased.json',
  },
  {
    en: 'people and expected outcomes by municipality and age band; small groups are not shown',
    fi: 'asiakkaat ja odotetut tapahtumat kunnittain ja ikäryhmittäin; pieniä ryhmiä ei näytetä',
    sv: 'klienter och förväntade utfall per kommun och åldersgrupp; små grupper visas inte',
  },
  {
    en: 'check files, rows, the audit log’s chain, and that no identity code is outside the vault',
    fi: 'tarkista tiedostot, rivit ja käyttölokin ketju, ja ettei holvin ulkopuolella ole henkilötunnuksia',
    sv: 'kontrollera filer, rader och användningsloggens kedja, och att ingen personbeteckning finns utanför valvet',
  },
  {
    en: 'copy the home into a folder of its own, as it stands at one instant, with a list of its bytes',
    fi: 'kopioi kansio omaan kansioonsa sellaisena kuin se on yhdellä hetkellä, tavuluettelon kanssa',
    sv: 'kopiera mappen till en egen mapp sådan den är vid en tidpunkt, med en förteckning över bytes',
  },
  {
    en: 'make the home, which must be empty, from a copy, once each of its bytes is as it was copied',
    fi: 'palauta tyhjä kansio varmuuskopiosta, kun sen jokainen tavu on ennallaan',
    sv: 'återställ en tom mapp från en kopia när varje byte är som den kopierades',
  },
  {
    en: 'answer the HTTP API on this machine, with a sign-in for trying it out; localhost only',
    fi: 'vastaa HTTP-rajapinnassa tällä koneella, kirjautuminen kokeilua varten; vain tälle koneelle',
    sv: 'besvara HTTP-gränssnittet på den här datorn, med en inloggning för att prova; endast för den här datorn',
  },
  {
    en: 'train on and predict, out of fold, any survival or competing-risks table (CSV)',
    fi: 'opeta ja ennusta ristiinvalidoiden mikä tahansa elinaika- tai kilpailevien riskien taulukko (CSV)',
    sv: 'träna på och förutsäg med korsvalidering vilken tabell som helst över överlevnad eller konkurrerande risker (CSV)',
  },
  {
    en: 'compares strategies by cost and effect: incremental table, acceptability, value of information',
    fi: 'vertaile vaihtoehtoja kustannuksen ja vaikutuksen mukaan: lisätaulukko, hyväksyttävyys, tiedon arvo',
    sv: 'jämför alternativ efter kostnad och effekt: inkrementell tabell, acceptans, informationens värde',
  },
  {
    en: 'Foresight for wellbeing services counties: who will need heavy services, why, and what it costs.',
    fi: 'Ennakointia hyvinvointialueille: kuka tarvitsee raskaita palveluja, miksi ja mitä se maksaa.',
    sv: 'Förutseende för välfärdsområden: vem som behöver tunga tjänster, varför och vad det kostar.',
  },
  {
    en: 'whom a cohort or a plan can be asked for by name, and which service statuses there are',
    fi: 'keitä kohortissa tai suunnitelmassa voi kysyä nimellä, ja mitä palvelutilanteita on',
    sv: 'vilka man kan fråga efter vid namn i en kohort eller plan, och vilka servicelägen som finns',
  },
  {
    en: 'how many of a cohort or plan each team may contact, and what the others are missing',
    fi: 'montako kohortin tai suunnitelman asiakasta kukin tiimi voi tavoittaa, ja mitä muilta puuttuu',
    sv: 'hur många av en kohort eller plan varje team får kontakta, och vad de andra saknar',
  },
  {
    en: 'how the lists that the requester made get on, in numbers that reveal nobody',
    fi: 'miten omat tilatut listat etenevät, lukuina joista ketään ei tunnista',
    sv: 'hur de listor som man själv gjort framskrider, i siffror som inte röjer någon',
  },
  {
    en: 'one person of a list: words for the first call, and what has been recorded, notes and all',
    fi: 'yksi listan henkilö: sanat ensimmäiseen puheluun ja kaikki kirjattu muistiinpanoineen',
    sv: 'en person på listan: ord för det första samtalet och allt som har registrerats, med anteckningar',
  },
  {
    en: 'keep a note on somebody of a list, encrypted; it is erased with the person',
    fi: 'tallenna muistiinpano listan henkilöstä salattuna; se poistetaan henkilön tietojen mukana',
    sv: 'spara en anteckning om en person på listan, krypterad; den raderas med personens uppgifter',
  },
  {
    en: 'say who of the team takes care of somebody of a list',
    fi: 'kerro, kuka tiimistä hoitaa listan henkilön asiaa',
    sv: 'ange vem i teamet som tar hand om en person på listan',
  },
  {
    en: 'take back what was recorded within the last fifteen minutes, an objection included',
    fi: 'peru viimeisten viidentoista minuutin aikana kirjattu, vastustaminenkin',
    sv: 'ångra det som registrerats under de senaste femton minuterna, även en invändning',
  },
];
