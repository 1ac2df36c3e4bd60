#!/usr/bin/env node
// The command line is TypeScript; tsx lets Node run it as it is written.
import { register } from 'tsx/esm/api';

// What a command writes is about people: for the eyes of whoever runs it only.
process.umask(0o077);
register();
const { runCommandLine } = await import('./command-line.ts');
await runCommandLine(process.argv);
