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
  /** What is given holds until then. */
  readonly until?: number | undefined;
  /** The document that says it; of one document the last telling is all that it says. */
  readonly document?: number | undefined;
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

/** Somebody who tells what a person has said; who is named by another unit's pseudonym is nobody. */
export interface Recording {
  readonly role: string;
  readonly unit: string;
  /** Whom a representative stands for. */
  readonly represents: number;
  readonly isNamedAsOwn: boolean;
  readonly now: number;
}

export const dayOf = (minute: number) => Math.floor((minute + 120) / 1440);

const purposeOf: Record<string, string> = {
  'ask-cohort': 'planning',
  'ask-plan': 'planning',
  'train-model': 'model-development',
  'ask-hidden-demand': 'planning',
  'score-clients': 'profiling',
  'find-hidden-demand': 'hidden-demand',
  'read-hidden-statistics': 'statistics',
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
  'planner ask-hidden-demand',
  'planner read-statistics',
  'planner read-hidden-statistics',
  'planner make-outreach-list',
  'prevention-worker open-outreach-list',
  'prevention-worker export-outreach-list',
  'prevention-worker record-outcome',
  'prevention-worker close-outreach-list',
  'knowledge-manager ask-cohort',
  'knowledge-manager train-model',
  'knowledge-manager score-clients',
  'knowledge-manager find-hidden-demand',
  'knowledge-manager estimate-effects',
  'knowledge-manager read-statistics',
]);
const naming = new Set(['open-outreach-list', 'export-outreach-list']);
/** What rests on scores needs that the person may be profiled as well. */
const onHidden = new Set(['ask-hidden-demand', 'read-hidden-statistics']);
const onScores = new Set([
  ...naming,
  ...onHidden,
  'ask-cohort',
  'ask-plan',
  'read-statistics',
  'make-outreach-list',
]);
const scoring = { role: 'knowledge-manager', useCase: 'score-clients', purpose: 'profiling' };
const finding = { role: 'knowledge-manager', useCase: 'find-hidden-demand', purpose: 'hidden-demand' };
const ofOwnUnit = new Set([...naming, 'record-outcome', 'close-outreach-list']);
const knownSources = new Set(
  'population-register social-care primary-care specialised-care rai claims'.split(' '),
);

export class ReferenceGate {
  readonly said: Said[] = [];
  readonly ties: Tie[] = [];
  bases: Basis[] = [];

  /** Whether the one who tells it may: anybody of anybody, a unit of its own people, a person of themselves. */
  mayRecord(
    { role, unit, represents, isNamedAsOwn, now }: Recording,
    { person, about, isGiven, document }: Said,
  ): boolean {
    if (role === 'data-protection-officer') return true;
    if (!isNamedAsOwn) return false;
    if (role === 'client-representative') return represents === person;
    if (role !== 'prevention-worker') return false;
    const before = this.said.findLast((word) => word.person === person && word.document === document);
    const wasAgainst = document !== undefined && before?.about === 'prohibition' && before.isGiven;
    const lifts = wasAgainst || (about !== 'consent' && !isGiven);
    return !lifts && this.#isTied(person, dayOf(now), unit);
  }

  releases(asked: Asked): boolean {
    const alsoAsked = [
      ...(onScores.has(asked.useCase) ? [scoring] : []),
      ...(onHidden.has(asked.useCase) ? [finding] : []),
    ];
    return this.#isAllowed(asked) && alsoAsked.every((one) => this.#isAllowed({ ...asked, ...one }));
  }

  #isAllowed(asked: Asked): boolean {
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
    const isProfiling = useCase === 'score-clients' || useCase === 'find-hidden-demand';
    if (!naming.has(useCase) && !isProfiling) return true;
    return this.#isTied(person, dayOf(now), isProfiling ? undefined : unit);
  }

  /** To the unit, or to any. */
  #isTied(person: number, day: number, unit: string | undefined): boolean {
    return this.ties.some(
      (tie) =>
        tie.person === person &&
        (unit === undefined || tie.unit === unit) &&
        Math.max(tie.firstDay, tie.knownDay) <= day &&
        day <= tie.lastDay,
    );
  }

  /**
   * Whether somebody's yes stands: one that is still told by its document, has not ended, and was not taken back by a
   * later word that the person said by themselves.
   */
  #says(about: Said['about'], { person, purpose, now }: Asked, source: string): boolean {
    const told = this.said.filter((word) => word.person === person && word.known <= now);
    const isReplaced = (word: Said, place: number) =>
      word.document !== undefined && told.findLastIndex((one) => one.document === word.document) !== place;
    const words = told.filter(
      (word, place) =>
        !isReplaced(word, place) &&
        word.about === about &&
        word.from <= now &&
        (word.purpose === 'all' || word.purpose === purpose) &&
        (word.source === 'all' || word.source === source),
    );
    const isLater = (one: number, other: number) => {
      const [a, b] = [words[one], words[other]] as [Said, Said];
      if (a.from !== b.from) return a.from > b.from;
      return a.known === b.known ? one > other : a.known > b.known;
    };
    return words.some(
      (given, place) =>
        given.isGiven &&
        (given.until === undefined || now < given.until) &&
        !words.some((word, later) => !word.isGiven && word.document === undefined && isLater(later, place)),
    );
  }
}
