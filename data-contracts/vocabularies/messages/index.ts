import type { Texts } from '../../schemas/fields.ts';
import { refusalReasons } from '../refusal-reasons.ts';
import { commandWords } from './command-words.ts';
import { dataOptionWords } from './data-option-words.ts';
import { failureWords } from './failure-words.ts';
import { optionWords } from './option-words.ts';
import { questionOptionWords } from './question-option-words.ts';
import { contractRuleWords } from './rule-words.ts';
import { scienceWords } from './science-words.ts';
import { sourceWords } from './source-words.ts';
import { stationWords } from './station-words.ts';
import { tableWords } from './table-words.ts';
import { usageWords } from './usage-words.ts';

/**
 * What is said in English where nobody knows yet who will read it: by the code that throws, by the parser of the
 * command line, by the contracts. `en` is the very text, with `{names}` for what differs; `{message}` is itself one of
 * these, `{rule}` a rule's code or words, `{faults}` a `place: rule` for each, joined by semicolons,
 * `{expectation}` what the science expected.
 */
export const messages: readonly Texts[] = [
  ...commandWords,
  ...optionWords,
  ...dataOptionWords,
  ...questionOptionWords,
  ...usageWords,
  ...failureWords,
  ...tableWords,
  ...contractRuleWords,
  ...scienceWords,
  ...stationWords,
  ...sourceWords,
  ...Object.values(refusalReasons),
];
