import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import { textOf } from '../../../functions/adapters/objects/object-store.ts';
import { chainLines } from '../../../functions/core/audit/audit-chain.ts';
import { refuseClockSetBack } from '../../../functions/core/release/clock-set-back.ts';
import { anna, bo, eventKey, officer, watchedHome } from './watched-home.ts';

describe('an event of the ledger that is not as it was written', () => {
  it('makes its one person unknown, and is put back from the log when it is set aside', async () => {
    const home = watchedHome();
    await home.say('objection');
    await home.say('objection', { client: bo });
    expect(await home.codes()).toEqual([]);
    await home.ledger.put(eventKey(1), Buffer.from('{"client":"'));
    expect(await home.stands()).toBeUndefined();
    expect(await home.stands(bo)).toEqual(['objection']);
    const [finding] = await home.findings();
    expect(finding).toEqual({
      code: 'consent-unreadable',
      id: expect.stringMatching(/^consent-1-[0-9a-f]{12}$/),
      where: 'consents/aa',
      sequence: 1,
    });
    expect(JSON.stringify(finding)).not.toContain(anna);
    await home.say('restriction');
    expect(await home.stands()).toBeUndefined();
    await home.setAside((finding as { id: string }).id);
    expect(await home.stands()).toEqual(['objection', 'restriction']);
    expect(await home.codes()).toEqual([]);
    expect(await home.notes()).toMatchObject([
      { code: 'set-aside', by: 'dpo-1', at: '2026-03-01T09:00:00.000Z' },
    ]);
  });

  it('is noticed wherever it is changed, cut or gone, at every byte, and the others stand as they stood', async () => {
    const home = watchedHome();
    await home.say('consent-given');
    await home.say('consent-withdrawn');
    await home.say('objection', { client: bo });
    const whole = Buffer.from((await home.ledger.get(eventKey(2)))!.content);
    for (let at = 0; at <= whole.length; at += 1) {
      const changed = Buffer.from(whole);
      if (at < whole.length) changed[at] = changed[at]! ^ 1;
      for (const spoiled of at < whole.length ? [changed, whole.subarray(0, at)] : [undefined]) {
        // A last line feed more or less is another file of the same event.
        if (spoiled && sameEvent(spoiled, whole)) continue;
        if (spoiled) await home.ledger.put(eventKey(2), spoiled);
        else await home.ledger.remove([eventKey(2)]);
        expect(await home.codes(), `byte ${at}`).toHaveLength(1);
        expect(await home.stands(bo)).toEqual(['objection']);
      }
    }
    await home.setAsideAll();
    expect(await home.codes()).toEqual([]);
    expect(await home.stands()).toEqual([]);
  }, 60_000);

  it('restricts everything where neither the ledger nor the log can tell what was said', async () => {
    const home = watchedHome();
    await home.records.record(
      {
        client: anna,
        consentEventId: 'lost',
        kind: 'consent-given',
        purpose: 'all',
        coveredSource: 'all',
        channel: 'visit',
        recordedBy: 'w',
      },
      home.clock.now(),
    );
    await home.ledger.put(eventKey(1), Buffer.from('\u0000\u0000'));
    await home.setAsideAll();
    expect(await home.stands()).toEqual(['restriction']);
    await home.say('restriction-lifted');
    expect(await home.stands()).toEqual([]);
    expect(await home.codes()).toEqual([]);
  });

  it('that was put there by hand is found, and permits nothing once it is set aside', async () => {
    for (const [kind, stands] of [
      ['consent-given', []],
      ['objection', ['objection']],
    ] as const) {
      const home = watchedHome();
      await home.say('consent-withdrawn');
      const own = JSON.parse((await textOf(home.ledger, eventKey(1)))!);
      const byHand = { ...own, kind, sequence: 2, consentEventId: 'by-hand' };
      await home.ledger.put(eventKey(2), Buffer.from(JSON.stringify(byHand)));
      expect(await home.codes()).toEqual(['consent-not-in-log']);
      await home.setAsideAll();
      expect(await home.codes()).toEqual([]);
      expect(await home.stands()).toEqual(stands);
    }
  });

  it('that was put there by hand under an id that the log has is found as well', async () => {
    const home = watchedHome();
    await home.say('objection');
    const own = JSON.parse((await textOf(home.ledger, eventKey(1)))!);
    await home.ledger.put(
      eventKey(2),
      Buffer.from(JSON.stringify({ ...own, kind: 'objection-lifted', sequence: 2 })),
    );
    expect(await home.stands()).toEqual([]);
    expect(await home.codes()).toEqual(['consent-not-in-log']);
    await home.setAsideAll();
    expect(await home.stands()).toEqual(['objection']);
  });

  it('is not set aside by anything put beside it by hand: that is found, and put right', async () => {
    const home = watchedHome();
    await home.say('objection');
    const bytes = (await home.ledger.get(eventKey(1)))!.content;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const aside = { of: 'consent', client: anna, sequence: 1, sha256, instead: null };
    await home.ledger.put(
      `aa/${anna}/000001-${sha256.slice(0, 12)}.aside`,
      Buffer.from(JSON.stringify(aside)),
    );
    expect(await home.codes()).toEqual(['consent-aside-not-in-log']);
    await home.setAsideAll();
    expect(await home.codes()).toEqual([]);
    expect(await home.stands()).toEqual(['objection']);
  });

  it('comes back from the log where the end of somebody’s ledger was taken away', async () => {
    const home = watchedHome();
    await home.say('consent-given');
    await home.say('objection');
    await home.say('prohibition');
    await home.ledger.remove([eventKey(2), eventKey(3)]);
    expect(await home.stands()).toEqual(['consent']);
    expect(await home.codes()).toEqual(['consent-not-as-recorded', 'consent-not-as-recorded']);
    await home.setAsideAll();
    expect(await home.stands()).toEqual(['consent', 'objection', 'prohibition']);
    expect(await home.codes()).toEqual([]);
    await home.say('objection-lifted');
    expect(await home.stands()).toEqual(['consent', 'prohibition']);
  });
});

/** Of the same shard as the first. */
const near = `aa${'0'.repeat(30)}`;

describe('a recording that was cut off', () => {
  it('is told of, is not taken for a forgery, and is finished by a later one', async () => {
    const home = watchedHome();
    const cut = home.ledger.putIfAbsent.bind(home.ledger);
    home.ledger.putIfAbsent = () => Promise.reject(new Error('cut'));
    await expect(home.say('objection')).rejects.toThrow('cut');
    home.ledger.putIfAbsent = cut;
    expect(await home.codes()).toEqual([]);
    expect(await home.notes()).toEqual([{ code: 'consent-under-way', times: 1 }]);
    expect(await home.stands()).toEqual([]);
    await home.say('restriction', { client: bo });
    expect(await home.stands()).toEqual([]);
    home.at('2026-03-01T09:20:00.000Z');
    await home.say('restriction-lifted', { client: near });
    expect(await home.stands()).toEqual(['objection']);
    expect(await home.codes()).toEqual([]);
    expect(await home.notes()).toEqual([]);
  });

  it('is forgotten where the log never heard of it', async () => {
    const home = watchedHome();
    const append = home.log.putIfAbsent.bind(home.log);
    home.log.putIfAbsent = () => Promise.reject(new Error('cut'));
    await expect(home.say('objection')).rejects.toThrow('cut');
    home.log.putIfAbsent = append;
    home.at('2026-03-02T09:00:00.000Z');
    await home.say('restriction', { client: near });
    expect(await home.stands()).toEqual([]);
    expect(await home.notes()).toEqual([]);
  });

  it('is no way to have something logged that was never said', async () => {
    const home = watchedHome();
    await home.say('objection');
    const own = JSON.parse((await textOf(home.ledger, eventKey(1)))!);
    const forged = { ...own, kind: 'objection-lifted', sequence: 2, consentEventId: 'forged' };
    await home.ledger.put('under-way/aa.json', Buffer.from(JSON.stringify({ event: forged })));
    home.at('2026-03-02T09:00:00.000Z');
    await home.say('restriction', { client: near });
    expect(await home.stands()).toEqual(['objection']);
    expect((await home.entries()).filter(({ kind }) => kind === 'consent-recorded')).toHaveLength(2);
  });
});

describe('a clock that was once ahead', () => {
  const ahead = async () => {
    const home = watchedHome();
    await home.say('consent-given');
    home.at('2036-03-01T09:00:00.000Z');
    await home.say('consent-given', { client: bo });
    home.at('2026-03-01T10:00:00.000Z');
    return home;
  };

  it('stops releases, whoever says something meanwhile, until its lines are set aside, and no longer', async () => {
    const home = await ahead();
    const isRefused = () =>
      refuseClockSetBack(home.audit, home.clock.now()).then(
        () => false,
        () => true,
      );
    expect(await isRefused()).toBe(true);
    await home.say('objection');
    expect(await isRefused()).toBe(true);
    const findings = await home.findings();
    expect(findings).toMatchObject([
      { code: 'audit-instant-ahead', line: 2, through: 2 },
      { code: 'consent-instant-ahead', where: 'consents/bb', sequence: 1 },
    ]);
    await home.setAside((findings[0] as { id: string }).id);
    expect(await isRefused()).toBe(false);
    expect(await home.codes()).toEqual([]);
    expect((await home.notes()).map(({ code }) => code)).toEqual(['set-aside', 'set-aside']);
  });

  it('keeps nobody’s objection waiting for its instant', async () => {
    const home = await ahead();
    await home.say('objection', { client: bo });
    expect(await home.stands(bo)).toEqual([]);
    await home.setAsideAll();
    expect(await home.stands(bo)).toEqual(['consent', 'objection']);
    home.at('2026-03-01T10:00:01.000Z');
    await home.say('consent-withdrawn', { client: bo });
    expect(await home.stands(bo)).toEqual(['objection']);
  });
});

describe('a home in which an earlier version kept an instant of the year 10000', () => {
  /** As that version wrote them: the log and the ledger hold what neither of them reads. */
  const broken = async () => {
    const home = watchedHome();
    await home.say('objection', { client: bo });
    const [given] = await home.say('consent-given');
    const event = {
      ...given!,
      consentEventId: 'fhir-0123456789abcdef0123456789abcdef',
      kind: 'consent-withdrawn',
      effectiveAt: '+010000-01-01T00:00:00.000Z',
      sequence: 2,
    };
    await home.ledger.put(eventKey(2), Buffer.from(`${JSON.stringify(event)}\n`));
    const entry = {
      kind: 'consent-recorded',
      at: given!.recordedAt,
      requestId: 'r',
      requester: officer,
      event,
    };
    const { hash } = JSON.parse((await textOf(home.log, 'head.json'))!);
    const { text, end } = chainLines({ lines: 2, hash }, [entry as AuditEntry]);
    await home.log.put('000000000003.jsonl', Buffer.from(text));
    await home.log.put('head.json', Buffer.from(`${JSON.stringify({ ...end, pieceFrom: 3 })}\n`));
    return home;
  };

  it('answers about everybody else, takes what they say, and names what it cannot read', async () => {
    const home = await broken();
    expect(await home.stands()).toBeUndefined();
    expect(await home.stands(bo)).toEqual(['objection']);
    await home.say('objection-lifted', { client: bo });
    expect(await home.stands(bo)).toEqual([]);
    await home.say('prohibition');
    expect(await home.findings()).toMatchObject([
      { code: 'audit-log-damaged', damage: { code: 'unreadable-entry', line: 3 } },
      { code: 'consent-unreadable', where: 'consents/aa', sequence: 2 },
    ]);
  });

  it('is in order when both are set aside: what would take effect in the year 10000 never does', async () => {
    const home = await broken();
    for (const finding of await home.findings()) await home.setAside((finding as { id: string }).id);
    expect(await home.codes()).toEqual([]);
    expect(await home.stands()).toEqual(['consent']);
    expect((await home.notes()).map(({ code }) => code)).toEqual(['set-aside', 'set-aside']);
    expect((await home.audit.verify()).damage).toBeUndefined();
  });
});

describe('setting aside', () => {
  it('is for the data-protection officer alone, for what there is, in words without identity codes', async () => {
    const home = watchedHome();
    await home.say('objection');
    await home.ledger.put(eventKey(1), Buffer.from('x'));
    const { id } = (await home.findings())[0] as { id: string };
    const planner = { id: 'p', role: 'planner', unit: 'u' } as unknown as typeof officer;
    await expect(home.setAside(id, 'why', planner)).rejects.toMatchObject({ code: 'access-refused' });
    await expect(home.setAside(id, 'of 010150-999K')).rejects.toMatchObject({
      code: 'identity-code-in-words',
    });
    await expect(home.setAside('consent-1-000000000000')).rejects.toMatchObject({ code: 'no-such-fault' });
    await home.setAside(id);
    await expect(home.setAside(id)).rejects.toMatchObject({ code: 'no-such-fault' });
    const entries = await home.entries();
    expect(entries.filter(({ kind }) => kind === 'fault-set-aside')).toHaveLength(1);
    expect(entries.filter((entry) => entry.kind === 'access' && entry.outcome === 'refused')).toHaveLength(1);
  });
});

const sameEvent = (one: Uint8Array, other: Uint8Array) => {
  try {
    return JSON.stringify(JSON.parse(one.toString())) === JSON.stringify(JSON.parse(other.toString()));
  } catch {
    return false;
  }
};
