/**
 * Of each person, which share of peers of like need has as little or less: people are ordered by need and dealt into
 * groups of about so many, ties by position.
 *
 * @param amount of each person, for instance contacts
 * @param need of each person
 * @param peers people of a group, about; fewer people altogether are one group
 * @returns above 0, at most 1: those with as much count half, and the person counts
 */
export function shareWithLess(amount: Float64Array, need: Float64Array, peers: number): Float64Array {
  const order = Int32Array.from(amount.keys()).sort((one, other) => need[one]! - need[other]! || one - other);
  const groups = Math.max(1, Math.round(order.length / peers));
  const shares = new Float64Array(amount.length);
  for (let group = 0; group < groups; group++) {
    const [from, until] = [group, group + 1].map((at) => Math.floor((at * order.length) / groups));
    const members = order.subarray(from, until);
    const sorted = Float64Array.from(members, (one) => amount[one]!).sort();
    for (const one of members) {
      const [less, asMuch] = placesOf(sorted, amount[one]!);
      shares[one] = (less + asMuch + 1) / 2 / sorted.length;
    }
  }
  return shares;
}

/** How many of some rising values are below a value, and how many are not above it. */
function placesOf(sorted: Float64Array, value: number): [number, number] {
  const first = (isPast: (one: number) => boolean) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isPast(sorted[middle]!)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return [first((one) => one >= value), first((one) => one > value)];
}
