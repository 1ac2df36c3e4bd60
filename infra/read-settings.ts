import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programmeById } from '../data-contracts/programmes/index.ts';
import { concurrencyOf } from './service/concurrency.ts';
import { CountySettings } from './settings.ts';

/** A county's settings file is not as it must be. Names fields and rules. */
export class UnusableSettings extends Error {
  readonly code = 'unusable-settings';
}

/** @param name of a file in `infra/counties`, without its ending */
export function readSettings(name: string): CountySettings {
  const file = join(import.meta.dirname, 'counties', `${name}.json`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UnusableSettings(`infra/counties/${name}.json: there is no such file`, { cause });
  }
  return settingsOf(JSON.parse(text), `infra/counties/${name}.json`);
}

/** @throws UnusableSettings naming every field that breaks its rule */
export function settingsOf(given: unknown, file: string): CountySettings {
  const parsed = CountySettings.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`);
    throw new UnusableSettings(`${file}: ${faults.join('; ')}`);
  }
  const unknown = parsed.data.programmes.filter((id) => !programmeById(id));
  if (unknown.length > 0)
    throw new UnusableSettings(`${file}: programmes: no programme ${unknown.join(', ')}`);
  const { reserved, unreserved } = concurrencyOf(parsed.data);
  const { ofAccount } = parsed.data.concurrency;
  if (reserved + unreserved > ofAccount)
    throw new UnusableSettings(
      `${file}: concurrency: the Lambdas reserve ${reserved}, AWS keeps ${unreserved} unreserved, and the account has ${ofAccount}; have its quota raised`,
    );
  return parsed.data;
}
