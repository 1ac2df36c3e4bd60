import { smallestCell } from './small-cells.ts';

/**
 * Which parts of a group may be asked for apart, so that whoever subtracts what is told from the group is left with
 * nobody or with at least five people: a part of fewer than five may not, and where all such hold fewer than five
 * together, the smallest of the others goes with them, until they do not.
 *
 * @param parts people by name of the part; each person in one
 * @returns names of the parts that may be asked for
 */
export function askableParts(parts: ReadonlyMap<string, number>): ReadonlySet<string> {
  const peopled = [...parts].filter(([, people]) => people > 0);
  const askable = peopled.filter(([, people]) => people >= smallestCell).sort(smallestFirst);
  let left = peopled.reduce((sum, [, people]) => sum + (people < smallestCell ? people : 0), 0);
  while (left > 0 && left < smallestCell && askable.length > 0) left += askable.shift()![1];
  return new Set(askable.map(([name]) => name));
}

const smallestFirst = ([one, people]: [string, number], [other, others]: [string, number]) =>
  people - others || (one < other ? -1 : 1);
