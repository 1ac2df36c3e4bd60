import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, root, sourceFiles } from './imports.ts';

const files = sourceFiles('wording', 'functions', 'runner', 'web').sort();
const importersOf = (target: string) =>
  files.filter((file) => importsOf(file).some(({ to }) => to === target));
const mentioning = (pattern: RegExp) =>
  files.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')));

describe('who somebody is', () => {
  it('is sealed at the door, and opened in the outreach release and in the check that no name stands elsewhere', () => {
    expect(mentioning(/\bIdentitySealer\(/)).toEqual([
      'functions/core/identity/identity-register.ts',
      'functions/core/ingest/ingest-deliveries.ts',
      'functions/core/keys/rotate-vault-key.ts',
      'functions/core/verify/check-names.ts',
    ]);
    expect(mentioning(/sealer\.open\(/)).toEqual([
      'functions/core/identity/identity-register.ts',
      'functions/core/verify/check-names.ts',
    ]);
    expect(importersOf('functions/core/verify/check-names.ts')).toEqual([
      'functions/core/verify/verify-home.ts',
    ]);
  });

  it('is in what teams note, which is sealed and opened where lists are followed, and for the person', () => {
    expect(mentioning(/\bSealedTexts\(/)).toEqual([
      'functions/core/identity/sealed-identity.ts',
      'functions/core/outreach/note-sealer.ts',
    ]);
    expect(mentioning(/\bNoteSealer\(/)).toEqual([
      'functions/core/keys/rotate-vault-key.ts',
      'functions/core/outreach/open-row.ts',
      'functions/core/outreach/write-note.ts',
      'runner/rights-service.ts',
    ]);
  });

  it('is looked up by the release of a list’s rows alone', () => {
    expect(mentioning(/\.lookUp\(/)).toEqual(['functions/core/outreach/release-rows.ts']);
    expect(importersOf('functions/core/identity/identity-register.ts')).toEqual([
      'functions/core/outreach/release-rows.ts',
      'functions/prevention-api/container.ts',
      'runner/outreach-service.ts',
    ]);
  });
});
