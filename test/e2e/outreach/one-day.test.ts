import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Language } from '../../../data-contracts/schemas/fields.ts';
import { gateTexts } from '../../../data-contracts/vocabularies/gate-texts.ts';
import { outreachTexts } from '../../../data-contracts/vocabularies/outreach-texts.ts';
import { rightsTexts } from '../../../data-contracts/vocabularies/rights-texts.ts';
import { firstSteps } from '../../../runner/first-steps.ts';
import { copyOfCounty } from '../../county/made-county.ts';
import { commandsOf, guides, printedIn, walk, withPrinted } from './guide-of-a-day.ts';

/** Walks on a copy of this home, as `npm start` made it, instead of a smaller one. */
const shippedHome = process.env.ENNAKKO_ONE_DAY;

/**
 * Walks all three guides, and writes anew what they show as printed:
 * `ENNAKKO_PRINT=1 ENNAKKO_ONE_DAY=simulated-county npx vitest run test/e2e/outreach/one-day.test.ts`.
 */
const isPrinting = process.env.ENNAKKO_PRINT !== undefined;
const walked: readonly Language[] = isPrinting ? Language.options : ['en'];

const folder = mkdtempSync(join(tmpdir(), 'ennakko-one-day-'));
afterAll(() => rmSync(folder, { recursive: true }));

const guideIn = (language: Language) => readFileSync(guides[language], 'utf8');

async function countyFor(language: Language): Promise<string> {
  const place = join(folder, language);
  const home = join(place, 'simulated-county');
  if (shippedHome) cpSync(shippedHome, home, { recursive: true });
  else await copyOfCounty(home);
  return place;
}

/** What of a walk stands in a guide: a row of the cohort, a row of the team, how the letter begins. */
function shownOf(outputs: readonly string[], commands: readonly string[], place: string) {
  const printedBy = (words: string) => outputs[commands.findIndex((command) => command.includes(words))]!;
  const table = printedBy('ennakko cohort').split('\n');
  const [from, end] = ['┌', '└'].map((corner) => table.findIndex((line) => line.startsWith(corner))) as [
    number,
    number,
  ];
  const to = table.findIndex((line) => /^│ +2 │/.test(line));
  const letter = readFileSync(join(place, 'one-day/letter/held.md'), 'utf8').split('\n');
  const third = letter.flatMap((line, at) => (line.startsWith('## ') ? [at] : []))[2];
  return {
    cohort: [...table.slice(from, to - 1), table[end]].join('\n'),
    card: printedBy('outreach card'),
    letter: letter.slice(0, third).join('\n'),
  };
}

describe('the walk of one day', () => {
  it('is the same walk in three languages, and begins as `start` says', () => {
    const [english, ...others] = (['en', 'fi', 'sv'] as const).map((language) =>
      commandsOf(guideIn(language)).map((command) =>
        command.replace(` --language ${language}`, '').replace(/(--name|--text) "[^"]+"/, '$1'),
      ),
    );
    for (const other of others) expect(other).toEqual(english);
    expect(english!.slice(1, 4)).toEqual(firstSteps.map((step) => `ennakko ${step}`));
    // how `ennakko` is called, and a dozen
    expect(english!.length).toBeLessThanOrEqual(13);
  });

  it.each(walked)(
    'runs, one command after another, in a shell: %s',
    async (language) => {
      const place = await countyFor(language);
      const outputs = await walk(language, place);
      const commands = commandsOf(guideIn(language)).slice(1);
      expect(outputs).toHaveLength(commands.length);
      const shown = shownOf(outputs, commands, place);
      if (isPrinting)
        writeFileSync(
          guides[language],
          Object.entries(shown).reduce(
            (guide, [name, text]) => withPrinted(guide, name, text),
            guideIn(language),
          ),
        );
      expect(shown.cohort.split('\n').length).toBeGreaterThan(4);
      expect(shown.letter).toContain(rightsTexts.title[language]);
    },
    1_800_000,
  );

  it.each(Language.options)('shows what is printed: %s', (language) => {
    const guide = guideIn(language);
    expect(printedIn(guide, 'cohort')).toMatch(/│ +1 │/);
    expect(printedIn(guide, 'card')).toContain(outreachTexts.next['first-call'][language]);
    expect(printedIn(guide, 'card')).toContain(gateTexts.outreach.peopleDecide[language]);
    expect(printedIn(guide, 'letter')).toContain(rightsTexts.title[language]);
  });
});
