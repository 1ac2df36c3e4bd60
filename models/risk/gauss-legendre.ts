/** Points in (0, 1) and weights that sum to 1. */
export interface Quadrature {
  readonly points: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Gauss–Legendre quadrature on (0, 1): exact for polynomials up to degree 2n − 1. Roots of the Legendre
 * polynomial by Newton's method, weights 1 / ((1 − x²) P′_n(x)²) after halving the interval.
 *
 * @source Abramowitz & Stegun 1964, 25.4.29
 */
export function gaussLegendre(n: number): Quadrature {
  const pairs = Array.from({ length: n }, (_, at) => {
    let x = -Math.cos((Math.PI * (at + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let iteration = 0; iteration < 20; iteration++) {
      const { value, before } = legendre(n, x);
      slope = (n * (x * value - before)) / (x * x - 1);
      x -= value / slope;
    }
    return { point: (1 + x) / 2, weight: 1 / ((1 - x * x) * slope * slope) };
  });
  return { points: pairs.map(({ point }) => point), weights: pairs.map(({ weight }) => weight) };
}

function legendre(n: number, x: number): { value: number; before: number } {
  let [before, value] = [1, x];
  for (let k = 2; k <= n; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
  return { value, before };
}
