import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { ingestDeliveries } from '../../../functions/core/ingest/ingest-deliveries.ts';
import { temporaryFolder } from '../../contract/ingest/temporary-folder.ts';
import { testCode } from '../../unit/identity/identity-codes.ts';
import { eventFile, eventHeader, eventLine, land, portsOf, terms } from './county-home.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

const quotedAndReversed = (line: string) =>
  line.replace(/.+/, (text) =>
    text
      .split(',')
      .reverse()
      .map((field) => `"${field}"`)
      .join(','),
  );

/** One file of events, what of it is turned away, and why: `line field rule`. */
const cases: Record<
  string,
  { file: string | Buffer; delivered: number; reasons: string[]; notice?: string }
> = {
  'right rows, CRLF, a byte order mark and semicolons': {
    file: `\uFEFF${eventFile(eventLine('e1'), eventLine('e2')).replaceAll(',', ';').replaceAll('\n', '\r\n')}`,
    delivered: 2,
    reasons: [],
  },
  'every field quoted, columns in another order': {
    file: eventFile(eventLine('e1')).split('\n').map(quotedAndReversed).join('\n'),
    delivered: 1,
    reasons: [],
  },
  'a damaged line among lines in UTF-8': {
    file: Buffer.concat([Buffer.from(eventFile(eventLine('e1'), eventLine('å'))), latin1(eventLine('ä'))]),
    delivered: 3,
    reasons: ['3 eventId wrong-form', '4  not-utf-8'],
  },
  'another encoding of eight bits': {
    file: latin1(eventFile(eventLine('e1'), eventLine('ä'))),
    delivered: 2,
    reasons: ['  other-encoding', '2  other-encoding', '3  other-encoding'],
    notice: 'other-encoding',
  },
  'fields too few and too many': {
    file: eventFile('a,b', eventLine('e2'), `${eventLine('e3')},x`),
    delivered: 3,
    reasons: ['2  wrong-field-count', '4  wrong-field-count'],
  },
  'lines that end in CR alone, of which nothing is repeated': {
    file: `${eventHeader},note\n${eventLine('e1')},Aino\n`.replaceAll('\n', '\r'),
    delivered: 0,
    reasons: ['  no-line-feed'],
    notice: 'no-line-feed',
  },
  'a quote that is not closed': {
    file: eventFile(eventLine('"e1'), eventLine('e2')),
    delivered: 2,
    reasons: ['2  unclosed-quote'],
  },
  'empty lines within and at the end': {
    file: eventFile(eventLine('e1'), '', '  ', eventLine('e4'), '', ''),
    delivered: 4,
    reasons: ['3  blank-line', '4  blank-line'],
  },
  'a column missing': {
    file: eventFile(eventLine('e1'), eventLine('e2')).replace('recordedOn', 'recordedAt'),
    delivered: 2,
    reasons: ['  missing-column', '2 recordedOn missing-column', '3 recordedOn missing-column'],
    notice: 'missing-column',
  },
  'a column there twice': {
    file: eventFile(eventLine('e1')).replaceAll('contacts', 'eventId'),
    delivered: 1,
    reasons: ['  repeated-column', '2 eventId repeated-column'],
    notice: 'repeated-column',
  },
  'days, numbers and codes that are none': {
    file: eventFile(
      eventLine('e1', { startedOn: '2023-02-29' }),
      eventLine('e2', { contacts: '1,5'.replace(',', '.') }),
      eventLine('e3', { serviceArea: '999' }),
      eventLine('e4', { contacts: '10001' }),
      eventLine('e5', { recordedOn: '2023-12-31' }),
      eventLine('e 6', { dataSource: '' }),
      eventLine('e7', { clientIdentifier: 'nobody' }),
      eventLine('e8', { clientIdentifier: testCode('1950-02-30') }),
      eventLine('e9', { clientIdentifier: testCode('1950-01-01').replace(/.$/, 'A') }),
      eventLine(testCode('1950-01-01')),
    ),
    delivered: 10,
    reasons: [
      '2 startedOn not-a-day',
      '3 contacts not-a-number',
      '4 serviceArea not-in-code-set',
      '5 contacts out-of-range',
      '6 recordedOn contradicting-fields',
      '7 eventId wrong-form',
      '7 dataSource missing-field',
      '8 clientIdentifier not-a-person-identifier',
      '9 clientIdentifier impossible-date',
      '10 clientIdentifier bad-control-character',
      '11 eventId identity-code-in-field',
    ],
  },
  'a key that comes again': {
    file: eventFile(eventLine('e1'), eventLine('e2'), eventLine('e1', { contacts: '2' })),
    delivered: 3,
    reasons: ['4 eventId duplicate-key'],
  },
  'a line beyond measure': {
    file: eventFile(eventLine('e1'), 'x'.repeat(1_000_000), eventLine('e3')),
    delivered: 3,
    reasons: ['3  line-too-long'],
  },
  'another encoding throughout': {
    file: Buffer.from(`\uFEFF${eventFile(eventLine('e1'), eventLine('e2'))}`, 'utf16le'),
    delivered: 2,
    reasons: ['  utf-16', '2  utf-16', '3  utf-16'],
    notice: 'utf-16',
  },
  nothing: { file: '', delivered: 0, reasons: ['  empty-file'], notice: 'empty-file' },
  'a header and nothing else': { file: `${eventHeader}\n`, delivered: 0, reasons: [] },
};

async function ingested(home: string) {
  const { files, ...report } = await ingestDeliveries(portsOf(home));
  for (const { delivered, accepted, quarantined } of files) expect(accepted + quarantined).toBe(delivered);
  return { ...report, files };
}

function reasonsOf(home: string, fileId: string): string[] {
  const path = join(home, 'quarantine', `${fileId}.csv`);
  if (!existsSync(path)) return [];
  const [header, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  expect(header).toBe('delivery,file,line,field,rule');
  return lines.map((line) => line.split(',').slice(2).join(' '));
}

async function lakeLines(home: string): Promise<number[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const glob = join(home, 'tables', 'lake', '*', '*.parquet');
  const rows = await connection.runAndReadAll(`select line from read_parquet('${glob}') order by line`);
  connection.closeSync();
  instance.closeSync();
  return rows.getRows().map(([line]) => Number(line));
}

describe('a delivered file with', () => {
  for (const [what, { file, delivered, reasons, notice }] of Object.entries(cases)) {
    it(`${what}: accepted + quarantined = delivered, each row with its reasons`, async () => {
      const home = temporaryFolder();
      land(home, { 'd1/delivery.json': terms, 'd1/service-events.csv': file });
      const { files } = await ingested(home);
      expect(files).toMatchObject([{ delivered, state: 'taken-in', table: 'service-events' }]);
      expect(files[0]!.notice).toBe(notice);
      expect(reasonsOf(home, files[0]!.fileId)).toEqual(reasons);
      const turnedAway = new Set(reasons.map((reason) => reason.split(' ')[0]).filter(Boolean));
      expect(files[0]!.quarantined).toBe(turnedAway.size);
      expect(await lakeLines(home)).toHaveLength(delivered - turnedAway.size);
    });
  }
});

describe('a delivery', () => {
  it('with every kind of file at once takes in what is right and reports the rest', async () => {
    const home = temporaryFolder();
    const files = Object.values(cases).map(({ file }, index) => [`d1/service-events.p${index}.csv`, file]);
    land(home, {
      'd1/delivery.json': terms,
      ...Object.fromEntries(files),
      'd1/service-events.cut.parquet': 'PAR1 and then nothing',
      'd1/notes.txt': 'hello',
      'd1/events.csv': 'a\n',
      'd1/clients.parquet/part-0.parquet': 'a\n',
      'stray.csv': 'a\n',
    });
    const report = await ingested(home);
    expect(report.unknownFiles).toEqual([
      { name: 'stray.csv' },
      { delivery: 'd1', name: 'clients.parquet/' },
      { delivery: 'd1', name: 'events.csv' },
      { delivery: 'd1', name: 'notes.txt' },
    ]);
    expect(report.files).toHaveLength(Object.keys(cases).length + 1);
    expect(report.files.find(({ name }) => name.endsWith('.parquet'))).toMatchObject({
      delivered: 0,
      notice: 'unreadable-parquet',
    });
    const total = (count: 'delivered' | 'accepted') =>
      report.files.reduce((sum, file) => sum + file[count], 0);
    expect(total('delivered')).toBe(Object.values(cases).reduce((sum, { delivered }) => sum + delivered, 0));
    expect((await lakeLines(home)).length).toBe(total('accepted'));
  });

  it('names the columns it left out', async () => {
    const home = temporaryFolder();
    const file = eventFile(`${eventLine('e1')},7`).replace('recordedOn', 'recordedOn,weight');
    land(home, { 'd1/delivery.json': terms, 'd1/service-events.csv': file });
    expect((await ingested(home)).files).toMatchObject([{ accepted: 1, extraColumns: ['weight'] }]);
  });

  it.each([
    ['origin', { ...terms, origin: 'real' }],
    ['coversTo', { ...terms, coversTo: '2019-01-01' }],
    ['deliveredBy', { ...terms, deliveredBy: undefined }],
    ['(all)', 'not json'],
  ])('that does not say its %s is refused by file and field', async (field, given) => {
    const home = temporaryFolder();
    land(home, { 'd1/delivery.json': given });
    await expect(ingested(home)).rejects.toMatchObject({
      code: 'bad-delivery',
      message: expect.stringContaining(`d1/delivery.json: field ${field}`),
    });
  });

  it('without delivery.json is refused', async () => {
    const home = temporaryFolder();
    land(home, { 'd1/service-events.csv': eventFile() });
    await expect(ingested(home)).rejects.toThrow('d1/delivery.json: is missing');
  });

  it('of real people is never mixed with made-up ones, at once or later', async () => {
    const home = temporaryFolder();
    land(home, { 'd1/delivery.json': terms, 'd1/service-events.csv': eventFile(eventLine('e1')) });
    await ingested(home);
    land(home, { 'd2/delivery.json': { ...terms, origin: 'register' } });
    land(home, { 'd2/service-events.csv': eventFile(eventLine('e2')) });
    await expect(ingested(home)).rejects.toMatchObject({ code: 'mixed-origins' });
  });

  it('is refused under another pseudonym key than the one before', async () => {
    const home = temporaryFolder();
    land(home, { 'd1/delivery.json': terms, 'd1/service-events.csv': eventFile(eventLine('e1')) });
    await ingested(home);
    const otherKeys = portsOf(home, { pseudonymKey: '33'.repeat(32), vaultKey: '22'.repeat(32) });
    await expect(ingestDeliveries(otherKeys)).rejects.toMatchObject({ code: 'other-pseudonym-key' });
  });
});
