import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Mapping } from '../../../data-contracts/schemas/mapping.ts';
import { profileTables } from '../../../runner/presentation/profile-tables.ts';
import { profileFolder } from '../../../runner/profile-folder.ts';
import { inWindows, nativeExtracts } from '../../native-county/native-extracts.ts';
import { testCode } from '../../unit/identity/identity-codes.ts';

const above = mkdtempSync(join(tmpdir(), 'ennakko-profile-test-'));
afterAll(() => rmSync(above, { recursive: true, force: true }));

function folder(
  name: string,
  files: Record<string, string | Uint8Array>,
): Promise<Awaited<ReturnType<typeof profileFolder>>> {
  mkdirSync(join(above, name));
  for (const [file, content] of Object.entries(files)) writeFileSync(join(above, name, file), content);
  return profileFolder(above, name);
}

const { files } = nativeExtracts(80, 19);
const native = folder(
  'native',
  Object.fromEntries(Object.entries(files).map(([name, lines]) => [name, inWindows(lines)])),
);

describe('a profile of unknown files', () => {
  it('says of each file its encoding, separator, rows and forms', async () => {
    const { profiles } = await native;
    const people = profiles.find(({ name }) => name === 'henkilot.csv')!;
    expect(people).toMatchObject({ encoding: 'windows-1252', separator: ';', rows: 80, unreadableRows: 0 });
    const forms = Object.fromEntries(
      profiles.find(({ name }) => name === 'avohilmo.csv')!.columns.map(({ name, form }) => [name, form]),
    );
    expect(forms).toMatchObject({
      HETU: 'identity-code',
      KAYNTIALKOI: 'day',
      YHTEYSTAPA: 'code',
      KUSTANNUS: 'decimal-number',
    });
  });

  it('shows values that national lists have, by rows, and small ones not', async () => {
    const { profiles } = await native;
    const column = profiles.flatMap(({ columns }) => columns).find(({ name }) => name === 'PALVELUMUOTO')!;
    expect(column.values.map(([value]) => value)).toContain('T60');
    expect(column.values.every(([, rows]) => rows >= 5)).toBe(true);
  });

  it('never shows a name, an identity code, a telephone number or a day, in any language', async () => {
    const profile = await native;
    const telling = new Set(
      Object.values(files)
        .flatMap((lines) => lines.slice(1))
        .flatMap((line) => line.split(';'))
        .filter((value) =>
          /^\d{6}[-A]9|^\d+\.\d+\.\d{4}|^040 |kinen$|blom$|Virtanen|hman$|Niemi|Aino|Väinö|Åke|Märta/.test(
            value,
          ),
        ),
    );
    expect(telling.size).toBeGreaterThan(100);
    for (const language of ['fi', 'sv', 'en'] as const) {
      const told = profileTables(profile, language);
      expect([...telling].filter((value) => told.includes(value))).toEqual([]);
    }
  });

  it('takes a first line that is a row for no header, and does not show it', async () => {
    const row = `${testCode('1940-05-05')};Virtanen;905`;
    const profile = await folder('no-header', { 'x.csv': `${row}\n${row}\n` });
    expect(profileTables(profile, 'en')).not.toMatch(/Virtanen|050540/);
    expect(profile.proposed.unplaced).toEqual(['x.csv']);
  });

  it('passes over what is no table', async () => {
    expect((await folder('none', { 'a.txt': 'hello\n', 'b.parquet': 'no' })).unread).toEqual([
      'a.txt',
      'b.parquet',
    ]);
  });
});

describe('a proposed mapping', () => {
  it('has a preset for each extract, and is a mapping', async () => {
    const { proposed } = await native;
    expect(Mapping.safeParse({ layouts: proposed.layouts }).success).toBe(true);
    expect(proposed.layouts.map(({ preset }) => preset).sort()).toEqual([
      'avohilmo',
      'client-relationships',
      'hilmo',
      'housing-services',
      'population-register',
      'rai',
      'social-care-decisions',
    ]);
    expect([proposed.unplaced, proposed.lacking]).toEqual([[], []]);
  });

  it('finds columns by their usual names, and says what is not placed and what is lacking', async () => {
    const people = [
      files['henkilot.csv']![0]!.replace('HETU', 'Henkilötunnus').replace('KOTIKUNTA', 'Kunta'),
      ...files['henkilot.csv']!.slice(1),
    ];
    const decisions = [
      files['paatokset.csv']![0]!.replace('PAATOSPV', 'XYZ'),
      ...files['paatokset.csv']!.slice(1),
    ];
    const { proposed } = await folder('renamed', {
      'vtj.csv': people.join('\n'),
      'sosiaali.csv': decisions.join('\n'),
      'muu.csv': 'a,b\n1,2\n',
    });
    const register = proposed.layouts.find(({ preset }) => preset === 'population-register')!;
    expect(register.files?.persons).toMatchObject({
      name: 'vtj.csv',
      encoding: 'utf-8',
      columns: { HETU: 'Henkilötunnus', KOTIKUNTA: 'Kunta' },
    });
    expect(proposed.unplaced).toEqual(['muu.csv']);
    expect(proposed.fills.get('sosiaali.csv')?.has('XYZ')).toBe(false);
    expect(proposed.lacking).toEqual([
      { table: 'social-care-decisions', fields: ['decidedOn', 'recordedOn'] },
    ]);
  });
});

describe('a file in the contracts’ own form', () => {
  it('needs no mapping, and what it lacks is said', async () => {
    const { proposed } = await folder('own', {
      'diagnoses.2025.csv': 'clientIdentifier,diagnosisId,code\nlocal:a:1,d1,I10\n',
    });
    expect(proposed.layouts).toEqual([]);
    expect(proposed.unplaced).toEqual([]);
    expect([...proposed.fills.get('diagnoses.2025.csv')!.values()].flat()).toEqual(
      expect.arrayContaining(['diagnoses.clientIdentifier', 'diagnoses.diagnosisId', 'diagnoses.code']),
    );
    expect(proposed.lacking).toMatchObject([{ table: 'diagnoses' }]);
    expect(proposed.lacking[0]!.fields).toContain('recordedOn');
  });
});

describe('the synonyms of columns', () => {
  it('are of columns that presets have', () => {
    const synonyms = JSON.parse(readFileSync('data-contracts/mappings/synonyms.json', 'utf8'));
    const presets = [
      'avohilmo',
      'client-relationships',
      'former-identifiers',
      'hilmo',
      'housing-services',
      'population-register',
      'rai',
      'social-care-decisions',
    ];
    const told = presets.map((name) => readFileSync(`data-contracts/mappings/${name}.json`, 'utf8')).join();
    expect(Object.keys(synonyms).filter((column) => !told.includes(`"${column}"`))).toEqual([]);
  });
});
