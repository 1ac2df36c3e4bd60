// The command line from its TypeScript, as it runs where no bundle can be made.
import { register } from 'tsx/esm/api';

register();
const { runCommandLine } = await import('../../runner/command-line.ts');
process.umask(0o077);
await runCommandLine(process.argv);
