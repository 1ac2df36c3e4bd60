import type { Command } from 'commander';
import { gateTexts } from '../../data-contracts/vocabularies/gate-texts.ts';
import { say as word } from '../../wording/say.ts';
import { openCounty, say } from '../home.ts';
import { trainAndShow } from './train.ts';

/** `ennakko retrain`: the new models that were asked for over HTTP, one after the other. */
export const retrainCommand = (command: Command) =>
  command.action(async (_options, command: Command) => {
    const county = await openCounty(command);
    const { language, service } = county;
    const waiting = await service.retraining.waiting();
    if (waiting.length === 0) say(gateTexts.retrain.nothingWaits[language]);
    for (const { id, job } of waiting) {
      say(word(gateTexts.retrain.answers, language, { id, programme: job.programme }));
      await service.retraining.answer(id, { run: await trainAndShow(county, job) });
    }
  });
