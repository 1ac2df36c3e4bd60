import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { AuditAnchor } from '../../../data-contracts/schemas/audit-anchor.ts';
import type { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import { keysUnder } from '../../../functions/adapters/objects/object-store.ts';
import { anchorHash, anchorText, readAnchor, signedAnchor } from '../../../functions/core/audit/anchor.ts';
import { verifyAgainstAnchors } from '../../../functions/core/audit/anchor-check.ts';
import { anchoredLog, rewrite, seedOf } from './anchored-log.ts';

const anchorAt = (texts: readonly string[], at: number) => AuditAnchor.parse(JSON.parse(texts[at]!));

/** Three days of two people's work, anchored each day. */
async function threeDays() {
  const log = anchoredLog();
  for (const day of ['02', '03', '04']) {
    log.state.now = `2026-11-${day}T09:00:00.000Z`;
    await log.write('planner-1', 'officer-1');
    await log.write('planner-1');
    await log.anchor();
  }
  return log;
}

let log: Awaited<ReturnType<typeof threeDays>>;
beforeEach(async () => {
  log = await threeDays();
});

describe('the end of a long log', () => {
  // nine lines, anchored at the third, the sixth and the ninth
  const mostLines = 2;
  const since = { code: 'checked-since', at: '2026-11-03T09:00:00.000Z', line: 6 };

  it('is read from the last anchor before it, and nothing earlier is', async () => {
    const { lines, damage, anchored } = await log.verify(mostLines);
    expect({ lines, damage }).toEqual({ lines: 9, damage: undefined });
    expect(anchored).toMatchObject({ findings: [], notes: [since], anchors: 3, anchoredLines: 9 });
    await log.audit.remove(['000000000001.jsonl']);
    expect(await log.codes(mostLines)).toEqual([]);
    expect(await log.codes()).toEqual(['out-of-order']);
  });

  it('is the whole log where no anchor stands before it', async () => {
    for (const most of [7, 9, 5_000]) expect((await log.verify(most)).anchored.notes).toEqual([]);
    log.texts.length = 0;
    expect((await log.verify(mostLines)).anchored.notes).toEqual([{ code: 'not-anchored' }]);
  });

  it('shows lines hidden long before, where every hash was made to fit', async () => {
    await rewrite(log.audit, (entries) => entries.filter((_, place) => place !== 1));
    expect(await log.codes(mostLines)).not.toEqual([]);
  });

  it('shows what was changed, hidden or cut off in it', async () => {
    await rewrite(log.audit, (entries) => entries.filter((_, place) => place !== 7));
    expect(await log.codes(mostLines)).toEqual(['log-shorter-than-anchored']);
    await rewrite(log.audit, (entries) => [...entries, ...entries.slice(0, 1)]);
    expect(await log.codes(mostLines)).toEqual(['log-not-as-anchored']);
  });

  it('goes on from an anchor as it began: a day that was not anchored is missed', async () => {
    for (const day of ['05', '08', '10']) {
      log.state.now = `2026-11-${day}T09:00:00.000Z`;
      await log.write('planner-1');
    }
    await log.anchor();
    expect(await log.codes(mostLines)).toEqual(['day-not-anchored']);
  });
});

describe('a log with its anchors', () => {
  it('is in order as it was written, and says up to where it is vouched for', async () => {
    const { damage, anchored } = await log.verify();
    expect(damage).toBeUndefined();
    expect(anchored).toEqual({
      findings: [],
      notes: [],
      anchors: 3,
      anchoredLines: 9,
      anchoredAt: '2026-11-04T09:00:00.000Z',
    });
  });

  it('is in order with lines that are yet to be anchored', async () => {
    await log.write('planner-1');
    log.state.now = '2026-11-05T09:00:00.000Z';
    await log.write('planner-1');
    expect(await log.codes()).toEqual([]);
  });

  it('is found when a requester’s lines are hidden and every hash is made to fit', async () => {
    await rewrite(log.audit, (entries) =>
      entries.filter((entry) => !JSON.stringify(entry).includes('planner-1')),
    );
    const { damage, anchored } = await log.verify();
    expect(damage).toBeUndefined();
    expect(anchored.findings).toEqual([
      { code: 'log-not-as-anchored', from: 1, line: 3, at: '2026-11-02T09:00:00.000Z' },
    ]);
  });

  it('is found when its end is cut off, the head with it', async () => {
    await rewrite(log.audit, (entries) => entries.slice(0, 8));
    expect((await log.verify()).anchored.findings).toEqual([
      { code: 'log-shorter-than-anchored', lines: 8, anchored: 9, at: '2026-11-04T09:00:00.000Z' },
    ]);
  });

  it('is found when the whole of it is removed', async () => {
    await log.audit.remove(await keysUnder(log.audit, ''));
    expect(await log.codes()).toEqual(['log-shorter-than-anchored']);
  });

  it('is found when it goes on after its end was cut off', async () => {
    await rewrite(log.audit, (entries) => entries.slice(0, 7));
    await log.write('officer-1', 'officer-1', 'officer-1');
    await log.anchor();
    expect((await log.verify()).anchored.findings).toEqual([
      { code: 'log-not-as-anchored', from: 7, line: 9, at: '2026-11-04T09:00:00.000Z' },
    ]);
  });

  it('is found whatever of what was anchored is changed, left out, put in or put elsewhere', async () => {
    const place = fc.integer({ min: 0, max: 8 });
    await fc.assert(
      fc.asyncProperty(
        place,
        fc.constantFrom('change', 'leave out', 'put in', 'swap', 'cut'),
        place,
        async (at, how, other) => {
          const own = await threeDays();
          let isChanged = false;
          await rewrite(own.audit, (entries) => {
            const changed = [...entries];
            if (how === 'change') changed[at] = { ...changed[at]!, requestId: 'r-2' } as AuditEntry;
            if (how === 'leave out') changed.splice(at, 1);
            if (how === 'put in') changed.splice(at, 0, changed[other]!);
            if (how === 'swap') [changed[at], changed[other]] = [changed[other]!, changed[at]!];
            if (how === 'cut') changed.splice(at);
            isChanged = JSON.stringify(changed.slice(0, 9)) !== JSON.stringify(entries);
            return changed;
          });
          expect((await own.codes()).length > 0).toBe(isChanged);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('anchors', () => {
  it('are found to be another’s when the log and they are made anew under another key', async () => {
    log.state.remembered = memoryOf(log.texts, true);
    await rewrite(log.audit, (entries) => entries.slice(0, 2));
    log.texts.splice(0);
    log.state.seed = seedOf('somebody else');
    await log.anchor();
    expect(await log.codes()).toEqual(['anchor-of-another-home', 'anchors-missing']);
  });

  it('are found to be forged when one is changed, or signed for another’s home', async () => {
    const texts = [...log.texts];
    const genuine = anchorAt(texts, 2);
    const stranger = signedAnchor({ ...contentOf(genuine), lines: 8 }, seedOf('somebody else'));
    const claims: AuditAnchor[] = [
      { ...genuine, lines: 8 },
      { ...genuine, at: '2026-11-03T10:00:00.000Z' },
      { ...genuine, signature: 'ab'.repeat(64) },
      { ...stranger, home: genuine.home },
      { ...stranger, home: genuine.home, publicKey: genuine.publicKey },
      { ...genuine, publicKey: '00'.repeat(32) },
    ];
    for (const claim of claims) {
      log.texts.splice(0, 3, texts[0]!, texts[1]!, anchorText(claim));
      expect(await log.codes()).toEqual(['anchor-forged']);
    }
  });

  it('are found to be taken away: the first, one between, or put in another order', async () => {
    const [first = '', second = '', third = ''] = log.texts;
    const found = async (...texts: string[]) => {
      log.texts.splice(0, log.texts.length, ...texts);
      return (await log.verify()).anchored.findings;
    };
    expect(await found(first, second, third)).toEqual([]);
    expect(await found(second, third)).toEqual([{ code: 'anchors-missing', from: 1, to: 1 }]);
    expect(await found(first, third)).toContainEqual({ code: 'anchors-missing', from: 2, to: 2 });
    expect(await found(first, third, second)).toContainEqual({ code: 'anchors-missing', from: 2, to: 2 });
  });

  it('are missed when the last are taken away: by the home’s memory', async () => {
    log.state.remembered = memoryOf(log.texts, true);
    log.texts.splice(1);
    expect(await log.codes()).toContain('anchors-missing');
    log.texts.splice(0);
    expect(await log.codes()).toEqual(['anchors-missing']);
    await log.write('officer-1');
    const anchor = await log.anchor();
    expect(anchor?.number).toBe(4);
    expect(await log.codes()).toContain('anchors-missing');
  });

  it('are missed when the last are taken away: by the days on which the log was written to', async () => {
    log.texts.splice(1);
    log.state.now = '2026-11-06T09:00:00.000Z';
    await log.write('officer-1');
    const missed = { code: 'day-not-anchored', day: '2026-11-03', line: 4 };
    expect((await log.verify()).anchored.findings).toEqual([missed]);
    await log.anchor();
    expect((await log.verify()).anchored.findings).toEqual([missed]);
  });

  it('may be two that follow the same, as two processes publish at once', async () => {
    const second = contentOf(anchorAt(log.texts, 1));
    const twin = signedAnchor({ ...second, at: '2026-11-03T09:00:00.001Z' }, log.state.seed);
    log.texts.splice(2, 0, anchorText(twin));
    expect(await log.codes()).toEqual([]);
    log.texts.splice(1, 1);
    expect(await log.codes()).toEqual(['anchors-missing']);
  });

  it('are of no other home', async () => {
    const other = anchoredLog({ seed: seedOf('another home') });
    await other.write('planner-2');
    await other.anchor();
    log.texts.push(other.texts[0]!);
    expect((await log.verify()).anchored.findings).toEqual([
      { code: 'anchor-of-another-home', anchor: 4, times: 1 },
    ]);
  });

  it('are unharmed by a writing that was cut off, once another follows; nothing else is taken for one', async () => {
    log.texts.push(log.texts[2]!.slice(0, 200));
    expect(await log.codes()).toEqual(['anchor-unreadable']);
    await log.write('officer-1');
    await log.anchor();
    expect(log.texts).toHaveLength(5);
    expect(await log.codes()).toEqual([]);
    expect(readAnchor(log.texts[0]!.replace(',', ', '))).toBeUndefined();
    expect(readAnchor(log.texts[0]!.replace('}', ',"and":1}'))).toBeUndefined();
  });

  it('that are none are noted, and so is what was written before the first', async () => {
    const unanchored = anchoredLog();
    await unanchored.write('planner-1');
    expect((await unanchored.verify()).anchored).toMatchObject({
      findings: [],
      notes: [{ code: 'not-anchored' }],
    });
    unanchored.state.now = '2026-11-20T09:00:00.000Z';
    await unanchored.write('planner-1');
    await unanchored.anchor();
    expect((await unanchored.verify()).anchored).toMatchObject({
      findings: [],
      notes: [{ code: 'not-anchored-before', at: '2026-11-20T09:00:00.000Z', lines: 2 }],
    });
  });

  it('of a copied home begin anew, and say so', async () => {
    log.state.remembered = memoryOf(log.texts, false);
    log.texts.splice(0);
    expect((await log.verify()).anchored).toMatchObject({ findings: [], notes: [{ code: 'not-anchored' }] });
    await log.write('officer-1');
    const anchor = await log.anchor();
    expect(anchor).toMatchObject({ number: 1, copiedAfter: { number: 3 } });
    expect((await log.verify()).anchored.notes.map(({ code }) => code)).toEqual([
      'anchored-where-copied-from',
      'not-anchored-before',
    ]);
  });

  it('of an excerpt are held against the log, and not missed where others are not among them', async () => {
    const [, second = ''] = log.texts;
    const kept = {
      list: async () => ({ texts: [second], next: 0, remembered: undefined, isExcerpt: true as const }),
    };
    const { ObjectAuditLog } = await import('../../../functions/adapters/objects/object-audit-log.ts');
    const check = async () =>
      (await verifyAgainstAnchors(new ObjectAuditLog(log.audit), kept)).anchored.findings;
    expect(await check()).toEqual([]);
    await rewrite(log.audit, (entries) => entries.slice(1));
    expect((await check()).map(({ code }) => code)).toEqual(['log-not-as-anchored']);
  });

  it('are not published again for an end that is anchored, nor of an empty log', async () => {
    expect(await log.anchor()).toBeUndefined();
    expect(await anchoredLog().anchor()).toBeUndefined();
  });

  it('are the same bytes for the same end, instant and key', async () => {
    expect((await threeDays()).texts).toEqual(log.texts);
  });
});

const contentOf = ({ publicKey: _key, signature: _signature, home: _home, ...content }: AuditAnchor) =>
  content;

const memoryOf = (texts: readonly string[], isHere: boolean) => {
  const last = anchorAt(texts, texts.length - 1);
  return { number: last.number, hash: anchorHash(last), home: last.home, isHere };
};
