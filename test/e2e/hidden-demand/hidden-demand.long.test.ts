import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { legalBases } from '../../../data-contracts/catalogues/index.ts';
import { CheckUpPlan } from '../../../data-contracts/schemas/check-up-plan.ts';
import { HiddenDemandList } from '../../../data-contracts/schemas/hidden-demand-list.ts';
import { checkUpTexts } from '../../../data-contracts/vocabularies/check-up-texts.ts';
import { refusalReasons } from '../../../data-contracts/vocabularies/refusal-reasons.ts';
import { silentProgress } from '../../../functions/core/ports/progress.ts';
import { folderHome } from '../../../functions/homes/folder-home.ts';
import { localService } from '../../../runner/service.ts';
import { englishIn, englishWords } from '../../contract/languages/english-words.ts';
import { copyOfCounty } from '../../county/made-county.ts';
import { filesUnder } from '../gate/files-of-a-home.ts';
import { treeHash } from '../killed/tree-hash.ts';
import { runHere } from '../run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'ennakko-hidden-'));
const home = join(folder, 'home');
const programme = 'older-people';
const officer = { id: 'd-1', role: 'data-protection-officer', unit: 'data-protection' } as const;
const planner = { id: 'local-planner', role: 'planner', unit: 'elderly-services' } as const;
const planFile = join(home, 'plans', programme, 'check-ups.json');
const listFile = join(home, 'cohorts', programme, 'hidden-demand.json');
const service = localService(home, silentProgress);
const patience = 600_000;
const ennakko = (...words: string[]) => runHere(['--home', home, ...words]);
const confirmHidden = (confirmed: boolean) =>
  writeFileSync(
    join(home, 'legal-bases.json'),
    JSON.stringify(
      legalBases.map((basis) => (basis.purpose === 'hidden-demand' ? { ...basis, confirmed } : basis)),
    ),
  );
const store = () => folderHome(home).tables().hiddenDemandOf(programme);

beforeAll(async () => {
  await copyOfCounty(home);
}, 1_800_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('hidden demand of a county', () => {
  it(
    'is not looked for, and told to nobody, before the controller has confirmed it',
    async () => {
      expect(await service.findHiddenDemand({ programme })).toEqual({
        status: 'off',
        reason: 'no-legal-basis',
      });
      expect(readdirSync(home)).not.toContain('hidden-demand');
      for (const language of ['fi', 'sv', 'en'] as const) {
        const { code, err } = await ennakko('--language', language, 'cohort', '--hidden');
        expect(code).not.toBe(0);
        expect(err).toContain(refusalReasons['no-legal-basis'][language]);
        const plan = await ennakko('--language', language, 'plan', '--hidden', '--budget', '10000');
        expect(plan.code).not.toBe(0);
        expect(plan.err).toContain(refusalReasons['no-legal-basis'][language]);
      }
    },
    patience,
  );

  it(
    'is found by score once it is confirmed, and found again is the same',
    async () => {
      confirmHidden(true);
      const { code, out } = await ennakko('--language', 'fi', 'score');
      expect(code).toBe(0);
      expect(out).toContain('Tarkistuskäynnin arvoiset');
      const people = await (await store()).found();
      expect(people.length).toBeGreaterThan(10);
      expect(people.every(({ strength }) => Object.values(strength).some((one) => one !== null))).toBe(true);
      expect(await service.findHiddenDemand({ programme })).toMatchObject({
        status: 'found',
        wasReused: true,
      });
    },
    patience,
  );

  it(
    'is told in three languages, as a list and in numbers, and never as a risk',
    async () => {
      const titles = { fi: 'Tarkistuskäynnin arvoiset', sv: 'Värda en kontroll', en: 'Worth a check-up' };
      for (const language of ['fi', 'sv', 'en'] as const) {
        const list = await ennakko('--language', language, 'cohort', '--hidden', '--size', '5');
        expect([list.code, list.err]).toEqual([0, '']);
        expect(list.out).toContain(titles[language]);
        const told = await ennakko('--language', language, 'statistics', '--hidden');
        expect([told.code, told.err]).toEqual([0, '']);
        expect(told.out).toContain(titles[language]);
      }
      const list = HiddenDemandList.parse(JSON.parse(readFileSync(listFile, 'utf8')));
      expect(list.rows).toHaveLength(5);
      expect(readFileSync(listFile, 'utf8')).not.toMatch(/probability|risk/);
      const few = await ennakko('--language', 'en', 'cohort', '--hidden', 'few-contacts');
      expect(few.out).toContain('Few contacts for the need');
    },
    patience,
  );

  it(
    'is planned for by its strongest reasons, within the money, and tells of no savings',
    async () => {
      for (const language of ['fi', 'sv', 'en'] as const) {
        const told = await ennakko('--language', language, 'plan', '--hidden', '--budget', '1500');
        expect([told.code, told.err]).toEqual([0, '']);
        expect(told.out).toContain(checkUpTexts.notes['tells-no-savings'][language]);
        expect(told.out).toContain(checkUpTexts.demonstrationPrice[language]);
        if (language !== 'en') expect(englishIn(told.out, await englishWords())).toEqual([]);
      }
      const plan = CheckUpPlan.parse(JSON.parse(readFileSync(planFile, 'utf8')));
      expect(plan.rows).toHaveLength(10);
      expect(plan.spending.plannedCents).toBe(150_000);
      expect(plan.expectedStarts).toHaveLength(2);
      expect(readFileSync(planFile, 'utf8')).not.toMatch(/savesMoney|probability_h|homeMonths/);
      const all = await store();
      const { outside } = await service.pseudonymsOf(planner);
      const known = new Set((await all.found()).map(({ client }) => outside(client)));
      for (const { client } of [...plan.rows, ...plan.lots]) expect(known).toContain(client);
      const few = await ennakko('--language', 'en', 'plan', '--hidden', 'few-contacts', '--budget', '1500');
      expect(few.out).toContain('Few contacts for the need');
      const mixed = await ennakko('--language', 'fi', 'plan', '--hidden', '--budget', '1', '--worth', '5');
      expect(mixed.code).not.toBe(0);
    },
    patience,
  );

  it(
    'can be listed for a team, with the check-up as what is suggested',
    async () => {
      await ennakko('--language', 'en', 'plan', '--hidden', '--budget', '100000');
      const told = await ennakko('--language', 'en', 'outreach', 'preview', '--from', planFile);
      expect([told.code, told.err]).toEqual([0, '']);
    },
    patience,
  );

  it(
    'is copied and restored with the home, and verify finds what has been done to it by hand',
    async () => {
      const to = join(folder, 'copy');
      expect((await ennakko('backup', '--to', to, '--with-keys')).code).toBe(0);
      const again = join(folder, 'again');
      expect((await runHere(['--home', again, 'restore', '--from', to])).code).toBe(0);
      const inHome = (one: string) => treeHash(join(one, 'hidden-demand'));
      expect(inHome(again)).toEqual(inHome(home));
      const restored = localService(again, silentProgress);
      expect((await restored.verify()).findings).toEqual([]);
      const [path] = filesUnder(join(again, 'hidden-demand')).filter((one) => one.endsWith('.parquet'));
      const where = path!.slice(again.length + 1);
      const whole = readFileSync(path!);
      writeFileSync(
        path!,
        whole.map((byte, place) => (place === whole.length >> 1 ? byte ^ 1 : byte)),
      );
      expect((await restored.verify()).findings).toContainEqual({ code: 'file-changed', where });
      rmSync(path!);
      expect((await restored.verify()).findings).toEqual([{ code: 'file-missing', where }]);
      rmSync(join(again, 'hidden-demand'), { recursive: true });
      const gone = { code: 'publication-missing', where: 'hidden-demand', command: 'score' };
      expect((await restored.verify()).findings).toEqual([gone]);
      rmSync(again, { recursive: true });
    },
    patience,
  );

  it(
    'is shown to the person, gone when the person is erased, and known to verify',
    async () => {
      await ennakko('--language', 'en', 'cohort', '--hidden', '--size', '5');
      const { outside } = await service.pseudonymsOf(planner);
      const [first] = HiddenDemandList.parse(JSON.parse(readFileSync(listFile, 'utf8'))).rows;
      const { client } = (await (await store()).found()).find(
        (one) => outside(one.client) === first!.client,
      )!;
      const document = await service.heldData({ client, requester: officer, language: 'fi' });
      expect(document.hiddenDemand).toHaveLength(1);
      await service.recordConsents({
        requester: officer,
        notices: [
          {
            client,
            consentEventId: 'erase-me',
            kind: 'erasure-request',
            purpose: 'all',
            coveredSource: 'all',
            effectiveAt: '2026-01-01T00:00:00Z',
            channel: 'letter',
          },
        ],
      } as Parameters<typeof service.recordConsents>[0]);
      await service.erasePerson({ client, requester: officer });
      for (const file of [listFile, planFile]) expect(existsSync(file)).toBe(false);
      expect((await (await store()).found()).some((one) => one.client === client)).toBe(false);
      expect((await ennakko('verify')).code).toBe(0);
    },
    patience,
  );

  it(
    'is held of nobody once the county has taken its word back',
    async () => {
      confirmHidden(false);
      expect(await service.findHiddenDemand({ programme })).toMatchObject({ status: 'off' });
      expect(await (await store()).found()).toEqual([]);
      const station = join(home, 'hidden-demand', programme);
      expect(
        readdirSync(station, { recursive: true }).filter((name) => String(name).endsWith('.parquet')),
      ).toEqual([]);
      expect(await service.findHiddenDemand({ programme })).toMatchObject({ status: 'off' });
    },
    patience,
  );
});
