/** What newline-delimited JSON holds, a line a thing; empty lines are passed over. @throws SyntaxError */
export const linesOfJson = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown);
