/**
 * A delivery's name in a form of which the order by letters is the order of the deliveries: numbers within it count as
 * numbers, so that 2025-9 comes before 2025-10. The name itself stands after a space, which no name has, so that two
 * names are never one. This is what `delivery` of a row in the lake is.
 * @example inOrder('2025-9') // '042025-019 2025-9'
 */
export const inOrder = (delivery: string) =>
  `${delivery.replace(/\d+/g, (digits) => withLength(digits.replace(/^0+(?=\d)/, '')))} ${delivery}`;

const withLength = (digits: string) => String(digits.length).padStart(2, '0') + digits;

/** What a delivery is called, of what stands in the lake. */
export const deliveryNameOf = (ordered: string) => ordered.slice(ordered.lastIndexOf(' ') + 1);

/** Which of two names comes first: −1, 0 or 1. */
export function byDeliveryOrder(one: string, other: string): number {
  const [first, second] = [inOrder(one), inOrder(other)];
  return first < second ? -1 : first > second ? 1 : 0;
}
