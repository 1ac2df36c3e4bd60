import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { hazardHead } from '../../../models/risk/hazard-head.ts';
import {
  lossAndGradient,
  networkOutputs,
  networkParameters,
  shapeFor,
  startingParameters,
  withoutForetold,
} from '../../../models/risk/hazard-network.ts';
import { intervalExposure } from '../../../models/risk/interval-exposure.ts';
import { transposed } from '../../../models/risk/matrices.ts';
import { drawsFor, normalDraw } from '../../../models/risk/random-draws.ts';
import { startWasm } from './simulated-study.ts';

beforeAll(startWasm);

const head = hazardHead([6, 12, 36], 2, 0.5);
const foretold = 3;
const shape = shapeFor(head, 5, 8, foretold);

function exampleBatch(rows: number) {
  const draws = drawsFor(3, 0);
  const followUp = {
    time: Float64Array.from({ length: rows }, (_, row) => 1 + ((row * 7) % 40)),
    event: Uint8Array.from({ length: rows }, (_, row) => row % 3),
  };
  return {
    inputs: Float32Array.from({ length: rows * 5 }, () => normalDraw(draws)),
    rows: Int32Array.from({ length: rows }, (_, row) => row),
    exposure: intervalExposure(followUp, head.ends),
    foretold: {
      values: Float32Array.from({ length: rows * foretold }, (_, at) =>
        at % 7 < 3 ? Number.NaN : (at % 11) - 5,
      ),
      weight: 0.8,
    },
  };
}

function exampleParameters() {
  const parameters = startingParameters(shape, new Float32Array(6).fill(-2), 5);
  const draws = drawsFor(4, 0);
  for (const part of [
    parameters.b1,
    parameters.b2,
    parameters.w3,
    parameters.b3,
    parameters.w4,
    parameters.b4,
  ]) {
    part.forEach((_, at) => {
      part[at] = 0.3 * normalDraw(draws);
    });
  }
  return parameters;
}

describe('the network', () => {
  it('runs on WebAssembly or the native library, never on plain JavaScript', () => {
    expect(['wasm', 'tensorflow']).toContain(tf.getBackend());
  });

  it('has the gradient that finite differences give, with and without dropout', () => {
    const batch = exampleBatch(40);
    const parameters = exampleParameters();
    const masks = [0, 1].map((layer) =>
      Float32Array.from({ length: 40 * 8 }, (_, at) => ((at + layer) % 4 === 0 ? 0 : 4 / 3)),
    ) as [Float32Array, Float32Array];
    for (const dropout of [undefined, masks]) {
      const gradient = networkParameters(shape);
      lossAndGradient(head, parameters, batch, gradient, dropout);
      const scratch = networkParameters(shape);
      const lossWith = (at: number, value: number) => {
        const nudged = networkParameters(shape, Float32Array.from(parameters.all));
        nudged.all[at] = value;
        return lossAndGradient(head, nudged, batch, scratch, dropout);
      };
      for (let at = 0; at < parameters.all.length; at++) {
        const [up, down] = [Math.fround(parameters.all[at]! + 1e-3), Math.fround(parameters.all[at]! - 1e-3)];
        const slope = (lossWith(at, up) - lossWith(at, down)) / (up - down);
        expect(Math.abs(gradient.all[at]! - slope), `parameter ${at}`).toBeLessThan(2e-3);
      }
    }
  });

  it('predicts the same without what it foretold in training', () => {
    const [parameters, { inputs }] = [exampleParameters(), exampleBatch(16)];
    const served = withoutForetold(parameters);
    expect(served.all.length).toBe(parameters.all.length - 9 * foretold);
    expect(networkOutputs(served, inputs)).toEqual(networkOutputs(parameters, inputs));
  });

  it('leaves no tensor behind after a step or a prediction', () => {
    const before = tf.memory().numTensors;
    const batch = exampleBatch(16);
    lossAndGradient(head, exampleParameters(), batch, networkParameters(shape));
    networkOutputs(exampleParameters(), batch.inputs);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('starts from the marginal hazards: all outputs are 0', () => {
    const start = startingParameters(shape, new Float32Array(6), 1);
    expect([...networkOutputs(start, exampleBatch(4).inputs)]).toEqual(new Array(16).fill(0));
  });
});

describe('transposed', () => {
  it('turns a matrix over, also when no side is a whole number of blocks', () => {
    const [rows, columns] = [37, 70];
    const values = Float32Array.from({ length: rows * columns }, (_, at) => at);
    const turned = transposed(values, rows, columns);
    expect(turned[69 * rows + 36]).toBe(36 * columns + 69);
    expect(transposed(turned, columns, rows)).toEqual(values);
  });
});
