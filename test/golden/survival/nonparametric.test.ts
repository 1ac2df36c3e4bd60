import { describe, expect, it } from 'vitest';
import { aalenJohansen, grayVariance } from '../../../models/survival/aalen-johansen.ts';
import { censoringSurvival } from '../../../models/survival/censoring.ts';
import { eventTable } from '../../../models/survival/event-table.ts';
import { type EstimatedCurve, kaplanMeier, nelsonAalen } from '../../../models/survival/kaplan-meier.ts';
import { type StepCurve, valueAt } from '../../../models/survival/step-curve.ts';
import { flchainMissing, readFlchain } from './flchain.ts';
import vectors from './survival.json' with { type: 'json' };

const near = (found: number[], expected: number[], digits = 9) => {
  expect(found).toHaveLength(expected.length);
  for (const [at, value] of expected.entries()) expect(found[at]).toBeCloseTo(value, digits);
};

const errorsOf = (curve: EstimatedCurve): StepCurve => ({ ...curve, start: 0, values: curve.standardErrors });

describe('twelve rows with competing events, as R survival gives them', () => {
  const { data, times, ...expected } = vectors.tiny_competing;
  const table = eventTable({
    time: Float64Array.from(data, (row) => row.time),
    event: Uint8Array.from(data, (row) => row.status),
  });
  const at = (curve: StepCurve) => times.map((time) => valueAt(curve, time));
  const { eventFree, incidence } = aalenJohansen(table);

  it('event-free survival', () => near(at(eventFree), expected.event_free));
  it('Kaplan–Meier of any event', () => near(at(kaplanMeier(table)), expected.km_any));
  it('incidence of the outcome', () => near(at(incidence[0]!), expected.cif1));
  it('incidence of the competing event', () => near(at(incidence[1]!), expected.cif2));
  it('standard error of the outcome incidence', () => near(at(errorsOf(incidence[0]!)), expected.se1));
  it('Nelson–Aalen of the outcome', () => near(at(nelsonAalen(table, 1)), expected.nelson_aalen1));
  it('censoring, ties together', () => near(at(censoringSurvival(table, 'together')), expected.censoring_km));
});

describe('six rows of lifelines, variances by SAS, R survival and cmprsk', () => {
  const six = vectors.lifelines_aalen_johansen_6;
  const table = eventTable({ time: Float64Array.from(six.duration), event: Uint8Array.from(six.event) });
  const second = aalenJohansen(table).incidence[1]!;

  it('incidence', () => near([...second.values], six.r_cif2));
  it('standard error of R', () => near([...second.standardErrors], six.r_se2));
  it('variance of SAS', () =>
    near(
      [...second.standardErrors].map((se) => se ** 2),
      six.variance_from_sas_t0_6.slice(1),
    ));
  it('variance of cmprsk', () => near([...grayVariance(table, 2)], six.cmprsk_var2));
});

describe.skipIf(flchainMissing !== '')(`flchain (${flchainMissing || 'present'})`, () => {
  it('survival, standard error and number at risk at 1, 3 and 5 years', () => {
    const { times, surv, se, n_risk } = vectors.flchain_km;
    const table = eventTable(readFlchain().followUp);
    const curve = kaplanMeier(table);
    near(
      times.map((time) => valueAt(curve, time)),
      surv,
    );
    near(
      times.map((time) => valueAt(errorsOf(curve), time)),
      se,
    );
    const atRisk = times.map((time) => table.atRisk[table.times.findIndex((distinct) => distinct >= time)]);
    expect(atRisk).toEqual(n_risk);
  });
});
