import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsentEventKind } from '../../data-contracts/schemas/consent-event.ts';
import { DataSource } from '../../data-contracts/schemas/data-source.ts';
import type { LegalBasis } from '../../data-contracts/schemas/legal-basis.ts';
import { Purpose } from '../../data-contracts/schemas/purpose.ts';
import type { Requester } from '../../data-contracts/schemas/requester.ts';
import { useCases } from '../../data-contracts/schemas/use-case.ts';
import { recordConsents } from '../../functions/core/consent/record-consent.ts';
import { AnswerPseudonyms } from '../../functions/core/identity/unit-pseudonyms.ts';
import type { AuditLog } from '../../functions/core/ports/audit-log.ts';
import type { LedgerEvent } from '../../functions/core/ports/consent-ledger.ts';
import type { UnitRelationship } from '../../functions/core/ports/relationship-register.ts';
import { AccessRefused } from '../../functions/core/release/access.ts';
import type { AskedClient, GateQuestion } from '../../functions/core/release/gate-question.ts';
import { askGate } from '../../functions/core/release/release-gate.ts';
import type { StandingSources } from '../../functions/core/release/release-in-order.ts';
import { UnitedConsentLedger } from '../../functions/core/release/united-consent-ledger.ts';
import { MemoryConsentRecords } from '../contract/consent-ledger/memory-consent-records.ts';
import { ledgerOf } from '../unit/release/ledger-of.ts';
import { otherUnit, people, type Step, steps, units } from './gate-steps.ts';
import { dayOf, ReferenceGate, type Said } from './reference-gate.ts';

/** 20,000 in the usual tests; CI's longer suite asks for 1,000,000. */
const stepsWanted = Number(process.env.ENNAKKO_GATE_STEPS ?? 20_000);

const winter = Date.UTC(2026, 0, 1);
const instant = (minute: number) => new Date(winter + minute * 60_000).toISOString();
const isoDay = (day: number) => new Date(winter + day * 86_400_000).toISOString().slice(0, 10);

const pseudonymOf = (person: number) => String(person).repeat(32);
const known = new Set(people.map(pseudonymOf));
const pseudonyms = new AnswerPseudonyms(new Uint8Array(32).fill(7));

const kindOf = ({ about, isGiven }: Pick<Said, 'about' | 'isGiven'>) =>
  (about === 'consent'
    ? `consent-${isGiven ? 'given' : 'withdrawn'}`
    : `${about === 'erasure' ? 'erasure-request' : about}${isGiven ? '' : '-lifted'}`) as ConsentEventKind;

/** The real gate and the reference side by side, told the same. */
class Both {
  readonly #reference = new ReferenceGate();
  readonly #records = new MemoryConsentRecords();
  readonly #delivered = new Map<string, LedgerEvent[]>(people.map((one) => [pseudonymOf(one), []]));
  readonly #relationships = new Map<string, UnitRelationship[]>(people.map((one) => [pseudonymOf(one), []]));
  /** Every pseudonym that was told, and to whom. */
  readonly #toldTo = new Map<string, string>();
  #bases: LegalBasis[] = [];
  #now = 10 * 1440;
  #told = 0;
  released = 0;
  refused = 0;
  recorded = 0;
  notRecorded = 0;

  /** The law as it usually is, and everybody known to a unit. */
  constructor() {
    for (const forWhat of Purpose.options)
      for (const ofWhat of DataSource.options.slice(1, 4))
        this.#enact({
          do: 'enact',
          purpose: forWhat,
          source: ofWhat,
          needsConsent: forWhat === 'outreach',
          from: -5,
          days: null,
        });
    for (const one of people.slice(0, 2))
      this.#meet({
        do: 'meet',
        person: one,
        unit: units[one] as string,
        from: -5,
        days: null,
        isTold: false,
      });
    for (const one of people) {
      const what = { person: one, about: 'consent', isGiven: true, purpose: 'all', source: 'all' } as const;
      this.#deliver({ do: 'deliver', what, ago: 9000, late: 0 });
    }
  }

  async take(step: Step): Promise<void> {
    if (step.do === 'wait') this.#now += step.minutes;
    if (step.do === 'record') await this.#record(step);
    if (step.do === 'deliver') this.#deliver(step);
    if (step.do === 'meet') this.#meet(step);
    if (step.do === 'enact') this.#enact(step);
    if (step.do === 'repeal') {
      this.#bases = this.#bases.filter((_, place) => place !== step.which);
      this.#reference.bases = this.#reference.bases.filter((_, place) => place !== step.which);
    }
    if (step.do === 'ask') await this.#ask(step);
  }

  /** Recorded by the one way there is, of whom the requester names; what may not be recorded changes nothing. */
  async #record(step: Extract<Step, { do: 'record' }>): Promise<void> {
    const { what, ahead, document, lasts, role, unit: own, isNamedAsOwn } = step;
    const from = this.#now + (ahead ?? 0);
    const until = what.isGiven && lasts !== null ? from + lasts : undefined;
    const word = { ...what, from, known: this.#now, until, document: document ?? undefined } as Said;
    const represents = step.represents ?? what.person;
    const byWhom = { role, unit: own, represents, isNamedAsOwn, now: this.#now };
    const mayRecord = this.#reference.mayRecord(byWhom, word);
    if (mayRecord && isNamedAsOwn) this.#reference.said.push(word);
    const namedBy = isNamedAsOwn ? own : otherUnit(own);
    const name = pseudonyms.for({ role, unit: namedBy }).outside(pseudonymOf(what.person));
    const says = this.#told.toString(16).padStart(16, '0');
    const notice = {
      client: pseudonyms.for({ role, unit: own }).inside(name),
      consentEventId: `r-${1e6 - this.#told++}`,
      kind: kindOf(what as Said),
      purpose: what.purpose as Purpose,
      coveredSource: what.source as DataSource,
      channel: 'visit',
      ...(ahead !== null && { effectiveAt: instant(from) }),
      ...(until !== undefined && { endsAt: instant(until) }),
      ...(document !== null && { document: { id: String(document).repeat(32), says } }),
    } as const;
    const standsFor = role === 'client-representative' && { represents: pseudonymOf(represents) };
    const recording = { requester: { id: 'w-1', role, unit: own, ...standsFor }, notices: [notice] };
    const ports = {
      records: this.#records,
      audit: nowhere,
      relationships: { relationshipsOf: async () => this.#relationships },
      erasures: { clients: async () => new Set<string>() },
    };
    const isRecorded = await recordConsents(ports, recording, instant(this.#now)).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof AccessRefused)) throw error;
        return false;
      },
    );
    expect(isRecorded, JSON.stringify({ ...byWhom, ...word })).toBe(mayRecord);
    if (isRecorded) this.recorded += 1;
    else this.notRecorded += 1;
  }

  /** Delivered events come with ids and no sequence, so each is known at an instant of its own. */
  #deliver({ what, ago, late }: Extract<Step, { do: 'deliver' }>): void {
    const from = this.#now - ago;
    const known = Math.min(this.#now, from + late) - (1 + this.#told++) / 1e4;
    this.#reference.said.push({ ...what, from, known } as Said);
    this.#delivered.get(pseudonymOf(what.person))?.push({
      consentEventId: `d-${this.#told}`,
      kind: kindOf(what as Said),
      purpose: what.purpose as Purpose,
      coveredSource: what.source as DataSource,
      effectiveAt: instant(from),
      recordedAt: instant(known),
    });
  }

  #meet({ person: who, unit: where, from, days, isTold }: Extract<Step, { do: 'meet' }>): void {
    const firstDay = dayOf(this.#now) + from;
    const lastDay = days === null ? undefined : firstDay + days;
    const knownDay = isTold ? dayOf(this.#now) : firstDay;
    this.#reference.ties.push({ person: who, unit: where, firstDay, knownDay, lastDay: lastDay ?? 1e9 });
    this.#relationships.get(pseudonymOf(who))?.push({
      unit: where,
      startedOn: isoDay(firstDay),
      recordedOn: isoDay(knownDay),
      ...(lastDay !== undefined && { endedOn: isoDay(lastDay) }),
    });
  }

  #enact(step: Extract<Step, { do: 'enact' }>): void {
    const firstDay = dayOf(this.#now) + step.from;
    const lastDay = step.days === null ? undefined : firstDay + step.days;
    const { purpose: forWhat, source: ofWhat, needsConsent } = step;
    this.#reference.bases.push({
      purpose: forWhat,
      source: ofWhat,
      needsConsent,
      firstDay,
      lastDay: lastDay ?? 1e9,
    });
    this.#bases.push({
      legalBasisId: 'b',
      purpose: forWhat as Purpose,
      dataSource: ofWhat as DataSource,
      kind: needsConsent ? 'consent' : 'statute',
      provision: { fi: 'laki', sv: 'lag', en: 'act' },
      inForceFrom: isoDay(firstDay),
      ...(lastDay !== undefined && { inForceTo: isoDay(lastDay) }),
      confirmed: true,
    });
  }

  /** Through the one door. */
  async #releasedOf(standing: StandingSources, question: GateQuestion, batch: readonly AskedClient[]) {
    const clock = { now: () => instant(this.#now) };
    const ports = { ...standing, legalBases: this.#bases, audit: nowhere, clock, newId: () => 'r-1' };
    const session = await askGate(ports, question);
    if (session.status === 'refused') return new Set<string>();
    return new Set((await session.release(batch)).map(({ client }) => client));
  }

  /** Asks about everybody at once, as the gate is asked. */
  async #ask({
    ago,
    who: [role, useCase],
    unit: own,
    ofOwnUnit,
    otherPurpose,
    sources,
  }: Extract<Step, { do: 'ask' }>) {
    const asOf = this.#now - ago;
    const ofUnit = ofOwnUnit ? own : otherUnit(own);
    const forWhat = (otherPurpose ?? useCases[useCase].purpose ?? 'planning') as Purpose;
    const standing = {
      consentLedger: new UnitedConsentLedger(
        ledgerOf((client) => this.#delivered.get(client)!),
        this.#records,
      ),
      relationships: { relationshipsOf: async () => this.#relationships },
    };
    const question = {
      useCase,
      subject: { unit: ofUnit },
      purpose: forWhat,
      requester: { id: 'w-1', role, unit: own },
      originOf: async () => 'simulated' as const,
      occasion: { at: instant(asOf), requestId: 'r-1', ...(ago > 0 && { isAsOf: true as const }) },
    };
    const batch = people.map((one) => ({
      client: pseudonymOf(one),
      probability: 0.5,
      sourcesUsed: sources.join(','),
    }));
    const released = await this.#releasedOf(standing, question, batch);
    people.forEach((one) => {
      const asked = {
        person: one,
        role,
        unit: own,
        ofUnit,
        useCase,
        purpose: forWhat,
        sources,
        now: asOf,
      };
      const mayBeReleased = this.#reference.releases(asked);
      expect(released.has(pseudonymOf(one)), JSON.stringify(asked)).toBe(mayBeReleased);
      if (mayBeReleased) this.released += 1;
      else this.refused += 1;
    });
    this.#tell({ role, unit: own }, [...released]);
  }

  /** Whom an asker is told of, they can name; nobody of another unit can, and it is never the lake's pseudonym. */
  #tell(asker: Pick<Requester, 'role' | 'unit'>, released: readonly string[]): void {
    const whose = `${asker.role === 'client-representative'} ${asker.unit}`;
    for (const client of released) {
      const name = pseudonyms.for(asker).outside(client);
      expect([this.#toldTo.get(name) ?? whose, known.has(name)]).toEqual([whose, false]);
      this.#toldTo.set(name, whose);
      expect(pseudonyms.for(asker).inside(name)).toBe(client);
      expect(known.has(pseudonyms.for({ ...asker, unit: otherUnit(asker.unit) }).inside(name))).toBe(false);
    }
  }
}

/** What is logged is looked at elsewhere; here it would be a million lines. */
const nowhere: AuditLog = {
  append: async () => {},
  async *lines() {},
  lastInstant: async () => undefined,
  verify: async () => ({ lines: 0, headHash: '', damage: undefined, faults: [] }),
  end: async () => ({ lines: 0, hash: '' }),
};

describe('the release gate against a tiny reference', () => {
  it(`releases exactly whom the reference releases, over ${stepsWanted} random steps`, async () => {
    const counted = { steps: 0, released: 0, refused: 0, recorded: 0, notRecorded: 0 };
    const stories = fc.array(steps, { minLength: 20, maxLength: 80, size: 'max' });
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const both = new Both();
        for (const step of story) await both.take(step);
        counted.steps += story.length;
        counted.released += both.released;
        counted.refused += both.refused;
        counted.recorded += both.recorded;
        counted.notRecorded += both.notRecorded;
      }),
      { numRuns: Math.ceil(stepsWanted / 45), seed: 1 },
    );
    expect(counted.steps).toBeGreaterThanOrEqual(stepsWanted);
    // A test in which nobody is ever released, or refused, would see nothing.
    expect(counted.released).toBeGreaterThan(counted.steps / 50);
    expect(counted.refused).toBeGreaterThan(counted.steps / 50);
    expect(counted.recorded).toBeGreaterThan(counted.steps / 20);
    expect(counted.notRecorded).toBeGreaterThan(counted.steps / 50);
  }, 3_600_000);
});
