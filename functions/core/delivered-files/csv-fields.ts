/**
 * The fields of one line of CSV. A field may stand in double quotes, with inner ones doubled; it may not
 * span lines, so that a line is a row and one bad row never takes others with it.
 * @returns undefined when a quote is not closed, or opens or closes inside a field
 */
export function csvFields(line: string, delimiter: string): readonly string[] | undefined {
  return line.includes('"') ? quotedFields(line, delimiter) : line.split(delimiter);
}

function quotedFields(line: string, delimiter: string): string[] | undefined {
  const fields: string[] = [];
  for (let at = 0; ; at += 1) {
    const end = line[at] === '"' ? afterClosingQuote(line, at) : delimiterOrEnd(line, delimiter, at);
    if (end < line.length && line[end] !== delimiter) return undefined;
    const field = end > line.length ? undefined : fieldText(line.slice(at, end));
    if (field === undefined) return undefined;
    fields.push(field);
    if (end === line.length) return fields;
    at = end;
  }
}

/** The place after the quote that closes the one at `at`; past the end of the line when none does. */
function afterClosingQuote(line: string, at: number): number {
  let end = line.indexOf('"', at + 1);
  while (end >= 0 && line[end + 1] === '"') end = line.indexOf('"', end + 2);
  return end < 0 ? Number.POSITIVE_INFINITY : end + 1;
}

function delimiterOrEnd(line: string, delimiter: string, at: number): number {
  const end = line.indexOf(delimiter, at);
  return end < 0 ? line.length : end;
}

function fieldText(delivered: string): string | undefined {
  if (delivered.startsWith('"')) return delivered.slice(1, -1).replaceAll('""', '"');
  return delivered.includes('"') ? undefined : delivered;
}
