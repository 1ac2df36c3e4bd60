import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cheers2022 } from '../../../data-contracts/vocabularies/cheers-2022.ts';
import { planTexts } from '../../../data-contracts/vocabularies/plan-texts.ts';
import { texts } from '../../../data-contracts/vocabularies/texts.ts';
import { cheersItems, cheersMarkdown } from '../../../runner/presentation/cheers-checklist.ts';
import { planCsv, planFiles, planJson } from '../../../runner/presentation/plan-files.ts';
import { planPictures } from '../../../runner/presentation/plan-pictures.ts';
import { renderPlanTable } from '../../../runner/presentation/plan-table.ts';
import { planOf } from '../../unit/plan/plan-county.ts';

const golden = (name: string) => resolve(import.meta.dirname, name);

/** Versions of the language data differ in which kind of space they put within a number. */
const withPlainSpaces = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

const asked = { equalWithinCents: 50_000, draws: 200 };

for (const language of ['fi', 'sv', 'en'] as const) {
  describe(`a plan shown in ${language}`, () => {
    const plan = planOf({ ...asked, language });

    it('on a wide terminal, on a narrow one, as CSV, as JSON and as the checklist', async () => {
      const renderings = {
        'wide.txt': renderPlanTable(await plan, { width: 180, rows: 6 }),
        'narrow.txt': renderPlanTable(await plan, { width: 100, rows: 3 }),
        csv: planCsv(await plan),
        'cheers.md': cheersMarkdown(await plan),
        ...(language === 'en' ? { 'json.txt': planJson(await plan) } : {}),
      };
      for (const [ending, text] of Object.entries(renderings))
        await expect(withPlainSpaces(text)).toMatchFileSnapshot(golden(`plan.${language}.${ending}`));
    });

    it('marks invented people and demonstration values everywhere, and says that people decide', async () => {
      const origin = texts.origins.simulated[language];
      const files = planFiles(await plan);
      const table = renderPlanTable(await plan, { width: 140, rows: 3 });
      expect(table.split('\n')[0]).toContain(origin);
      expect(table.split('\n')[1]).toContain(planTexts.notes['demonstration-values'][language]);
      expect(table).toContain(planTexts.peopleDecide[language]);
      for (const [name, text] of Object.entries(files)) {
        if (name.endsWith('.svg')) {
          expect(text, name).toContain(origin);
          expect(text, name).toContain(planTexts.onlyDemonstration[language]);
        }
      }
      expect(files['cheers-2022.md']).toContain(origin);
      expect(
        files['plan.csv']!.split('\r\n')
          .slice(1, -1)
          .every((line) => line.includes(origin)),
      ).toBe(true);
    });

    it('draws its pictures, the same for the same plan', async () => {
      const pictures = planPictures(await plan);
      expect(Object.keys(pictures)).toEqual([
        'cost-effectiveness-plane.svg',
        'acceptability.svg',
        'expected-loss.svg',
        'tornado.svg',
        'budget-impact.svg',
      ]);
      expect(planPictures(await plan)).toEqual(pictures);
      for (const [name, picture] of Object.entries(pictures)) {
        expect(picture, name).toMatch(/^<svg /);
        expect(picture, name).not.toMatch(/NaN|undefined|c0ffee/);
      }
    });

    it('has no line of a table wider than the terminal', async () => {
      for (const width of [100, 120, 140, 180]) {
        const lines = renderPlanTable(await plan, { width, rows: 6 }).split('\n');
        const drawn = lines.filter((line) => /^[│┌├└]/.test(line));
        expect(Math.max(...drawn.map((line) => line.length)), `${width}`).toBeLessThanOrEqual(width);
      }
    });

    it('answers each of the 28 items of the checklist, with nothing left to fill', async () => {
      const items = cheersItems(await plan);
      expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 28 }, (_, at) => at + 1));
      expect(cheers2022).toHaveLength(28);
      for (const { statement } of items) expect(statement).not.toMatch(/[{}]|undefined|NaN/);
    });

    it('where too few fit, nobody is shown and nothing is counted', async () => {
      const few = await planOf({ ...asked, language, municipalities: ['049'] });
      const shown = renderPlanTable(few, { width: 120, rows: 20 });
      expect(shown).toContain(planTexts.notes['too-few-to-show'][language]);
      expect(shown).not.toMatch(/c0ffee|€.*\d{2,} –/);
      expect(Object.keys(planFiles(few))).not.toContain('tornado.svg');
    });
  });
}
