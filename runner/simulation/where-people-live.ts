import { population } from './assumptions.ts';
import type { RandomStream } from './random-stream.ts';

export type ServiceLanguage = 'fi' | 'sv' | 'other';

type Municipality = keyof typeof population.municipalities;
const municipalities = Object.keys(population.municipalities) as Municipality[];
const languages = ['fi', 'sv', 'other'] as const satisfies readonly ServiceLanguage[];

/** A municipality and a language that is spoken there. */
export interface Home {
  readonly municipality: Municipality;
  readonly serviceLanguage: ServiceLanguage;
}

const homes: readonly Home[] = municipalities.flatMap((municipality) =>
  languages.map((serviceLanguage) => ({ municipality, serviceLanguage })),
);

function shareOf({ municipality, serviceLanguage }: Home): number {
  const { peopleShare, swedishShare } = population.municipalities[municipality];
  const { otherLanguageShare } = population;
  if (serviceLanguage === 'other') return peopleShare * otherLanguageShare;
  return (
    peopleShare * (1 - otherLanguageShare) * (serviceLanguage === 'sv' ? swedishShare : 1 - swedishShare)
  );
}

/** How often services fail to reach those who live there and speak that, against others. */
function avoidersAt({ municipality, serviceLanguage }: Home): number {
  const { avoiders, swedishShare } = population.municipalities[municipality];
  const { majority, minority, other } = population.avoidersByLanguage;
  if (serviceLanguage === 'other') return avoiders * other;
  return avoiders * ((serviceLanguage === 'sv') === swedishShare > 0.5 ? majority : minority);
}

function summingToOne(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

const sharesOfReached = summingToOne(homes.map(shareOf));
const sharesOfAvoiders = summingToOne(homes.map((home) => shareOf(home) * avoidersAt(home)));

/** Draws where somebody lives and what they speak: another spread for those whom services do not reach. */
export const homeOf = (avoids: boolean, random: RandomStream): Home =>
  homes[random.level(avoids ? sharesOfAvoiders : sharesOfReached)]!;
