const [least, perOctave, octaves] = [-45, 8, 130];
const perUnit = perOctave / Math.LN2;
/** Of the unit 1 / `perUnit`: its higher bits, whose multiples are exact, and what is left of it. */
const [high, low] = [
  Math.fround(Math.LN2 / perOctave),
  Math.LN2 / perOctave - Math.fround(Math.LN2 / perOctave),
];
const zero = perOctave * (octaves / 2);
const powers = powersOfTwo();

/**
 * e^x from a table of eight powers of two an octave and a polynomial between: off by some 10⁻¹⁵ of itself, faster than
 * `Math.exp`, and the same bits on every engine, as only sums and products are taken.
 *
 * @param x up to 45; anything below −45 is taken as −45
 */
export function quickExp(x: number): number {
  const held = x > least ? x : least;
  const steps = Math.floor(held * perUnit + 0.5);
  const r = held - steps * high - steps * low;
  const late = 1 / 24 + r * (1 / 120 + r * (1 / 720 + r * (1 / 5040)));
  return powers[steps + zero]! * (1 + r * (1 + r * (1 / 2 + r * (1 / 6 + r * late))));
}

/** 2^(step / 8) from the octaves' products; the root of two is exact to the last bit everywhere. */
function powersOfTwo(): Float64Array {
  const root = Math.sqrt(Math.sqrt(Math.sqrt(2)));
  const table = new Float64Array(perOctave * octaves + 1);
  for (let step = 0, part = 1; step < perOctave; step++, part *= root) {
    table[zero + step] = part;
    for (let at = zero + step + perOctave; at < table.length; at += perOctave)
      table[at] = 2 * table[at - perOctave]!;
    for (let at = zero + step - perOctave; at >= 0; at -= perOctave) table[at] = table[at + perOctave]! / 2;
  }
  return table;
}
