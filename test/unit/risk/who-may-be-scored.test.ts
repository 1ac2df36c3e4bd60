import { beforeAll, describe, expect, it } from 'vitest';
import { legalBases } from '../../../data-contracts/catalogues/index.ts';
import { scoreClients } from '../../../functions/core/risk/score-clients.ts';
import { publishShards, scoreShard } from '../../../functions/core/risk/score-shards.ts';
import { MemoryConsentRecords } from '../../contract/consent-ledger/memory-consent-records.ts';
import { MemoryAuditLog } from '../audit/memory-audit-log.ts';
import { clientMonths, programme } from './judged-model.ts';
import { homeToScore, trainedModel } from './scored-county.ts';

const rows = clientMonths(200, 7);
const somebody = rows.clients[3]!;

let model: Awaited<ReturnType<typeof trainedModel>>;
beforeAll(async () => {
  model = await trainedModel();
});

/** A home where one person may say something, and what the scorer was given to write. */
async function home() {
  const written: string[][] = [];
  const records = new MemoryConsentRecords();
  const audit = new MemoryAuditLog();
  const ports = await homeToScore(model, { rows, scoringLandmark: '2026-01-01' });
  const { scores } = ports;
  const listening = {
    write: async (location: string, batches: Parameters<typeof scores.write>[1]) => {
      const clients: string[] = [];
      written.push(clients);
      const heard = async function* () {
        for await (const batch of batches) {
          clients.push(...batch.map(({ client }) => client));
          yield batch;
        }
      };
      return scores.write(location, heard());
    },
  };
  const says = (kind: 'objection' | 'objection-lifted', purpose: 'profiling' | 'outreach' | 'all') =>
    records.record(
      {
        client: somebody,
        consentEventId: `${kind}-${purpose}`,
        kind,
        purpose,
        coveredSource: 'all',
        channel: 'letter',
        recordedBy: 'dpo-1',
      },
      '2026-01-10T09:00:00Z',
    );
  return { ports: { ...ports, scores: listening, consentLedger: records, audit }, written, says, audit };
}

describe('who may be scored', () => {
  it('is everybody else once somebody has objected to profiling: no row is made of them, and the old one goes', async () => {
    const { ports, written, says, audit } = await home();
    const before = await scoreClients(ports, programme);
    await says('objection', 'outreach');
    expect((await scoreClients(ports, programme)).wasReused).toBe(true);
    await says('objection', 'profiling');
    const after = await scoreClients(ports, programme);
    expect(after.publication.run).not.toBe(before.publication.run);
    expect(written.map((clients) => clients.includes(somebody))).toEqual([true, false]);
    expect(written.map(({ length }) => length)).toEqual([200, 199]);
    expect(await ports.publications.current('scores/older-people')).toEqual(after.publication);
    await says('objection-lifted', 'profiling');
    await scoreClients(ports, programme);
    expect(written.at(-1)).toContain(somebody);
    const refused = audit.entries.flatMap((entry) =>
      entry.kind === 'release-decisions' ? entry.decisions.filter(([, what]) => what !== 'released') : [],
    );
    expect(refused).toEqual([[somebody, ['objection']]]);
  });

  it('is nobody without a client or care relationship with the county on that day, unless the law reaches everybody', async () => {
    const { ports, written } = await home();
    const related = { unit: 'home-care', startedOn: '2020-01-01', recordedOn: '2020-01-02' };
    const known = [related, { ...related, endedOn: '2026-01-14' }, { ...related, startedOn: '2026-01-16' }];
    const relationships = {
      relationshipsOf: async (clients: readonly string[]) =>
        new Map(
          clients.map((client) => {
            const place = rows.clients.indexOf(client);
            return [client, place < 3 ? [known[place]!] : place < 6 ? [] : [related]];
          }),
        ),
    };
    await scoreClients({ ...ports, relationships }, programme);
    expect(rows.clients.filter((client) => !written[0]!.includes(client))).toEqual(rows.clients.slice(1, 6));
    const reaching = legalBases.map((basis) => ({ ...basis, reachesEverybody: true as const }));
    await scoreClients({ ...ports, relationships, legalBases: reaching }, programme);
    expect(written[1]).toHaveLength(200);
  });

  it('is asked again before anything is published: whoever objects while it is done is not brought back', async () => {
    const { ports, written, says } = await home();
    let isFirst = true;
    const scores = {
      write: async (...given: Parameters<typeof ports.scores.write>) => {
        const count = await ports.scores.write(...given);
        if (isFirst) await says('objection', 'all');
        isFirst = false;
        return count;
      },
    };
    const { publication } = await scoreClients({ ...ports, scores }, programme);
    expect(written.map((clients) => clients.includes(somebody))).toEqual([true, false]);
    expect(publication.summary.clients).toBe(199);
  });

  it('is nobody where no law lets people be profiled, and that stands in the log', async () => {
    const { ports, audit, written } = await home();
    const without = legalBases.filter(({ purpose }) => purpose !== 'profiling');
    const scoring = scoreClients({ ...ports, legalBases: without }, programme);
    await expect(scoring).rejects.toMatchObject({ code: 'scoring-refused', reason: 'no-legal-basis' });
    expect(audit.entries).toMatchObject([{ kind: 'access', useCase: 'score-clients', outcome: 'refused' }]);
    expect(written).toEqual([]);
  });

  it('is settled shard by shard: one of whom somebody has objected since is scored again, and the others are not', async () => {
    const { ports, written, says } = await home();
    const all = [0, 1, 2, 3];
    const scoreAll = async () =>
      (await Promise.all(all.map((shard) => scoreShard(ports, programme, { shard, shards: 4 })))).map(
        ({ wasReused }) => wasReused,
      );
    await scoreAll();
    const before = await publishShards(ports.publications, programme, 4);
    await says('objection', 'all');
    expect((await scoreAll()).filter((wasReused) => !wasReused)).toHaveLength(1);
    const after = await publishShards(ports.publications, programme, 4);
    expect([before, after].map(({ publication }) => publication.summary.clients)).toEqual([200, 199]);
    expect(written.at(-1)).not.toContain(somebody);
    expect((await publishShards(ports.publications, programme, 4)).wasReused).toBe(true);
  });
});
