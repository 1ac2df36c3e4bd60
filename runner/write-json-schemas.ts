import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contractNames, jsonSchemaOf } from '../data-contracts/schemas/contracts.ts';
import { openApi } from './open-api.ts';

const folder = join(import.meta.dirname, '..', 'data-contracts', 'json-schema');

/** Writes every contract's JSON Schema and the HTTP API's description, and removes schemas of contracts that are no more. */
await mkdir(folder, { recursive: true });
const names = contractNames.map((name) => `${name}.json`);
for (const name of await readdir(folder)) if (!names.includes(name)) await rm(join(folder, name));
for (const name of contractNames)
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`);

const api = join(import.meta.dirname, '..', 'data-contracts', 'api', 'open-api.json');
await writeFile(api, `${JSON.stringify(openApi(), null, 2)}\n`);
