import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const program = resolve(import.meta.dirname, '../../../runner/ennakko.mjs');

it('ends without a word when nobody reads on, as with | head', async () => {
  const child = spawn(process.execPath, [program, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let complaint = '';
  child.stderr.on('data', (part) => {
    complaint += part;
  });
  await once(child, 'close');
  expect(complaint).toBe('');
});
