import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import { Cohort } from '../../../data-contracts/schemas/cohort.ts';
import { maximumCohortRows } from '../../../data-contracts/schemas/cohort-request.ts';
import { EvidenceTag } from '../../../data-contracts/schemas/evidence-tag.ts';
import { Language } from '../../../data-contracts/schemas/fields.ts';
import { type ModelMonitoring, ModelStandingNote } from '../../../data-contracts/schemas/model-monitoring.ts';
import { modifiableFactors } from '../../../data-contracts/vocabularies/modifiable-factors.ts';
import { requestCohort } from '../../../functions/core/cohort/request-cohort.ts';
import { wordReason } from '../../../wording/word-reason.ts';
import { MemoryAuditLog } from '../audit/memory-audit-log.ts';
import { ledgerOf, silentLedger } from '../release/ledger-of.ts';
import {
  asTrained,
  at,
  clientOf,
  objection,
  peopleInCells,
  request,
  scores,
  smallCounty,
} from './small-county.ts';

const occasion = { at, requestId: 'r-1' };

async function answered(
  changes: Parameters<typeof request>[0] = {},
  county = smallCounty(),
): Promise<Cohort> {
  const outcome = await requestCohort(county.ports, request(changes), occasion);
  if (outcome.status !== 'answered') throw new Error(outcome.status);
  return Cohort.parse(outcome.cohort);
}

const without = { size: undefined };

describe('a cohort', () => {
  it('holds the likeliest who may be shown, in order, until so many are found', async () => {
    const cohort = await answered();
    const heldBack = [1, 3, 4, 5, 6, 7, 8, 10];
    const expected = scores.map((_, place) => place).filter((place) => !heldBack.includes(place));
    expect(cohort.rows.map(({ client }) => client)).toEqual(expected.slice(0, 10).map(clientOf));
    expect(cohort.rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('holds everyone at or above a threshold, and nobody below', async () => {
    const threshold = scores[12]?.probability_h1 as number;
    const cohort = await answered({ ...without, thresholdProbability: threshold });
    expect(cohort.rows.map(({ probability }) => probability[0]).every((each) => each >= threshold)).toBe(
      true,
    );
    expect(cohort.rows.at(-1)?.client).toBe(clientOf(12));
    expect(cohort.notes).not.toContain('fewer-than-asked');
  });

  it('is ranked and explained by the horizon asked, and shows both', async () => {
    const cohort = await answered({ horizonMonths: 36, reasonsShown: 2 });
    expect(cohort.horizonMonths).toBe(36);
    expect(cohort.rows[0]?.probability).toEqual([0.62, 0.88]);
    expect(cohort.rows[0]?.expectedCostCents).toEqual([2_350_000, 9_350_000]);
    expect(cohort.rows[0]?.reasons.map(({ group }) => group)).toEqual(['home-care', 'memory']);
  });

  it('keeps to the municipalities and ages asked', async () => {
    const cohort = await answered({
      municipalities: ['905', '399'],
      fromAgeYears: 75,
      toAgeYears: 84,
      size: 40,
    });
    expect(cohort.rows.length).toBeGreaterThan(0);
    for (const row of cohort.rows) {
      expect(['905', '399']).toContain(row.municipality);
      expect(['75-79', '80-84']).toContain(row.ageBand);
    }
    expect(cohort.notes).toContain('fewer-than-asked');
  });

  it('says how many of the whole programme are withheld and why, in steps of five, whatever is asked', async () => {
    const whole = await answered({ municipalities: undefined });
    expect(whole.withheld.byReason).toEqual([
      { reason: 'no-legal-basis-for-source', count: 'suppressed' },
      { reason: 'objection', count: 5 },
      { reason: 'restriction', count: 'suppressed' },
    ]);
    expect(whole.withheld.total).toBe(5);
    expect(whole.eligible).toBe(200);
    for (const changes of [{ size: 40 }, { municipalities: ['905'] }, { fromAgeYears: 80 as const }])
      expect((await answered(changes)).withheld).toEqual(whole.withheld);
  });

  it('tells what was so when the day began in Finland, whoever says no later in the day', async () => {
    const { ports } = smallCounty();
    const saidAt = (instant: string) =>
      ledgerOf(() => [{ ...objection('objection'), effectiveAt: instant, recordedAt: instant }]);
    const toldOf = async (instant: string) =>
      (await answered({}, smallCounty({ consentLedger: saidAt(instant) }))).withheld.byReason;
    expect(await toldOf('2025-05-31T20:59:59Z')).toContainEqual({ reason: 'objection', count: 40 });
    expect(await toldOf('2025-05-31T21:00:01Z')).toEqual([
      { reason: 'no-legal-basis-for-source', count: 'suppressed' },
    ]);
    expect((await answered({}, smallCounty({ ...ports, consentLedger: saidAt(at) }))).rows).toEqual([]);
  });

  it('counts who was not scored at all among the withheld', async () => {
    const { ports } = smallCounty();
    const describe = async () => ({
      ...(await ports.scores.describe()),
      withheldFromScoring: { objection: 7, 'no-relationship-with-county': 52 },
    });
    const { byReason } = (await answered({}, smallCounty({ scores: { ...ports.scores, describe } })))
      .withheld;
    expect(byReason).toContainEqual({ reason: 'objection', count: 15 });
    expect(byReason).toContainEqual({ reason: 'no-relationship-with-county', count: 50 });
  });

  it('reads the explanation of the released only', async () => {
    const county = smallCounty();
    const cohort = await answered({}, county);
    expect(county.explained).toEqual(cohort.rows.map(({ client }) => client));
  });

  it('shows nobody where fewer than five fit the question, and says why', async () => {
    const few = async () => peopleInCells(1);
    for (const [municipalities, fitting] of [
      [['905'], 2],
      [['905', '399'], 3],
      [['049'], 0],
    ] as const) {
      const { ports } = smallCounty();
      const county = smallCounty({ scores: { ...ports.scores, cells: few } });
      const cohort = await answered({ municipalities: [...municipalities], fromAgeYears: 90 }, county);
      expect(cohort.rows).toEqual([]);
      expect(cohort.eligible).toBe('suppressed');
      expect(cohort.notes).toContain('too-few-to-show');
      expect(cohort.notes).not.toContain('fewer-than-asked');
      expect(county.explained).toEqual([]);
      expect(county.audited).toMatchObject([
        { kind: 'access', outcome: 'allowed' },
        { kind: 'cohort-released', eligible: fitting, considered: 0, released: 0 },
      ]);
    }
    expect((await answered({ fromAgeYears: 90 })).rows.length).toBeGreaterThan(0);
    expect((await answered({ fromAgeYears: 90 })).notes).not.toContain('too-few-to-show');
  });

  it('asks for the people of a small cell with the whole county alone, and tells neither place nor age of theirs', async () => {
    const { ports } = smallCounty();
    const small = (score: (typeof scores)[number]) => score.municipality === '905' && score.age_years >= 90;
    const cells = async () =>
      peopleInCells(5).map((cell, place) => ({ ...cell, clients: small(scores[place]!) ? 1 : 5 }));
    const county = () => smallCounty({ wordReason, scores: { ...ports.scores, cells } });
    const theirs = scores.filter(small).map(({ client }) => client);
    for (const changes of [{ municipalities: ['905', '399'] }, { fromAgeYears: 85 as const }]) {
      const asked = await answered({ ...changes, size: 40 }, county());
      expect(asked.rows.filter(({ client }) => theirs.includes(client))).toEqual([]);
      expect(asked.rows.length).toBeGreaterThan(3);
    }
    const whole = await answered({ municipalities: undefined, size: 40, reasonsShown: 10 }, county());
    const shown = whole.rows.filter(({ client }) => theirs.includes(client));
    expect(shown).toHaveLength(1);
    for (const { ageBand, municipality } of shown)
      expect([ageBand, municipality]).toEqual(['suppressed', 'suppressed']);
  });

  it('tells what age comes to apart from reasons, and of nobody alone', async () => {
    const cohort = await answered({ language: 'en', reasonsShown: 10 }, smallCounty({ wordReason }));
    expect(cohort.typicalByAge.map(({ ageBand }) => ageBand)).toEqual([
      '65-74',
      '75-79',
      '80-84',
      '85-89',
      '90+',
    ]);
    for (const { reasons } of cohort.rows)
      expect(reasons.map(({ group }) => group)).not.toEqual(expect.arrayContaining(['age', 'sex']));
  });

  it('has in a column of its own what can be changed, in the answer’s language', async () => {
    for (const language of Language.options) {
      const { rows } = await answered({ language });
      const falls = { factor: 'falls', text: modifiableFactors.falls[language] };
      for (const { client, changeable } of rows) {
        const { falls_24 } = JSON.parse(scores.find((score) => score.client === client)!.feature_values);
        expect(changeable.some(({ factor }) => factor === 'falls')).toBe(falls_24 > 0);
        if (falls_24 > 0) expect(changeable[0]).toEqual(falls);
      }
    }
  });

  it('says that nobody has confirmed the cost, unless its value is verified or computed', async () => {
    for (const evidence of EvidenceTag.options) {
      const { programme } = smallCounty().ports;
      const outcomeCost = { ...programme.outcomeCost, evidence };
      const { notes } = await answered({}, smallCounty({ programme: { ...programme, outcomeCost } }));
      const isConfirmed = ['verified', 'computed'].includes(evidence);
      expect(notes.includes('cost-unconfirmed'), evidence).toBe(!isConfirmed);
    }
  });

  it('warns of a model that is stale, of people who have changed, and where neither is known', async () => {
    const warned = async (monitoring: ModelMonitoring | undefined) => {
      const { ports } = smallCounty();
      const describe = async () => ({ ...(await ports.scores.describe()), monitoring });
      return (await answered({}, smallCounty({ scores: { ...ports.scores, describe } }))).notes;
    };
    const standing = (notes: Cohort['notes']) =>
      notes.filter((note) => ModelStandingNote.options.some((one) => one === note));
    expect(standing(await warned(asTrained))).toEqual([]);
    const age = { ...asTrained.age!, isStale: true };
    const [first, ...rest] = asTrained.drift!.predictors;
    const predictors = [{ ...first!, level: 'strongly-shifted' as const }, ...rest];
    const drift = { ...asTrained.drift!, predictors };
    expect(standing(await warned({ ...asTrained, age, drift }))).toEqual([
      'model-stale',
      'people-strongly-shifted',
    ]);
    expect(standing(await warned({ ...asTrained, age, drift: null }))).toEqual([
      'model-stale',
      'model-not-watched',
    ]);
    for (const unknown of [undefined, { ...asTrained, age: null }, { ...asTrained, drift: null }])
      expect(standing(await warned(unknown))).toEqual(['model-not-watched']);
  });

  it('marks where its data come from, and that nobody has confirmed the legal bases', async () => {
    const cohort = await answered();
    expect(cohort.origin).toBe('simulated');
    expect(cohort.notes).toContain('legal-basis-unconfirmed');
  });
});

describe('the audit log of a cohort', () => {
  it('holds every decision and then the release, with exact counts and the digest of who was shown', async () => {
    const county = smallCounty();
    const cohort = await answered({}, county);
    const entries = county.audited.map((entry) => AuditEntry.parse(entry));
    const decisions = entries.flatMap((entry) => (entry.kind === 'release-decisions' ? entry.decisions : []));
    expect(decisions.map(([client]) => client)).toEqual(scores.slice(0, 18).map(({ client }) => client));
    expect(decisions[3]).toEqual([clientOf(3), ['no-legal-basis-for-source']]);
    const pseudonyms = cohort.rows.map(({ client }) => `${client}\n`).join('');
    expect(entries.at(-1)).toMatchObject({
      kind: 'cohort-released',
      at,
      requestId: 'r-1',
      eligible: 200,
      considered: 18,
      released: 10,
      withheldByReason: { 'no-legal-basis-for-source': 1, objection: 6, restriction: 1 },
      pseudonymsSha256: createHash('sha256').update(pseudonyms).digest('hex'),
    });
  });

  it('comes before the answer: where it cannot be written, nothing is given out', async () => {
    for (const failing of ['release-decisions', 'cohort-released']) {
      const county = smallCounty();
      const audit = new MemoryAuditLog();
      audit.append = async (entries: readonly AuditEntry[]) => {
        if (entries.some(({ kind }) => kind === failing)) throw new Error('disk full');
      };
      await expect(requestCohort({ ...county.ports, audit }, request(), occasion)).rejects.toThrow(
        'disk full',
      );
      if (failing === 'release-decisions') expect(county.explained).toEqual([]);
    }
  });

  it('holds a refusal of the whole question, before anyone is considered', async () => {
    const county = smallCounty();
    const asked = request({ purpose: 'outreach' });
    const outcome = await requestCohort(county.ports, asked, occasion);
    expect(outcome).toEqual({ status: 'refused', reason: 'role-not-permitted' });
    expect(county.audited).toMatchObject([
      { kind: 'access', outcome: 'refused', reason: 'role-not-permitted', asked },
    ]);
  });
});

describe('what ends otherwise', () => {
  it('takes no personal identity code for the requester, nor writes or repeats it', async () => {
    for (const field of ['id', 'unit'] as const) {
      for (const given of ['131052-308T', 'unit:131052-308t', '131052-308T.a']) {
        const county = smallCounty();
        const requester = { id: 'w-17', role: 'planner' as const, unit: 'unit-4', [field]: given };
        const asked = requestCohort(county.ports, request({ requester }), occasion);
        const error: Error = await asked.then(
          () => expect.fail('accepted'),
          (thrown) => thrown,
        );
        expect(error).toMatchObject({ code: 'identity-code-as-requester' });
        expect(error.message).toContain(`requester.${field}`);
        expect(error.message).not.toMatch(/131052/);
        expect(county.audited).toEqual([]);
      }
    }
  });

  it('refuses real people for whom nobody has confirmed a legal basis', async () => {
    const county = smallCounty();
    const describeReal = async () => ({
      ...(await county.ports.scores.describe()),
      origin: 'register' as const,
    });
    const ports = { ...county.ports, scores: { ...county.ports.scores, describe: describeReal } };
    expect(await requestCohort(ports, request(), occasion)).toEqual({
      status: 'refused',
      reason: 'no-legal-basis',
    });
  });

  it('withholds everyone whose ledger gives no answer', async () => {
    const cohort = await answered({}, smallCounty({ consentLedger: silentLedger }));
    expect(cohort.rows).toEqual([]);
    expect(cohort.withheld.byReason).toContainEqual({ reason: 'standing-unknown', count: 40 });
  });

  it('names the programme’s horizons when asked for another', async () => {
    const outcome = await requestCohort(smallCounty().ports, request({ horizonMonths: 24 }), occasion);
    expect(outcome).toEqual({ status: 'horizon-not-in-programme', horizonsMonths: [12, 36] });
  });

  it('stops at the most rows that one answer holds', async () => {
    const many = Array.from({ length: maximumCohortRows + 5000 }, (_, place) => ({
      client: clientOf(place),
      probability: 0.5,
      municipality: '905',
      ageYears: 80,
      serviceStatus: 'none' as const,
      livesAlone: 'yes' as const,
      sourcesUsed: 'primary-care',
    }));
    const county = smallCounty();
    const stored = {
      ...county.ports.scores,
      async *likeliestFirst() {
        for (let from = 0; from < many.length; from += 2048) yield many.slice(from, from + 2048);
      },
      explained: async (clients: readonly string[]) => clients.map((client) => ({ ...scores[0]!, client })),
    };
    const consentLedger = ledgerOf(() => []);
    const outcome = await requestCohort(
      { ...county.ports, scores: stored, consentLedger },
      request({ ...without, thresholdProbability: 0.1 }),
      occasion,
    );
    expect(outcome.status === 'answered' && outcome.cohort.rows.length).toBe(maximumCohortRows);
    expect(outcome.status === 'answered' && outcome.cohort.notes).toContain('more-than-shown');
  });
});
