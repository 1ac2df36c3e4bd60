#!/usr/bin/env node
// The command line is TypeScript; tsx lets Node run it as it is written.
import { register } from 'tsx/esm/api';

register();
const { runCommandLine } = await import('./command-line.ts');
await runCommandLine(process.argv);
