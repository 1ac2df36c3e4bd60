import type { Command } from 'commander';
import { openCounty, say } from '../home.ts';
import { evidenceLines } from '../presentation/evidence-lines.ts';
import { type RequesterOptions, requesterOf, withRequester } from '../requester-options.ts';

/** `ennakko evidence`: what places drawn by lot have shown of effects; plans are made with it from then on. */
export const evidenceCommand = (command: Command) =>
  withRequester(command, {
    requester: 'local-knowledge-manager',
    role: 'knowledge-manager',
    unit: 'knowledge-management',
  })
    .option('--programme <id>', 'a file of data-contracts/programmes', 'older-people')
    .action(async (options: RequesterOptions & { programme: string }, command: Command) => {
      const { language, service } = await openCounty(command);
      const requester = requesterOf(options);
      const evidence = await service.evidence({ programme: options.programme, requester });
      for (const line of evidenceLines(evidence, await service.interventions(), language)) say(line);
    });
