import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Delivery } from '../../data-contracts/schemas/delivery.ts';
import { FolderKeys } from '../adapters/folder/folder-keys.ts';
import { FolderObjects } from '../adapters/folder/folder-objects.ts';
import { ObjectPublicationStore } from '../adapters/objects/object-publication-store.ts';

/**
 * A county's own keys are random, in its home. People who do not exist need no secret: a home with simulated
 * or synthetic deliveries only takes published keys, so that everybody gets the same pseudonyms.
 */
export async function keysOf(home: string): Promise<FolderKeys> {
  // also where nobody is real: the log is, and whoever could sign for a home could make it anew
  const anchorKey = process.env.ENNAKKO_ANCHOR_KEY;
  const given = {
    anchorKey,
    pseudonymKey: process.env.ENNAKKO_PSEUDONYM_KEY,
    answersKey: process.env.ENNAKKO_ANSWERS_KEY,
    vaultKey: process.env.ENNAKKO_VAULT_KEY,
    retiredVaultKeys: process.env.ENNAKKO_RETIRED_VAULT_KEYS?.split(','),
  };
  const taken = await new ObjectPublicationStore(new FolderObjects(resolve(home))).current('tables');
  const isReal = taken ? taken.origin === 'register' : await hasRealDeliveries(home);
  return new FolderKeys(
    resolve(home, 'keys'),
    isReal ? { ...given, areInUse: taken !== undefined } : { ...publishedKeys, anchorKey },
  );
}

const publishedKey = (name: string) =>
  createHash('sha256').update(`ennakko demonstration ${name}`).digest('hex');
const publishedKeys = {
  pseudonymKey: publishedKey('pseudonym'),
  answersKey: publishedKey('answers'),
  vaultKey: publishedKey('vault'),
  arePublished: true,
};

async function hasRealDeliveries(home: string): Promise<boolean> {
  const landing = resolve(home, 'landing');
  const deliveries = await readdir(landing, { withFileTypes: true }).catch(() => []);
  for (const delivery of deliveries.filter((entry) => entry.isDirectory())) {
    if ((await originOf(join(landing, delivery.name, 'delivery.json'))) === 'register') return true;
  }
  return deliveries.length === 0;
}

/** What a delivery says of its people; one that cannot be read is taken for real. */
async function originOf(path: string): Promise<string> {
  try {
    return Delivery.parse(JSON.parse(await readFile(path, 'utf8'))).origin;
  } catch {
    return 'register';
  }
}
