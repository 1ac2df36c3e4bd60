import type { OutOfFold } from '../../functions/core/risk/cross-fit.ts';
import { quoted } from './plain-csv.ts';

/** The network's predictions: `row_id, rep, p1 … pk`, a row for each predicted row and repetition. */
export function predictionsCsv(ids: readonly string[], repetitions: readonly OutOfFold[]): string {
  const horizons = repetitions[0]!.probability.network;
  const lines = [`row_id,rep,${horizons.map((_, h) => `p${h + 1}`).join(',')}`];
  for (const { rep, rows, probability } of repetitions) {
    rows.forEach((row, at) => {
      const cells = probability.network.map((column) => column[at]!.toFixed(9));
      lines.push([quoted(ids[row]!), quoted(rep), ...cells].join(','));
    });
  }
  return `${lines.join('\n')}\n`;
}
