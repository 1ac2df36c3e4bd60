import type { Language } from '../../data-contracts/schemas/fields.ts';
import { mappingTexts } from '../../data-contracts/vocabularies/mapping-texts.ts';
import { quarantineRules } from '../../data-contracts/vocabularies/quarantine-rules.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { figures } from '../../wording/figures.ts';
import type { CheckReport } from '../check-service.ts';
import Table from './drawn-table.ts';
import { ingestTable } from './ingest-table.ts';

/** What ingest would do, and for each file, field and rule how many rows would stay out. */
export function checkTable({ report, reasons }: CheckReport, language: Language): string {
  const words = mappingTexts.check;
  const told = `${mappingTexts.checked[language]}\n${ingestTable(report, language)}`;
  if (reasons.length === 0) return told;
  const table = new Table({
    head: [
      words.file[language],
      words.field[language],
      texts.ingest.rule[language],
      words.rows[language],
      words.lines[language],
    ],
    colAligns: ['left', 'left', 'left', 'right', 'left'],
    style: { head: [], border: [], compact: true },
  });
  for (const { delivery, file, field, rule, rows, lines } of reasons)
    table.push([
      `${delivery}/${file}`,
      field ?? '',
      quarantineRules[rule][language],
      figures(language).count(rows),
      lines.join(', '),
    ]);
  return `${told}\n${words.why[language]}\n${table.toString()}`;
}
