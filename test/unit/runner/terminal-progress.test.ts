import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { terminalProgress } from '../../../runner/terminal-progress.ts';

describe('progress where nobody looks at a terminal', () => {
  it('is a line as each step ends, with its place among several of its kind', () => {
    let written = '';
    const output = new Writable({
      write: (part, _encoding, done) => {
        written += part;
        done();
      },
    }) as unknown as NodeJS.WriteStream;
    const progress = terminalProgress((step) => `Doing ${step}`, output);
    progress.begin('this');
    progress.begin('that', 100, { number: 1, of: 2 });
    progress.advance(100);
    progress.begin('that', 100, { number: 2, of: 2 });
    progress.end();
    progress.end();
    const lines = written.split('\n').map((line) => line.replace(/ +\d+\.\d s$/, ''));
    expect(lines).toEqual([' Doing this', ' Doing that 1/2', ' Doing that 2/2', '']);
  });
});
