import type { Language } from '../../data-contracts/schemas/fields.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { type CrossFitFigures, crossFitFigureNames } from '../../functions/core/risk/cross-fit-figures.ts';
import { figures as figuresIn } from '../../wording/figures.ts';
import Table from './drawn-table.ts';

const decimals = { auc: 4, brier: 4, calibrationSlope: 2, observedExpectedRatio: 2, topTenthCapture: 2 };

/** Out-of-fold figures of the network and the logistic beside it; horizons in the table's own unit. */
export function crossFitTable(judged: readonly CrossFitFigures[], language: Language): string {
  const words = texts.model;
  const head = [
    words.horizon,
    words.model,
    words.auc,
    words.brier,
    words.calibrationSlope,
    words.observedToExpected,
    words.topDecileCapture,
  ];
  const table = new Table({
    head: head.map((word) => word[language]),
    colAligns: ['right', 'left', 'right', 'right', 'right', 'right', 'right'],
    colWidths: [15, 36, 10, 10, 15, 19, 18],
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  const { decimal } = figuresIn(language);
  for (const { horizon, model, figures } of judged) {
    const shown = figures.map((figure, at) =>
      Number.isNaN(figure) ? '–' : decimal(figure, decimals[crossFitFigureNames[at]!]),
    );
    table.push([horizon, words[model][language], ...shown]);
  }
  return table.toString();
}
