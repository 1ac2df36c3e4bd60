import { describe, expect, it } from 'vitest';
import { nobodyJoined } from '../../../functions/core/identity/joined-people.ts';
import { Pseudonymiser } from '../../../functions/core/identity/pseudonym.ts';
import { SearchedWhereFew } from '../../../functions/core/rights/search-files.ts';
import { testCode } from '../identity/identity-codes.ts';

const key = Buffer.alloc(32, 1);
const code = testCode('1950-01-01');
const client = new Pseudonymiser(key).pseudonymOf(code);

/** One file of so many bytes that names the person in its first line. */
const filesOf = (bytes: number, close = async () => {}) =>
  new SearchedWhereFew({
    files: {
      paths: async () => ['landing/d1/clients.csv'],
      read: async function* () {
        yield Buffer.from(`${code}\n`.padEnd(bytes, 'x'));
      },
      location: async (path: string) => path,
    },
    landed: { find: async () => undefined, record: async () => {} },
    retention: async () => ({ landingDays: 90 }),
    parquet: {
      columnNames: async () => [],
      read: async function* () {},
      close,
    },
    keys: { pseudonymKey: async () => key },
    people: async () => nobodyJoined,
    takenIn: async () => [],
    deliveries: {
      files: async () => [],
    },
    quarantine: { linesOf: async () => new Set() },
  } as unknown as ConstructorParameters<typeof SearchedWhereFew>[0]);

describe('files that are kept as they came, while somebody waits', () => {
  it('are read through where they are few', async () => {
    expect(await filesOf(1_000).naming(client)).toMatchObject([{ file: 'landing/d1/clients.csv', rows: 1 }]);
  });

  it('let go of what has read them', async () => {
    let closed = 0;
    const close = async () => {
      closed += 1;
    };
    await filesOf(1_000, close).naming(client);
    expect(closed).toBe(1);
  });

  it('are all listed as not searched where they are many', async () => {
    expect(await filesOf(5_000_000).naming(client)).toMatchObject([
      { file: 'landing/d1/clients.csv', rows: null },
    ]);
  });
});
