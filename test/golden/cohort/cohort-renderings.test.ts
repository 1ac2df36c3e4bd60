import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { texts } from '../../../data-contracts/vocabularies/texts.ts';
import { requestCohort } from '../../../functions/core/cohort/request-cohort.ts';
import { cohortCsv, cohortJson } from '../../../runner/presentation/cohort-files.ts';
import { renderCohortTable } from '../../../runner/presentation/cohort-table.ts';
import { wordReason } from '../../../wording/word-reason.ts';
import { at, request, smallCounty } from '../../unit/cohort/small-county.ts';

const languages = ['fi', 'sv', 'en'] as const;
const golden = (name: string) => resolve(import.meta.dirname, name);

/** Versions of the language data differ in which kind of space they put within a number. */
const withPlainSpaces = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

async function cohortIn(language: (typeof languages)[number], size = 6) {
  const { ports } = smallCounty({ wordReason });
  const outcome = await requestCohort(ports, request({ language, size }), { at, requestId: 'r-1' });
  if (outcome.status !== 'answered') throw new Error(outcome.status);
  return outcome.cohort;
}

describe('a cohort shown in each language', () => {
  for (const language of languages) {
    it(`${language}: on a wide terminal, on a narrow one, as CSV and as JSON`, async () => {
      const cohort = await cohortIn(language);
      const renderings = {
        'wide.txt': renderCohortTable(cohort, { width: 160, rows: 20 }),
        'narrow.txt': renderCohortTable(cohort, { width: 90, rows: 3 }),
        csv: cohortCsv(cohort),
        'json.txt': cohortJson(cohort),
      };
      for (const [ending, text] of Object.entries(renderings)) {
        await expect(withPlainSpaces(text)).toMatchFileSnapshot(golden(`cohort.${language}.${ending}`));
      }
    });

    it(`${language}: no line is wider than the terminal`, async () => {
      const cohort = await cohortIn(language, 25);
      for (const width of [80, 100, 120, 140, 200]) {
        const lines = renderCohortTable(cohort, { width, rows: 20 }).split('\n');
        const drawn = lines.filter((line) => /^[│┌├└]/.test(line));
        expect(Math.max(...drawn.map((line) => line.length)), `${width}`).toBeLessThanOrEqual(width);
      }
    });

    it(`${language}: where too few fit, neither their number nor anyone withheld is told`, async () => {
      const { ports } = smallCounty({ wordReason });
      const asked = request({ language, municipalities: ['049'] });
      const outcome = await requestCohort(ports, asked, { at, requestId: 'r-1' });
      if (outcome.status !== 'answered') throw new Error(outcome.status);
      const shown = renderCohortTable(outcome.cohort, { width: 120, rows: 20 });
      expect(shown).toContain(texts.notes['too-few-to-show'][language]);
      expect(shown).toContain(texts.withheld.suppressed[language]);
      expect(shown).not.toMatch(/c0ffee|Nobody was withheld|Ketään ei jätetty|Ingen utelämnades/);
    });

    it(`${language}: invented people are marked, and it is said that people decide`, async () => {
      const cohort = await cohortIn(language);
      const mark = { fi: 'SIMULOITUA', sv: 'SIMULERADE', en: 'SIMULATED' }[language];
      const decides = {
        fi: 'Ammattilainen päättää',
        sv: 'En yrkesperson beslutar',
        en: 'A professional decides',
      }[language];
      const shown = renderCohortTable(cohort, { width: 120, rows: 20 });
      expect(shown.split('\n')[0]).toContain(mark);
      expect(shown).toContain(decides);
      expect(
        cohortCsv(cohort)
          .trim()
          .split('\r\n')
          .slice(1)
          .every((line) => line.includes(mark)),
      ).toBe(true);
      expect(renderCohortTable({ ...cohort, origin: 'register' }, { width: 120, rows: 20 })).not.toContain(
        mark,
      );
    });
  }
});
