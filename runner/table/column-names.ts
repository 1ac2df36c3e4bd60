/** What the columns of a comparison may be called, in the languages and programs that write them; any case. */
export const columnNames = {
  draw: [
    'draw',
    'draws',
    'sim',
    'simulation',
    'iteration',
    'iter',
    'sample',
    'run',
    'simulointi',
    'simulaatio',
    'arvonta',
    'simulering',
    'dragning',
  ],
  strategy: [
    'strategy',
    'strategies',
    'alternative',
    'intervention',
    'treatment',
    'option',
    'comparator',
    'strategia',
    'vaihtoehto',
    'toimenpide',
    'hoito',
    'strategi',
    'alternativ',
    'åtgärd',
  ],
  cost: ['cost', 'costs', 'total cost', 'kustannus', 'kustannukset', 'kostnad', 'kostnader'],
  effect: [
    'effect',
    'effects',
    'effectiveness',
    'outcome',
    'qaly',
    'qalys',
    'ly',
    'lys',
    'life years',
    'vaikutus',
    'vaikutukset',
    'vaikuttavuus',
    'laatupainotettu elinvuosi',
    'elinvuodet',
    'effekt',
    'effekter',
    'kvalitetsjusterade levnadsår',
    'levnadsår',
  ],
} as const;
export type ColumnKind = keyof typeof columnNames;

/** Letters that are not seen: zero width, soft hyphen, byte order mark. */
const unseen = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;

/**
 * A name as it is read by a person: composed letters, no unseen ones, one space for each gap, and no apostrophe that keeps a
 * spreadsheet from running it. So names that look alike are one.
 */
export const seenName = (text: string) =>
  text
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');

const plain = (header: string) =>
  seenName(header)
    .toLowerCase()
    .replace(/[_.]/g, ' ')
    .replace(/ ?[([].*[)\]]$/, '');

/** What a header says its column is; undefined: nothing known. */
export function kindOfColumn(header: string): ColumnKind | undefined {
  const name = plain(header);
  return (Object.keys(columnNames) as ColumnKind[]).find((kind) =>
    (columnNames[kind] as readonly string[]).includes(name),
  );
}

/** A column of a wide file: cost or effect of a strategy, as `cost_A`, `A cost`, `c.A` or `e1`. */
export interface WideColumn {
  readonly kind: 'cost' | 'effect';
  readonly strategy: string;
}

const letters = { c: 'cost', e: 'effect', u: 'effect' } as const;

export function wideColumn(header: string): WideColumn | undefined {
  const name = seenName(header);
  const numbered = /^([ceu])[ _.:-]?(\d+)$/i.exec(name) ?? /^([ceu])[_.:-](.+)$/i.exec(name);
  if (numbered) {
    const kind = letters[numbered[1]!.toLowerCase() as keyof typeof letters];
    return { kind, strategy: numbered[2]! };
  }
  const parts = [
    halves(/^([^ _.:-]+)[ _.:-]+(.+)$/u.exec(name)),
    swapped(/^(.+)[ _.:-]+([^ _.:-]+)$/u.exec(name)),
  ];
  for (const part of parts) {
    const kind = part && kindOfColumn(part[0]);
    if (part && (kind === 'cost' || kind === 'effect')) return { kind, strategy: part[1] };
  }
  return undefined;
}

const swapped = (found: RegExpExecArray | null) => found && ([found[2]!, found[1]!] as const);
const halves = (found: RegExpExecArray | null) => found && ([found[1]!, found[2]!] as const);
