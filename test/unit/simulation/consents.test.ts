import { beforeAll, describe, expect, it } from 'vitest';
import { consents } from '../../../runner/simulation/assumptions.ts';
import { BirthSlots } from '../../../runner/simulation/birth-slots.ts';
import { Lives } from '../../../runner/simulation/life.ts';
import { StartingStates } from '../../../runner/simulation/starting-states.ts';
import { writeClient } from '../../../runner/simulation/write-client.ts';
import { population } from './population.ts';

const people = 6000;

/** What somebody said, in the order in which it was written. */
interface Saying {
  readonly kind: string;
  readonly purpose: string;
  readonly coveredSource: string;
  readonly effectiveAt: string;
}

const saidByEach: Saying[][] = [];
beforeAll(() => {
  const lives = new Lives(3, new BirthSlots(3), population, new StartingStates(population));
  for (let number = 0; number < people; number++) {
    const said: Saying[] = [];
    const put = (_: number, table: string, line: string) => {
      if (table !== 'consent-events') return;
      const [, , kind, purpose, coveredSource, effectiveAt] = line.split(',') as string[];
      said.push({ kind, purpose, coveredSource, effectiveAt } as Saying);
    };
    writeClient(lives.lifeOf(number), 3, { put, putCorrection: () => {} });
    saidByEach.push(said);
  }
});

const givenBy = (said: readonly Saying[]) => said.find(({ kind }) => kind === 'consent-given');
const takenBackBy = (said: readonly Saying[]) => said.find(({ kind }) => kind === 'consent-withdrawn');
const consenting = () => saidByEach.filter(givenBy);

/** Within four standard errors of a share of as many draws: seeded, and so always or never. */
function expectShare(seen: number, draws: number, share: number): void {
  const error = Math.sqrt((share * (1 - share)) / draws);
  expect(seen / draws).toBeGreaterThan(share - 4 * error);
  expect(seen / draws).toBeLessThan(share + 4 * error);
}

describe('what simulated people say of being reached', () => {
  it('is a consent of as many as is assumed, each once, and to outreach alone', () => {
    expectShare(consenting().length, people, consents.outreachConsentShare);
    for (const said of consenting()) {
      expect(said.filter(({ kind }) => kind === 'consent-given')).toHaveLength(1);
      expect(givenBy(said)!.purpose).toBe('outreach');
    }
  });

  it('covers every source, but for those who consented by the form of an earlier pilot', () => {
    const covered = consenting().map((said) => givenBy(said)!.coveredSource);
    expect(new Set(covered)).toEqual(new Set(['all', 'social-care']));
    const ofPilot = covered.filter((source) => source === 'social-care');
    expectShare(ofPilot.length, covered.length, consents.pilotConsentShare);
  });

  it('is taken back by as many as is assumed, later, and as it was given', () => {
    const withdrawn = consenting().filter(takenBackBy);
    expectShare(withdrawn.length, consenting().length, consents.withdrawnShare);
    for (const said of withdrawn) {
      const [given, takenBack] = [givenBy(said)!, takenBackBy(said)!];
      expect(takenBack).toMatchObject({ purpose: given.purpose, coveredSource: given.coveredSource });
      expect(takenBack.effectiveAt >= given.effectiveAt).toBe(true);
    }
    expect(saidByEach.filter((said) => takenBackBy(said) && !givenBy(said))).toEqual([]);
  });

  it('is an objection or a prohibition of as few as is assumed', () => {
    const sayers = (kind: string) =>
      saidByEach.filter((said) => said.some((one) => one.kind === kind)).length;
    expectShare(sayers('objection'), people, consents.objectionShare);
    expectShare(sayers('prohibition'), people, consents.prohibitionShare);
  });
});
