import type { SqlValue } from '../lake/lake-engine.ts';

/** Half of what Athena takes a parameter, as every sign may be a quote and so be doubled. */
const longestParameter = 500;

/** What is a question mark, and texts and comments, in which it would be none. */
const part = /'(?:[^']|'')*'|--[^\n]*|\?/g;

/**
 * A statement and its values as Athena takes them: each value as SQL would write it. A text that is too long for
 * one parameter comes as several, put together in the statement.
 * @throws RangeError when there are more question marks than values, or fewer
 */
export function boundStatement({ text, values }: { text: string; values: readonly SqlValue[] }) {
  const parameters: string[] = [];
  let used = 0;
  const bound = text.replace(part, (found) => {
    if (found !== '?') return found;
    if (used === values.length) throw new RangeError(`statement: expected ${used} question marks, got more`);
    const pieces = literalsOf(values[used++]!);
    parameters.push(...pieces);
    return pieces.length === 1 ? '?' : `concat(${pieces.map(() => '?').join(', ')})`;
  });
  if (used < values.length)
    throw new RangeError(`statement: expected ${values.length} question marks, got ${used}`);
  return { text: bound, parameters };
}

function literalsOf(value: SqlValue): string[] {
  if (typeof value !== 'string') return [String(value)];
  const pieces: string[] = [];
  for (let from = 0; from < value.length; from += longestParameter)
    pieces.push(value.slice(from, from + longestParameter));
  return (pieces.length > 0 ? pieces : ['']).map(quoted);
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
