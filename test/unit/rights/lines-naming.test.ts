import { describe, expect, it } from 'vitest';
import { nobodyJoined } from '../../../functions/core/identity/joined-people.ts';
import { Pseudonymiser } from '../../../functions/core/identity/pseudonym.ts';
import { linesNaming } from '../../../functions/core/rights/lines-naming.ts';
import { personNames } from '../../../functions/core/rights/person-names.ts';
import { testCode } from '../identity/identity-codes.ts';

const pseudonymiser = new Pseudonymiser(Buffer.alloc(32, 1));
const code = testCode('1950-01-01');
const client = pseudonymiser.pseudonymOf(code);
const other = testCode('1951-01-01');

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const found = async (bytes: Uint8Array, whom = client, size = 7) => [
  ...(await linesNaming(pieces(bytes, size), personNames(whom, pseudonymiser, nobodyJoined))),
];

describe('lines that name a person', () => {
  const lines = [
    `a,${other}`,
    `x${code.toLowerCase()}1;${code}`,
    '',
    `"${client}"`,
    `${client}0`,
    ` ${code}`,
    `131052-${code}`,
  ];

  it('are found by code in any case, and by pseudonym, once a line, however the bytes come', async () => {
    for (const size of [1, 7, 1000])
      expect(await found(Buffer.from(lines.join('\r\n')), client, size)).toEqual([2, 4, 6, 7]);
    expect(await found(Buffer.from(lines.join('\n'), 'utf16le'))).toEqual([2, 4, 6, 7]);
  });

  it('are found by a local identifier, and not by one that only begins like it', async () => {
    const whom = pseudonymiser.pseudonymOf('local:test:1');
    expect(await found(Buffer.from('local:test:12\nlocal:test:1\n'), whom)).toEqual([2]);
  });

  it('are found at the end of a line of megabytes', async () => {
    const long = Buffer.from(`\n${'x,'.repeat(2_000_000)}${code}\n${other}`);
    expect(await found(long, client, 1 << 16)).toEqual([2]);
  }, 30_000);
});
