export { say, wordReason } from '../../functions/adapters/intl/intl-wording.ts';
