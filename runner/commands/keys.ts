import { Command } from 'commander';
import { gateTexts } from '../../data-contracts/vocabularies/gate-texts.ts';
import { say as word } from '../../wording/say.ts';
import { openCounty, say } from '../home.ts';
import { type RequesterOptions, requesterOf, usualOfficer, withRequester } from '../requester-options.ts';

const words = gateTexts.keys;

/** `ennakko keys`: the keys under which identities are kept. */
export const keysCommand = (command: Command) =>
  command
    .addCommand(rotateCommand())
    .addHelpText(
      'after',
      '\nThe key of the pseudonyms is never changed: under two keys one person would be two.',
    );

const rotateCommand = () =>
  withRequester(new Command('rotate'), usualOfficer)
    .description('give the identity vault another key, reseal all under it and destroy the one before')
    .action(async (options: RequesterOptions, command: Command) => {
      const { language, service } = await openCounty(command);
      const rotation = await service.rotateVaultKey({ requester: requesterOf(options) });
      const { sealingKeyId: key, resealed: count } = rotation;
      say(word(words.rotated, language, { key, count }));
      for (const retired of rotation.retiredKeyIds) say(word(words.retired, language, { key: retired }));
    });
