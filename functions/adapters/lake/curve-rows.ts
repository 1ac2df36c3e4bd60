import type { RiskCurve } from '../../../data-contracts/schemas/risk-score.ts';
import type { ClientCurves } from '../../core/ports/planning-scores.ts';

/** Rows as they come, put where the asked clients are. */
export class CurveRows {
  readonly #clients: readonly string[];
  readonly #municipality: string[] = [];
  readonly #values: Record<string, Float64Array>;
  #ends: number[] = [];
  #outcomeMass = new Float32Array();
  #competingMass = new Float32Array();

  constructor(clients: readonly string[], columns: readonly string[]) {
    this.#clients = clients;
    this.#values = Object.fromEntries(columns.map((name) => [name, new Float64Array(clients.length)]));
  }

  take(texts: Record<string, string[]>, numbers: Record<string, Float64Array>, rows: number): void {
    for (let row = 0; row < rows; row++) {
      const at = this.#municipality.length;
      if (texts.client![row] !== this.#clients[at]) throw new Error('scores: a released client has no score');
      this.#municipality.push(texts.municipality![row]!);
      for (const [name, target] of Object.entries(this.#values)) target[at] = numbers[name]![row]!;
      this.#takeCurve(at, JSON.parse(texts.curve![row]!));
    }
  }

  #takeCurve(at: number, { ends, outcome, competing }: RiskCurve): void {
    if (this.#ends.length === 0) {
      this.#ends = ends;
      this.#outcomeMass = new Float32Array(this.#clients.length * ends.length);
      this.#competingMass = new Float32Array(this.#clients.length * ends.length);
    }
    if (ends.length !== this.#ends.length || ends.some((end, interval) => end !== this.#ends[interval])) {
      throw new Error('scores: the curves’ intervals differ');
    }
    if (outcome.length !== ends.length || competing.length !== ends.length) {
      throw new Error('scores: a curve is not as long as its intervals');
    }
    const from = at * ends.length;
    for (let interval = 0; interval < ends.length; interval++) {
      this.#outcomeMass[from + interval] = outcome[interval]! - (outcome[interval - 1] ?? 0);
      this.#competingMass[from + interval] = competing[interval]! - (competing[interval - 1] ?? 0);
    }
  }

  finish(): ClientCurves {
    if (this.#municipality.length !== this.#clients.length) {
      throw new Error('scores: a released client has no score');
    }
    const { score_age: ageYears = new Float64Array(), ...values } = this.#values;
    return {
      ends: this.#ends,
      outcomeMass: this.#outcomeMass,
      competingMass: this.#competingMass,
      ageYears,
      municipality: this.#municipality,
      values,
    };
  }
}
