import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearErased } from '../../../functions/core/rights/clear-erased.ts';
import { DyingPorts, Killed } from '../ingest/dying-ports.ts';
import { clearingPorts, copyOf, homeToClear, published } from './home-to-clear.ts';

const whole = mkdtempSync(join(tmpdir(), 'ennakko-cut-off-'));
let gone: ReadonlySet<string>;
beforeAll(async () => {
  gone = await homeToClear(whole);
});
afterAll(() => rmSync(whole, { recursive: true }));

describe('an erasure', () => {
  it('cut off at any call of any port and told again, ends in the same bytes', async () => {
    const home = copyOf(whole);
    await clearErased(clearingPorts(home), gone);
    const expected = published(home);
    expect(expected).not.toEqual(published(whole));
    let deaths = 0;
    for (let calls = 0; ; calls += 1) {
      const cut = copyOf(whole);
      const dying = new DyingPorts(clearingPorts(cut), calls);
      const end = await clearErased(dying.ports, gone).catch((error: unknown) => error);
      if (!(end instanceof Killed)) break;
      deaths += 1;
      await clearErased(clearingPorts(cut), gone);
      expect(published(cut), `cut off at call ${calls}`).toEqual(expected);
    }
    expect(deaths).toBeGreaterThan(20);
    await clearErased(clearingPorts(home), gone);
    expect(published(home)).toEqual(expected);
  });
});
