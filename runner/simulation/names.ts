import { simulatedMarks } from '../../data-contracts/vocabularies/simulated-names.ts';
import type { Sex } from './life-state.ts';
import type { RandomStream } from './random-stream.ts';
import type { ServiceLanguage } from './where-people-live.ts';

const givenNames: Record<'fi' | 'sv', Record<Sex, readonly string[]>> = {
  fi: {
    female: ['Aino', 'Anja', 'Eila', 'Helena', 'Kaarina', 'Liisa', 'Maija', 'Marjatta', 'Pirkko', 'Tuula'],
    male: ['Antti', 'Eero', 'Heikki', 'Juhani', 'Kari', 'Matti', 'Olavi', 'Pentti', 'Seppo', 'Tapio'],
  },
  sv: {
    female: [
      'Anita',
      'Birgitta',
      'Gunilla',
      'Gunvor',
      'Ingrid',
      'Karin',
      'Maj-Britt',
      'Margareta',
      'Siv',
      'Ulla',
    ],
    male: ['Bengt', 'Börje', 'Erik', 'Göran', 'Håkan', 'Karl', 'Lars', 'Nils', 'Rolf', 'Sven'],
  },
};

const familyNames = {
  fi: ['Hakala', 'Järvinen', 'Koivisto', 'Korhonen', 'Laine', 'Lehto', 'Mäkelä', 'Niemi', 'Salo', 'Virtanen'],
  sv: [
    'Backlund',
    'Enqvist',
    'Forsman',
    'Granholm',
    'Häggblom',
    'Lindqvist',
    'Nygård',
    'Söderholm',
    'West',
    'Öst',
  ],
} as const;

/** A name that says that nobody bears it. */
export function simulatedName(sex: Sex, language: ServiceLanguage, random: RandomStream) {
  const list = language === 'sv' ? 'sv' : 'fi';
  return {
    familyName: `${random.pick(familyNames[list])} ${simulatedMarks.en}`,
    givenNames: random.pick(givenNames[list][sex]),
  };
}

/** A telephone number that cannot be dialled. */
export const simulatedTelephone = (clientNumber: number) => `000-${String(clientNumber).padStart(7, '0')}`;
