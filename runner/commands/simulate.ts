import type { Command } from 'commander';
import { openCounty, say, wholeNumber } from '../home.ts';

/** `ennakko simulate`: an invented Ostrobothnia, delivered to landing/. */
export const simulateCommand = (command: Command) =>
  command
    .option('--clients <number>', 'people to simulate, 200 to 1,300,000', wholeNumber(200, 1_300_000), 20_000)
    .option(
      '--seed <number>',
      'the same seed gives the same county, byte for byte',
      wholeNumber(0, 2 ** 31 - 1),
      1,
    )
    .action(async ({ clients, seed }, command: Command) => {
      const { home, progress } = await openCounty(command);
      const { simulateCounty } = await import('../simulation/simulate-county.ts');
      const county = await simulateCounty({ clients, seed, home, progress });
      const rows = Object.values(county.rows).reduce((sum, count) => sum + count, 0);
      say(`${county.deliveries} deliveries, ${rows.toLocaleString('en')} rows: ${home}/landing`);
    });
