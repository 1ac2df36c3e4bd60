import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, sourceFiles } from './imports.ts';

const withVariables = /[\w\])!] \*\* (?!-?\d+\b(?!\.))|(?<![\w.])[a-z]\w*(\[[^\]]*\])?!? \*\* |Math\.pow\(/i;

describe('bytes', () => {
  it('depend on no power of variables: releases of Node round it differently', () => {
    const found = sourceFiles('models', 'wording', 'functions', 'runner', 'web').flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .map((line, place) => ({
          line: line.replace(/^\s*(\/\*\*|\*|\/\/).*/, ''),
          where: `${file}:${place + 1}`,
        }))
        .filter(({ line }) => withVariables.test(line.replace(/2 \*\* \w+|16 \*\* \w+/g, ''))),
    );
    expect(found.map(({ where }) => where)).toEqual([]);
  });
});
