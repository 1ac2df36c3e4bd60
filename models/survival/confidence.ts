/** Standard errors to each side that make a 95 % interval: Φ⁻¹(.975). */
export const z95 = 1.959963984540054;
