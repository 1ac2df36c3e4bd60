import { testCode } from '../unit/identity/identity-codes.ts';

/** Days between 2019 and 2025, as numbers from 2019-01-01. */
const lastDay = 2556;
const isoOf = (day: number) => new Date(Date.UTC(2019, 0, 1 + day)).toISOString().slice(0, 10);
/** As Finnish systems write a day. */
export const finnish = (iso: string) => iso.split('-').reverse().map(Number).join('.');
const onDay = (day: number) => finnish(isoOf(Math.min(day, lastDay)));

/** Draws from 0 to 1, the same from the same seed (mulberry32). */
function drawsFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const families = ['Mäkinen', 'Åkerblom', 'Virtanen', 'Öhman', 'Hägglund', 'Niemi', 'Söderström'];
const municipalities = ['905', '905', '905', '499', '399', '545', '598'];
const forms = ['T11', 'T11', 'T11', 'T60', 'T60', 'T51', 'T29', 'T59', 'T55', 'T90', 'T71', 'T41'];
const contacts = ['R10', 'R10', 'R10', 'R50', 'R52', 'R56', 'R71', 'R20', 'R90'];
const reasons = ['I10', 'E11.9', 'I50.9', 'J44.9', 'M17.9', 'F32.1', 'i25.1', 'H36.0+E11.3', 'W19', ''];

const headers = {
  henkilot: 'HETU;SUKUNIMI;ETUNIMET;PUHELIN;KIELI;KOTIKUNTA;KUOLPV',
  muutot: 'HETU;MUUTTOPV;LAHTOKUNTA;TULOKUNTA;REKPV',
  hilmo:
    'HETU;HILMOID;PALVELUYKSIKKO;PALA;YHTEYSTAPA;KIIREELLISYYS;TUPVM;LPVM;PDGO;PDGS;SDGO1;SDGO2;SDGO3;KUSTANNUS',
  avohilmo:
    'HETU;KAYNTIID;KAYNTIALKOI;PALVELUMUOTO;YHTEYSTAPA;KIIREELLISYYS;ICD10;ICPC2;PALVELUYKSIKKO;KUSTANNUS',
  rai: 'HETU;ARVIOINTIID;ARVIOINTIPV;VALINE;TILA;MAPLE;CPS;ADLH;IADLP;CHESS;DRS;PAIN;DIVERT',
  paatokset: 'HETU;PAATOSID;PALVELU;PAATOS;PAATOSPV;ALKUPV;LOPPUPV',
  asumispalvelut: 'HETU;JAKSOID;PALA;PALVELUYKSIKKO;ALKUPV;LOPPUPV;VRKHINTA',
  asiakkuudet: 'HETU;ASIAKKUUSID;YKSIKKO;LAJI;ALKUPV;LOPPUPV',
};
type Extract = keyof typeof headers;

/**
 * Seven extracts and the relationships of clients as systems of a Finnish county write them, of invented people: semicolons, days as 31.12.2025, decimal
 * commas, national codes, code pairs, RAI in columns. Lines without their ends; Windows-1252 has all their letters.
 * @returns lines by file, the first naming the columns, and how many are spoiled on purpose
 */
export function nativeExtracts(
  people: number,
  seed: number,
): { files: Record<string, string[]>; spoiled: number } {
  const draw = drawsFrom(seed);
  const files = Object.fromEntries(
    Object.entries(headers).map(([name, header]) => [`${name}.csv`, [header]]),
  );
  const put = (extract: Extract, ...fields: (string | number)[]) =>
    files[`${extract}.csv`]!.push(fields.join(';'));
  let number = 0;
  const bornTimes = new Map<string, number>();
  for (let person = 0; person < people; person += 1) {
    const year = 1927 + Math.floor(draw() * 34);
    const bornOn = new Date(Date.UTC(year, Math.floor(draw() * 12), 1 + Math.floor(draw() * 28)))
      .toISOString()
      .slice(0, 10);
    const born = (bornTimes.get(bornOn) ?? 0) + 1;
    bornTimes.set(bornOn, born);
    writePerson(testCode(bornOn, 899 + born), year, { draw, put, next: () => ++number });
  }
  for (const line of [
    `${testCode('1940-05-05', 999)};x1;31.2.2024 08:15;T11;R10;E;I10;;TK1;30,00`,
    `${testCode('1940-05-05', 999)};x2;3.2.2024 08:15;Avosairaanhoito;R10;E;I10;;TK1;30,00`,
    `${testCode('1940-05-05', 999)};x3;3.2.2024 08:15;T11;R10;E;I10;;TK1;30.00`,
  ])
    files['avohilmo.csv']!.push(line);
  return { files, spoiled: 3 };
}

interface Registers {
  readonly draw: () => number;
  readonly put: (extract: Extract, ...fields: (string | number)[]) => void;
  readonly next: () => number;
}

function writePerson(code: string, year: number, { draw, put, next }: Registers): void {
  const pick = <One>(some: readonly One[]) => some[Math.floor(draw() * some.length)]!;
  const home = pick(municipalities);
  const age = 2019 - year;
  let frailty = Math.max(0, (age - 70) / 25 + draw() * 0.9 - 0.4);
  let [dementia, careFrom, died, moved, housed] = [draw() < frailty * 0.15, -1, -1, -1, -1];
  for (let day = 0; day < lastDay && died < 0; day += 30) {
    frailty += 0.004 + draw() * 0.012;
    if (!dementia && draw() < 0.0025 * frailty ** 2) dementia = true;
    visit(day);
    if (careFrom < 0 && draw() < 0.006 * frailty ** 2 + (dementia ? 0.015 : 0)) careFrom = day;
    if (careFrom >= 0 && housed < 0) atHome(day);
    if (housed < 0 && careFrom >= 0 && draw() < 0.004 * frailty ** 2 + (dementia ? 0.02 : 0))
      housed = day + 12;
    if (draw() < 0.0016 + 0.004 * frailty ** 3) died = day + 3 + Math.floor(draw() * 20);
    if (moved < 0 && draw() < 0.0012) moved = day + 5;
  }
  if (moved >= 0 && died >= 0 && moved >= died) moved = -1;
  const livesNow = moved >= 0 ? pick(['091', '399', '499', '837']) : home;
  put(
    'henkilot',
    code,
    pick(families),
    pick(['Aino', 'Väinö', 'Åke', 'Märta']),
    `040 ${Math.floor(draw() * 9e6)}`,
    pick(['fi', 'fi', 'sv', 'ru']),
    livesNow,
    died >= 0 ? onDay(died) : '',
  );
  if (draw() < 0.9) put('asiakkuudet', code, next(), `health-centre-${home}`, 'Hoitosuhde', onDay(0), '');
  if (moved >= 0 && livesNow !== home) put('muutot', code, onDay(moved), home, livesNow, onDay(moved + 4));
  if (housed >= 0) {
    const end = died >= 0 ? onDay(Math.max(died, housed)) : '';
    put(
      'asumispalvelut',
      code,
      `A/${next()}`,
      pick(['31', '32', '32', '32']),
      'HOIVA-1',
      onDay(housed),
      end,
      '198,50',
    );
    put(
      'paatokset',
      code,
      next(),
      'Ympärivuorokautinen palveluasuminen',
      'Myönteinen',
      onDay(housed - 10),
      onDay(housed),
      end,
    );
  }

  function visit(day: number): void {
    if (draw() < 0.35 + 0.2 * frailty) {
      const when = `${onDay(day + Math.floor(draw() * 28))} ${pick(['08:15', '10:40', '14:05'])}`;
      const icpc = draw() < 0.2 ? pick(['K86', 'T90', 'P70', 'A04']) : '';
      put(
        'avohilmo',
        code,
        `K/${next()}`,
        when,
        pick(forms),
        pick(contacts),
        pick(['E', 'E', '', '6']),
        icpc ? '' : pick(reasons),
        icpc,
        'TK 1',
        `${20 + Math.floor(draw() * 90)},5`,
      );
    }
    if (draw() < 0.01 + 0.035 * frailty) {
      const [from, ward] = [day + Math.floor(draw() * 20), draw() < 0.6];
      const [symptom, cause] =
        dementia && draw() < 0.5 ? ['F00.1', 'G30.1'] : [pick(['I50.9', 'S72.0', 'J44.1', 'I63.9']), ''];
      put(
        'hilmo',
        code,
        next(),
        'KESKUSSAIRAALA',
        day < 0 ? '1' : '',
        ward ? 'R80' : 'R10',
        ward ? '3' : pick(['6', '4', '']),
        onDay(from),
        onDay(ward ? from + 1 + Math.floor(draw() * 9) : from),
        symptom,
        cause,
        pick(reasons),
        '',
        '',
        ward ? '2 480,00' : '310,00',
      );
    }
  }

  function atHome(day: number): void {
    if (day === careFrom) {
      put(
        'paatokset',
        code,
        next(),
        'Palvelutarpeen arviointi',
        'Myönteinen',
        onDay(day),
        onDay(day),
        onDay(day + 30),
      );
      put(
        'paatokset',
        code,
        next(),
        pick(['Säännöllinen kotihoito', 'Tukipalvelut', 'Kuntosalikortti']),
        'Myönteinen',
        onDay(day + 5),
        onDay(day + 6),
        '31.12.9999',
      );
    }
    for (let times = 0; times < 3; times += 1)
      put(
        'avohilmo',
        code,
        `K/${next()}`,
        `${onDay(day + times * 9)} 09:00`,
        'T40',
        'R20',
        'E',
        '',
        '',
        'KOTIHOITO',
        '41,2',
      );
    if ((day - careFrom) % 180 === 0) {
      const level = Math.min(5, Math.floor(1 + frailty * 2 + (dementia ? 1 : 0)));
      put(
        'rai',
        code,
        next(),
        onDay(day + 14),
        'HC',
        draw() < 0.03 ? 'Kesken' : 'Valmis',
        level,
        dementia ? 3 : 1,
        Math.min(6, level),
        level * 8,
        Math.min(5, level - 1),
        2,
        1,
        Math.min(6, level),
      );
    }
  }
}

const decisive: Readonly<Record<string, string>> = {
  henkilot: 'population-register',
  hilmo: 'hilmo',
  avohilmo: 'avohilmo',
  rai: 'rai',
  paatokset: 'social-care-decisions',
  asumispalvelut: 'housing-services',
  asiakkuudet: 'client-relationships',
};

/** The mapping under which all of them come in: the presets as they ship. */
export const nativeMapping = { layouts: Object.values(decisive).map((preset) => ({ preset })) };

/** What the delivery says of itself. */
export const nativeTerms = {
  origin: 'synthetic',
  coversFrom: '2019-01-01',
  coversTo: '2025-12-31',
  deliveredBy: 'data warehouse',
};

/** A file of these lines in Windows-1252, with the line ends of Windows; of other letters than Latin-1’s it knows none. */
export const inWindows = (lines: readonly string[]) => Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1');
