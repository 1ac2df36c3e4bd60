/** Where in what was sent a fault is: names of ours joined by dots. A key that the sender chose may say anything. */
export const fieldOfFault = (path: readonly PropertyKey[]) =>
  path.map((part) => (isOurName(part) ? String(part) : '…')).join('.');

const isOurName = (part: PropertyKey) =>
  typeof part === 'number' || /^[a-z][A-Za-z]{0,39}$/.test(String(part));
