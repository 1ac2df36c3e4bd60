import { describe, expect, it } from 'vitest';
import { Language } from '../../../data-contracts/schemas/fields.ts';
import {
  checked,
  findings,
  settingAside,
  verificationNotes,
} from '../../../data-contracts/vocabularies/findings.ts';
import { say } from '../../../wording/say.ts';

const facts = {
  where: 'audit',
  line: 16,
  through: 17,
  id: 'line-16-0123456789ab',
  times: 2,
  sequence: 3,
  at: '2026-03-01T09:00:00Z',
  by: 'dpo-1',
  hash: 'h',
  delivered: 1,
  accepted: 1,
  quarantined: 0,
  erased: 0,
  found: 1,
  publications: 1,
  files: 1,
  auditLines: 1,
  from: 1,
  lines: 16,
  to: 17,
  anchor: 2,
  anchored: 17,
  anchors: 2,
  day: '2026-03-01',
  number: 3,
  command: 'score',
};

describe('what verify says', () => {
  it('can be said in every language, and names what can be set aside', () => {
    for (const texts of [findings, verificationNotes, settingAside, checked])
      for (const [code, text] of Object.entries(texts))
        for (const language of Language.options) {
          const words = say(text, language, facts);
          expect(words, code).not.toMatch(/[{}]/);
          if (text[language].includes('{id}')) expect(words, code).toContain(facts.id);
        }
  });
});
