import type { Language } from '../../data-contracts/schemas/fields.ts';
import type { QualityCell, RecordingQuality } from '../../data-contracts/schemas/recording-quality.ts';
import { locales } from '../../data-contracts/vocabularies/feature-values.ts';
import { mappingTexts } from '../../data-contracts/vocabularies/mapping-texts.ts';
import { rightsTexts } from '../../data-contracts/vocabularies/rights-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { figures, municipalityName } from '../../wording/figures.ts';
import Table from './drawn-table.ts';

const words = mappingTexts.quality;

/** One table for each table of the county’s data, a row a year and place. */
export function qualityTables({ cells, place }: RecordingQuality, language: Language): string {
  const tables = [...new Set(cells.map(({ table }) => table))].map((name) => {
    const own = cells.filter(({ table }) => table === name);
    return `${rightsTexts.tables[name][language]}\n${tableOf(own, place, language)}`;
  });
  return [...tables, words.method[language]].join('\n');
}

function tableOf(
  cells: readonly QualityCell[],
  place: RecordingQuality['place'],
  language: Language,
): string {
  const fields = Object.keys(cells.find(({ shares }) => shares)?.shares?.filled ?? {});
  const measures = [words.late30, words.late90, words.coded, words.implausible].map((word) => word[language]);
  const placed = place === 'county' ? [] : [words.place[language]];
  const head = [...placed, words.year[language], words.rows[language], ...measures];
  const filled = fields.map((field) => `${words.filled[language]}: ${field}`);
  const table = new Table({
    head: [...head, ...filled].map((word) => word.replaceAll(' ', '\n')),
    style: { head: [], border: [], compact: true },
  });
  const { count } = figures(language);
  const percent = new Intl.NumberFormat(locales[language], { style: 'percent' }).format;
  for (const { year, place: name, rows, shares } of cells) {
    const where = placed.length > 0 ? [nameOf(name, place, language)] : [];
    const hidden = texts.withheld.suppressed[language];
    const told = shares
      ? [
          shares.lateBy30Days,
          shares.lateBy90Days,
          shares.coded,
          shares.implausible,
          ...fields.map((field) => shares.filled[field] ?? 0),
        ]
      : [];
    table.push([
      ...where,
      String(year),
      rows === null ? hidden : count(rows),
      ...[...measures, ...filled].map((_, at) => (told[at] === undefined ? '' : percent(told[at]))),
    ]);
  }
  return table.toString();
}

const nameOf = (name: string, place: RecordingQuality['place'], language: Language) =>
  name === '' ? words.unknown[language] : place === 'municipality' ? municipalityName(name, language) : name;
