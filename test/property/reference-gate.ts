/**
 * The release gate once more, as small as it can be said, to hold the real one against. It shares no code with
 * it: it knows times as minutes of one winter, in which Finland is two hours ahead, and looks up rather than
 * folds.
 */
export interface Said {
  readonly person: number;
  readonly about: 'consent' | 'objection' | 'prohibition' | 'restriction' | 'erasure';
  readonly isGiven: boolean;
  readonly purpose: string;
  readonly source: string;
  /** Minutes; what was said holds from then, once the county knows it. */
  readonly from: number;
  readonly known: number;
}

export interface Basis {
  readonly purpose: string;
  readonly source: string;
  readonly needsConsent: boolean;
  readonly firstDay: number;
  readonly lastDay: number;
}

export interface Tie {
  readonly person: number;
  readonly unit: string;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly knownDay: number;
}

export interface Asked {
  readonly person: number;
  readonly role: string;
  readonly unit: string;
  readonly ofUnit: string;
  readonly useCase: string;
  readonly purpose: string;
  readonly sources: readonly string[];
  readonly now: number;
}

export const dayOf = (minute: number) => Math.floor((minute + 120) / 1440);

const purposeOf: Record<string, string> = {
  'ask-cohort': 'planning',
  'ask-plan': 'planning',
  'train-model': 'model-development',
  'estimate-effects': 'model-development',
  'read-statistics': 'statistics',
  'make-outreach-list': 'outreach',
  'open-outreach-list': 'outreach',
  'export-outreach-list': 'outreach',
  'record-outcome': 'outreach',
  'close-outreach-list': 'outreach',
};
const allowed = new Set([
  'planner ask-cohort',
  'planner ask-plan',
  'planner read-statistics',
  'planner make-outreach-list',
  'prevention-worker open-outreach-list',
  'prevention-worker export-outreach-list',
  'prevention-worker record-outcome',
  'prevention-worker close-outreach-list',
  'knowledge-manager ask-cohort',
  'knowledge-manager train-model',
  'knowledge-manager estimate-effects',
  'knowledge-manager read-statistics',
]);
const naming = new Set(['open-outreach-list', 'export-outreach-list']);
const ofOwnUnit = new Set([...naming, 'record-outcome', 'close-outreach-list']);
const knownSources = new Set(
  'population-register social-care primary-care specialised-care rai claims'.split(' '),
);

export class ReferenceGate {
  readonly said: Said[] = [];
  readonly ties: Tie[] = [];
  bases: Basis[] = [];

  releases(asked: Asked): boolean {
    const { role, useCase, unit, ofUnit, purpose, sources, person, now } = asked;
    if (!allowed.has(`${role} ${useCase}`) || purposeOf[useCase] !== purpose) return false;
    if (ofOwnUnit.has(useCase) && unit !== ofUnit) return false;
    if (sources.length === 0) return false;
    for (const source of sources) {
      if (!knownSources.has(source)) return false;
      const day = dayOf(now);
      const bases = this.bases.filter(
        (basis) =>
          basis.purpose === purpose &&
          basis.source === source &&
          basis.firstDay <= day &&
          day <= basis.lastDay,
      );
      if (bases.length === 0) return false;
      if (bases.every(({ needsConsent }) => needsConsent) && !this.#says('consent', asked, source))
        return false;
      for (const against of ['objection', 'prohibition', 'restriction', 'erasure'] as const)
        if (this.#says(against, asked, source)) return false;
    }
    if (!naming.has(useCase)) return true;
    return this.ties.some(
      (tie) =>
        tie.person === person &&
        tie.unit === unit &&
        Math.max(tie.firstDay, tie.knownDay) <= dayOf(now) &&
        dayOf(now) <= tie.lastDay,
    );
  }

  /** The last word that speaks of this: the one that holds from latest, and of those the one last known. */
  #says(about: Said['about'], { person, purpose, now }: Asked, source: string): boolean {
    let last: Said | undefined;
    for (const word of this.said) {
      if (word.person !== person || word.about !== about || word.from > now || word.known > now) continue;
      if (word.purpose !== 'all' && word.purpose !== purpose) continue;
      if (word.source !== 'all' && word.source !== source) continue;
      if (
        last === undefined ||
        word.from > last.from ||
        (word.from === last.from && word.known >= last.known)
      )
        last = word;
    }
    return last?.isGiven ?? false;
  }
}
