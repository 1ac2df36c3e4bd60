import { Cohort } from '../../data-contracts/schemas/cohort.ts';
import { aboutTexts } from '../../data-contracts/vocabularies/about-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { type Cell, csvForms, spreadsheetCsv } from '../../functions/core/spreadsheet-csv.ts';
import { say } from '../../wording/say.ts';
import { toldBand, toldMunicipality } from '../../wording/told-who.ts';
import { toldStatus } from './about-lines.ts';

/** The cohort's rows for a spreadsheet in the cohort's language: shares in per cent, money in euros. */
export function cohortCsv(cohort: Cohort): string {
  const reasons = Math.max(0, ...cohort.rows.map((row) => row.reasons.length));
  return spreadsheetCsv([heads(cohort, reasons), ...bodies(cohort, reasons)], csvForms[cohort.language]);
}

function heads({ language, horizonsMonths }: Cohort, reasons: number): Cell[] {
  const perHorizon = (
    text: typeof texts.cohort.probability | typeof texts.cohort.expectedCost,
    unit: string,
  ) => horizonsMonths.map((months) => `${say(text, language, { months })} (${unit})`);
  return [
    texts.cohort.rank[language],
    texts.cohort.pseudonym[language],
    texts.cohort.ageBand[language],
    texts.cohort.municipality[language],
    aboutTexts.serviceStatus[language],
    ...perHorizon(texts.cohort.probability, '%'),
    ...perHorizon(texts.cohort.expectedCost, '€'),
    ...Array.from({ length: reasons }, (_, place) =>
      say(texts.cohort.reason, language, { place: place + 1 }),
    ),
    texts.cohort.changeable[language],
    texts.model.model[language],
    texts.cohort.origin[language],
  ];
}

function bodies({ language, rows, modelVersion, origin }: Cohort, reasons: number): Cell[][] {
  return rows.map((row) => [
    row.rank,
    row.client,
    toldBand(row.ageBand, language),
    toldMunicipality(row.municipality, language),
    toldStatus(row.serviceStatus, language),
    ...row.probability.map((probability) => Math.round(probability * 1e6) / 1e4),
    ...row.expectedCostCents.map((cents) => cents / 100),
    ...Array.from({ length: reasons }, (_, place) => row.reasons[place]?.text ?? ''),
    row.changeable.map(({ text }) => text).join(' • '),
    modelVersion,
    texts.origins[origin][language],
  ]);
}

/** The whole answer as JSON, its keys in the order of the contract. */
export function cohortJson(cohort: Cohort): string {
  return `${JSON.stringify(Cohort.parse(cohort), null, 2)}\n`;
}
