import { describe, expect, it } from 'vitest';
import {
  columnWidth,
  type Expansion,
  encode,
  encodedWidth,
  expansions,
  featureOfColumn,
  featureOfInput,
  learnEncoding,
  plainPositions,
} from '../../../models/risk/encoding.ts';
import { normalQuantile } from '../../../models/risk/normal-scores.ts';
import { simulatedStudy } from './simulated-study.ts';

const { predictors } = simulatedStudy(4000, 1);
const bins = 8;
const encoding = learnEncoding(predictors, bins);
const inputs = Object.fromEntries(
  expansions.map((expansion) => [expansion, encode(encoding, predictors, expansion)]),
) as Record<Expansion, Float32Array>;
const widths = (expansion: Expansion) =>
  Object.fromEntries(encoding.columns.map((column) => [column.name, columnWidth(column, expansion)]));
const inputOf = (expansion: Expansion, input: number) => {
  const width = encodedWidth(encoding, expansion);
  return Float64Array.from({ length: 4000 }, (_, row) => inputs[expansion][row * width + input]!);
};

describe('an encoding', () => {
  it('gives value, modal flag, missing flag and normal score where each tells something', () => {
    expect(widths('normal-scores')).toEqual({ age: 2, cost: 3, falls: 1, scale: 3, noise: 2 });
  });

  it('gives three curves to a column with five knots and none to a flag', () => {
    expect(widths('curves')).toMatchObject({ age: 4, falls: 1, scale: 5 });
  });

  it('has mean 0 and deviation 1 on the rows it learnt from, for value and score', () => {
    for (const input of [0, 1]) {
      const values = inputOf('normal-scores', input);
      const mean = values.reduce((sum, value) => sum + value, 0) / 4000;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4000;
      expect(mean).toBeCloseTo(0, 2);
      expect(variance).toBeCloseTo(1, 1);
    }
  });

  it('makes curves without mean, slope or likeness to each other', () => {
    const age = [0, 1, 2, 3].map((input) => inputOf('curves', input));
    for (let a = 0; a < 4; a++) {
      for (let b = 0; b < a; b++) {
        expect(Math.abs(age[a]!.reduce((sum, x, row) => sum + x * age[b]![row]!, 0) / 4000)).toBeLessThan(
          0.01,
        );
      }
    }
  });

  it('does not depend on the unit of a skewed column', () => {
    const inCents = {
      ...predictors,
      columns: predictors.columns.map((one, at) => (at === 1 ? one.map((x) => 100 * x) : one)),
    };
    const other = encode(learnEncoding(inCents, bins), inCents, 'curves');
    inputs.curves.forEach((value, at) => {
      if (Math.abs(value - other[at]!) > 1e-4) throw new Error(`input ${at}: ${value}`);
    });
  });

  it('takes a missing value as the median and says that it was missing', () => {
    const at = encoding.columns.findIndex(({ name }) => name === 'scale');
    const offset = encodedWidth({ columns: encoding.columns.slice(0, at) }, 'normal-scores');
    const single = (value: number) => {
      const columns = predictors.names.map((name) => Float64Array.of(name === 'scale' ? value : 1));
      return encode(encoding, { names: predictors.names, rows: 1, columns }, 'normal-scores');
    };
    const [missing, median] = [single(Number.NaN), single(encoding.columns[at]!.scale.fill)];
    expect([missing[offset], missing[offset + 1]]).toEqual([median[offset], 1]);
    expect(median[offset + 1]).toBe(0);
  });

  it('survives JSON to the bit', () => {
    const read = JSON.parse(JSON.stringify(encoding));
    for (const one of expansions) expect(encode(read, predictors, one)).toEqual(inputs[one]);
  });

  it('refuses a table without a column it learnt', () => {
    const table = { names: ['age'], rows: 1, columns: [Float64Array.of(1)] };
    expect(() => encode(encoding, table, 'curves')).toThrow(RangeError);
  });

  it('encodes some rows as it encodes them among all', () => {
    const rows = Int32Array.of(5, 3999, 0);
    for (const one of expansions) {
      const width = encodedWidth(encoding, one);
      const some = encode(encoding, predictors, one, rows);
      rows.forEach((row, at) => {
        expect(some.subarray(at * width, (at + 1) * width)).toEqual(
          inputs[one].subarray(row * width, (row + 1) * width),
        );
      });
    }
  });

  it('fills bins from below: whole ones before the value, none after', () => {
    const offset = encodedWidth({ columns: encoding.columns.slice(0, 0) }, 'bins') + 1;
    const width = encodedWidth(encoding, 'bins');
    for (let row = 0; row < 200; row++) {
      const filled = inputs.bins.subarray(row * width + offset, row * width + offset + bins);
      filled.forEach((share, bin) => {
        expect(share).toBeGreaterThanOrEqual(0);
        if (bin > 0 && share > 0) expect(filled[bin - 1]).toBe(1);
      });
    }
  });

  it('knows where the plain inputs are among those of an expansion', () => {
    for (const expansion of ['bins', 'normal-scores'] as const) {
      const width = encodedWidth(encoding, expansion);
      const positions = plainPositions(encoding, expansion);
      const among = [0, 1, 3999].flatMap((row) =>
        [...positions].map((position) => inputs[expansion][row * width + position]),
      );
      const plain = encode(encoding, predictors, 'plain', Int32Array.of(0, 1, 3999));
      expect(Float32Array.from(among as number[])).toEqual(plain);
    }
  });

  it('knows which of a model’s features each input is of', () => {
    const ofColumn = featureOfColumn(encoding, ['constant', 'noise', 'scale', 'falls', 'cost', 'age']);
    expect([...ofColumn]).toEqual([5, 4, 3, 2, 1]);
    const ofInput = featureOfInput(encoding, 'bins', ofColumn);
    expect(ofInput.length).toBe(encodedWidth(encoding, 'bins'));
    expect([...new Set(ofInput)]).toEqual([5, 4, 3, 2, 1]);
  });
});

describe('normalQuantile', () => {
  it('inverts the standard normal distribution', () => {
    expect(normalQuantile(0.5)).toBeCloseTo(0, 9);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 7);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 7);
  });
});
