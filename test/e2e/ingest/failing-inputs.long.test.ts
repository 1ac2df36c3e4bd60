import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plausibilityRules, unitCosts } from '../../../data-contracts/catalogues/index.ts';
import { DuckDbClientMonthSource } from '../../../functions/adapters/duckdb/duckdb-client-month-source.ts';
import { readClientMonthSql } from '../../../functions/adapters/sql-texts.ts';
import {
  buildClientMonths,
  type ClientMonthSummary,
} from '../../../functions/core/client-months/build-client-months.ts';
import { Pseudonymiser } from '../../../functions/core/identity/pseudonym.ts';
import { ingestDeliveries } from '../../../functions/core/ingest/ingest-deliveries.ts';
import { isFruitless } from '../../../functions/core/ingest/nothing-accepted.ts';
import { silentProgress } from '../../../functions/core/ports/progress.ts';
import { consentAsOf } from '../../../functions/core/release/consent-as-of.ts';
import { requireProgramme } from '../../../functions/core/require-programme.ts';
import { folderHome } from '../../../functions/homes/folder-home.ts';
import { gateOf } from '../../../functions/homes/gate.ts';
import { localService } from '../../../runner/service.ts';
import { temporaryFolder } from '../../contract/ingest/temporary-folder.ts';
import { runHere } from '../run-here.ts';
import { portsOf, pseudonymKey } from './county-home.ts';

/** Inputs that once failed, kept beside the project. */
const cases = join(import.meta.dirname, '../../../../shared/cases/data');

/** A home of a case, with what ingest said of it. */
async function homeOf(number: string, landing = 'landing') {
  const name = readdirSync(cases).find((one) => one.startsWith(number))!;
  const home = temporaryFolder();
  cpSync(join(cases, name, landing), join(home, 'landing'), { recursive: true });
  return { name, home, report: await ingestDeliveries(portsOf(home)) };
}

/** Months to event and event of a person at a landmark; undefined: not eligible. */
async function built(home: string) {
  const { publications } = portsOf(home);
  const limits = { spillFolder: join(home, 'spill'), memoryMegabytes: 500, threads: 1 };
  const clientMonths = new DuckDbClientMonthSource(publications, readClientMonthSql(), limits);
  const programme = requireProgramme('older-people');
  const job = {
    programme,
    unitCosts,
    plausibility: plausibilityRules,
    progress: silentProgress,
    withoutSources: [],
  };
  const { publication } = await buildClientMonths({ publications, clientMonths }, job);
  const pseudonymiser = new Pseudonymiser(Buffer.from(pseudonymKey, 'hex'));
  return {
    summary: publication.summary as unknown as ClientMonthSummary,
    async at(landmarkOn: string, person: string) {
      const client = pseudonymiser.pseudonymOf(`local:case:${person}`);
      for await (const { texts, numbers } of clientMonths.read(publication, landmarkOn)) {
        const row = texts.client.indexOf(client);
        if (row >= 0) return [numbers.months_to_event![row], numbers.event![row]];
      }
      return undefined;
    },
  };
}

describe.skipIf(!existsSync(cases))('an input that once failed', () => {
  it('01: the third delivery says again what the first said', async () => {
    const { home } = await homeOf('01');
    expect(await (await built(home)).at('2023-01-01', 'revert')).toEqual([2, 1]);
  });

  it('02: a file mended in its place', async () => {
    const { name, home } = await homeOf('02', 'landing-before');
    rmSync(join(home, 'landing'), { recursive: true });
    cpSync(join(cases, name, 'landing-after'), join(home, 'landing'), { recursive: true });
    await ingestDeliveries(portsOf(home));
    const { at } = await built(home);
    expect(await at('2023-01-01', 'm0')).toEqual([8, 1]);
    expect(await at('2023-01-01', 'm1')).toEqual([8, 1]);
    expect((await at('2023-01-01', 'gone'))?.[1]).toBe(0);
  });

  it('03: two systems that number from 1', async () => {
    const { report } = await homeOf('03');
    const faults = report.files.flatMap((file) => (file.faults ?? []).map((fault) => [file.name, fault]));
    expect(faults).toEqual([
      ['service-events.hilmo.csv', { field: 'eventId', rule: 'key-in-another-file', rows: 1 }],
    ]);
  });

  it('04: care that begins after the death, in its month and the next', async () => {
    const { at } = await built((await homeOf('04')).home);
    expect(await at('2023-01-01', 'a5')).toEqual([2, 2]);
    expect(await at('2023-01-01', 'a6')).toEqual([2, 2]);
  });

  it('05: back after three years away', async () => {
    const { at } = await built((await homeOf('05')).home);
    expect(await at('2023-01-01', 'b2')).toBeUndefined();
    expect(await at('2023-01-01', 'new')).toBeUndefined();
    expect(await at('2024-01-01', 'b2')).toBeDefined();
  });

  it('06: recordedOn is the day of extraction', async () => {
    const { summary } = await built((await homeOf('06')).home);
    expect(summary.rows).toBe(0);
    expect(summary.findings?.recording).toMatchObject([
      { table: 'clients', rows: 3, afterLandmarks: 3 },
      { table: 'service-events', rows: 3, afterLandmarks: 3 },
    ]);
  });

  it('07: euros in costCents', async () => {
    const { report } = await homeOf('07');
    expect(isFruitless(report)).toBe(true);
    expect(report.files.find(({ table }) => table === 'service-events')).toMatchObject({ accepted: 0 });
  });

  it('08: Finnish pairs, codes of Finland only, other cases and spaces, ICPC-2 and SNOMED CT', async () => {
    const { report } = await homeOf('08');
    expect(report.files.map(({ delivered, accepted }) => [delivered, accepted])).toEqual([[7, 7]]);
  });

  it('09: national codes of every list, and one that none has, which is told', async () => {
    const { report } = await homeOf('09');
    expect(
      report.files.map(({ delivered, accepted, codesBeyondLists }) => [
        delivered,
        accepted,
        codesBeyondLists,
      ]),
    ).toEqual([[11, 11, { serviceArea: 1 }]]);
  });

  it('10: midnights are days, instants without a zone are none, and bytes in another encoding are no text', async () => {
    const { report } = await homeOf('10');
    const rules = Object.fromEntries(report.files.map(({ table, rules: these }) => [table, these]));
    expect(rules).toEqual({
      clients: { 'not-utf-8': 1 },
      'consent-events': { 'not-an-instant': 1 },
      'service-events': {},
    });
  });

  it('11: consents that narrow or are not in force, and an old denial that lifts no new one', async () => {
    const folder = join(cases, readdirSync(cases).find((one) => one.startsWith('11'))!);
    const home = temporaryFolder();
    const codes: Record<string, number> = {};
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const at = file.startsWith('w01') ? home : temporaryFolder();
      codes[file.slice(0, 3)] = (
        await runHere(['--home', at, 'consent', 'import-fhir', join(folder, file)])
      ).code;
    }
    const taken = Object.keys(codes).filter((name) => codes[name] === 0);
    expect(taken).toEqual(['v01', 'v10', 'w01', 'w02', 'w03']);
    const client = await (await localService(home, silentProgress).pseudonymiser())('010150-999K');
    const events = (await gateOf(folderHome(home)).records.eventsOf([client])).get(client)!;
    const state = consentAsOf(events, new Date().toISOString());
    expect(state.holds('prohibition', 'planning', 'primary-care')).toBe(true);
  });

  it('12: ends that are none', async () => {
    const { report } = await homeOf('12');
    expect(report.files.every(({ quarantined }) => quarantined === 0)).toBe(true);
  });

  it('14: a row that a complete delivery has no more', async () => {
    const { home } = await homeOf('14');
    const path = join(home, 'landing', '2025-02', 'delivery.json');
    const terms = JSON.parse(readFileSync(path, 'utf8')) as object;
    const complete = [{ table: 'service-events', from: '2019-01-01', to: '2025-12-31' }];
    writeFileSync(path, JSON.stringify({ ...terms, complete }));
    await ingestDeliveries(portsOf(home));
    expect((await (await built(home)).at('2023-01-01', 'del'))?.[1]).toBe(0);
  });

  it('15: a respite before the permanent place', async () => {
    const { at } = await built((await homeOf('15')).home);
    expect(await at('2021-01-01', 'r')).toEqual([39, 1]);
    expect(await at('2024-01-01', 'r')).toEqual([3, 1]);
  });

  it('17: a file in Windows-1252, told once for the file', async () => {
    const { report } = await homeOf('17');
    expect(report.files.map(({ accepted, notice }) => [accepted, notice])).toEqual([[0, 'other-encoding']]);
    expect(isFruitless(report)).toBe(true);
  });
});
