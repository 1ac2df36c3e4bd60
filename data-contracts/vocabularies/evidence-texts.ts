/** What is said of the effects that places drawn by lot have shown, in ICU MessageFormat, as in `texts`. */
export const evidenceTexts = {
  none: {
    fi: 'Suljetuilla listoilla ei ole arvottuja paikkoja, joten vaikutuksista ei tiedetä uutta.',
    sv: 'De stängda listorna har inga lottade platser, så inget nytt är känt om effekterna.',
    en: 'The closed lists hold no places drawn by lot, so nothing new is known of effects.',
  },
  head: {
    fi: '{intervention}: {lots, plural, one {# arvonta} other {# arvontaa}}, seurattu {day} asti',
    sv: '{intervention}: {lots, plural, one {# lottning} other {# lottningar}}, följt till {day}',
    en: '{intervention}: {lots, plural, one {# lot} other {# lots}}, followed to {day}',
  },
  offered: {
    fi: '  Paikan saaneet: {people} henkilöä, {outcomes} tapahtumaa {months} henkilökuukaudessa; palvelu aloitettu {uptake}',
    sv: '  Fick plats: {people} personer, {outcomes} händelser på {months} personmånader; service inledd {uptake}',
    en: '  Drew a place: {people} people, {outcomes} outcomes in {months} person-months; service started {uptake}',
  },
  others: {
    fi: '  Ilman paikkaa jääneet: {people} henkilöä, {outcomes} tapahtumaa {months} henkilökuukaudessa',
    sv: '  Fick ingen plats: {people} personer, {outcomes} händelser på {months} personmånader',
    en: '  Drew none: {people} people, {outcomes} outcomes in {months} person-months',
  },
  ratios: {
    fi: '  Suhde paikan saaneilla {offered}, palvelun aloittaneilla {takers}',
    sv: '  Kvot bland dem som fick plats {offered}, bland dem som inledde servicen {takers}',
    en: '  Ratio among those who drew a place {offered}, among those who took it up {takers}',
  },
  updated: {
    fi: '  Ennakkokäsitys {prior} → suunnitelmissa nyt {posterior}',
    sv: '  Förhandsuppfattning {prior} → i planerna nu {posterior}',
    en: '  Believed before {prior} → in plans from now on {posterior}',
  },
  without: {
    'too-few': {
      fi: '  Liian vähän henkilöitä tai tapahtumia (alle viisi) jommallakummalla puolella: ei arviota, luvut jätetään näyttämättä.',
      sv: '  För få personer eller händelser (färre än fem) på någondera sidan: ingen uppskattning, talen visas inte.',
      en: '  Too few people or outcomes (fewer than five) on one of the sides: no estimate, and no figures are shown.',
    },
    'nobody-took-it-up': {
      fi: '  Alle viidellä palvelun tiedetään alkaneen: vaikutusta ei voi arvioida.',
      sv: '  Färre än fem är kända att ha inlett servicen: effekten kan inte uppskattas.',
      en: '  Fewer than five are known to have started: the effect cannot be estimated.',
    },
    'not-explained-by-takers': {
      fi: '  Ero on suurempi kuin palvelun aloittaneiden osuus voi selittää: sattumaa, tai muukin ero kuin tarjous. Arviota ei käytetä.',
      sv: '  Skillnaden är större än andelen som inledde servicen kan förklara: slump, eller en annan skillnad än erbjudandet. Uppskattningen används inte.',
      en: '  The difference is larger than the share who started can explain: chance, or more than the offer differed. The estimate is not used.',
    },
  },
  identified: {
    fi: 'Vain arvottuja paikkoja verrataan: samanarvoisista sattuma ratkaisi, kuka sai paikan. Muiden listalla olleiden tulokset eivät kerro vaikutuksesta. Osa ilman jääneistä on voinut saada saman myöhemmin, mikä pienentää eroa.',
    sv: 'Bara lottade platser jämförs: bland likvärdiga avgjorde slumpen vem som fick plats. Utfallen för övriga på listorna säger inget om effekten. En del av dem som blev utan kan ha fått samma sak senare, vilket minskar skillnaden.',
    en: 'Only places drawn by lot are compared: among equals, chance decided who got one. What came of others on the lists says nothing of the effect. Some who got none may have got the same later, which makes the difference smaller.',
  },
} as const;
