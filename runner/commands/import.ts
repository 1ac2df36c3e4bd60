import { join } from 'node:path';
import { Argument, type Command } from 'commander';
import { openCounty, say } from '../home.ts';

/** `ennakko import desynpuf <folder>`: outside data become deliveries of our contracts. */
export const importCommand = (command: Command) =>
  command
    .addArgument(new Argument('<format>', 'whose files they are').choices(['desynpuf']))
    .argument('<folder>', 'where the files are')
    .action(async (_format: string, folder: string, _options, command: Command) => {
      const { home, progress } = await openCounty(command);
      const { importDesynpuf } = await import('../importers/desynpuf.ts');
      const { skipped, ...counts } = await importDesynpuf(folder, join(home, 'landing'), progress);
      for (const [what, count] of Object.entries(counts))
        say(`${what.padEnd(12)} ${count.toLocaleString('en')}`);
      for (const [reason, count] of Object.entries(skipped)) say(`left out: ${reason} ${count}`);
    });
