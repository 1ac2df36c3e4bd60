#!/usr/bin/env node
import { programPart } from './bundle/program-part.mjs';

const { runCommandLine } = await programPart('command-line');
// What a command writes is about people: for the eyes of whoever runs it only.
process.umask(0o077);
await runCommandLine(process.argv);
