import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FollowUp } from '../../../models/survival/follow-up.ts';

const file = join(import.meta.dirname, '../../../../shared/data/flchain/flchain.csv');

/** Why the flchain tests do not run; empty when they do. */
export const flchainMissing = existsSync(file) ? '' : 'no ../shared/data/flchain/flchain.csv here';

export interface Flchain {
  readonly followUp: FollowUp;
  readonly age: Float64Array;
  readonly male: Float64Array;
  readonly kappa: Float64Array;
  readonly lambda: Float64Array;
  readonly creatinine: Float64Array;
  readonly mgus: Float64Array;
  /** The marker of the vectors: a fixed formula of age, sex and light chains. */
  readonly marker: Float64Array;
}

/** The flchain data; times below half a day count as half a day, as in the vectors. */
export function readFlchain(): Flchain {
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = header!.split(',');
  const cells = lines.map((line) => line.split(','));
  const column = (name: string) => {
    const at = names.indexOf(name);
    return Float64Array.from(cells, (row) =>
      row[at] === '' || row[at] === 'NA' ? Number.NaN : Number(row[at]),
    );
  };
  const [age, male, kappa, lambda] = [column('age'), column('male'), column('kappa'), column('lambda_')];
  const linear = (row: number) =>
    -3.5 + 0.1 * (age[row]! - 64) + 0.3 * male[row]! + 0.6 * Math.log((kappa[row]! + lambda[row]!) / 3);
  return {
    followUp: {
      time: column('time').map((days) => Math.max(days, 0.5)),
      event: Uint8Array.from(column('status')),
    },
    age,
    male,
    kappa,
    lambda,
    creatinine: column('creatinine'),
    mgus: column('mgus'),
    marker: age.map((_, row) => 1 / (1 + Math.exp(-linear(row)))),
  };
}
