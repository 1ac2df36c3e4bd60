import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { interventions, priceIndex, unitCosts } from '../data-contracts/catalogues/index.ts';
import { InterventionCatalogue } from '../data-contracts/schemas/intervention.ts';
import { PriceIndex } from '../data-contracts/schemas/price-index.ts';
import { UnitCost } from '../data-contracts/schemas/unit-cost.ts';

/** A catalogue in a home is not what its contract says. */
export class BadCatalogue extends Error {
  readonly code = 'bad-catalogue';
}

/**
 * What prevention does and what things cost: the county's own `interventions.json`, `unit-costs.json` and
 * `price-index.json` in its home, each where it is there; else the shipped ones.
 * @throws BadCatalogue naming file, entry, field and rule
 */
export async function planCatalogues(home: string) {
  const own = <Catalogue>(name: string, contract: z.ZodType<Catalogue>, shipped: Catalogue) =>
    ownCatalogue(join(home, name), contract, shipped);
  return {
    interventions: await own('interventions.json', InterventionCatalogue, [...interventions]),
    unitCosts: await own('unit-costs.json', z.array(UnitCost), [...unitCosts]),
    priceIndex: await own('price-index.json', PriceIndex, priceIndex),
  };
}

async function ownCatalogue<Catalogue>(
  path: string,
  contract: z.ZodType<Catalogue>,
  shipped: Catalogue,
): Promise<Catalogue> {
  if (!existsSync(path)) return shipped;
  const given = jsonOf(await readFile(path, 'utf8'), path);
  const parsed = contract.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new BadCatalogue(`${path}: ${faultOf(parsed.error.issues[0]!, given)}`);
}

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BadCatalogue(`${path}: not JSON`, { cause });
  }
}

/** The first fault: its entry by id where it has one, else by number from 1. */
function faultOf({ path, message }: z.core.$ZodIssue, given: unknown): string {
  const [at, ...field] = path;
  if (typeof at !== 'number') return message;
  const entry = (given as Record<string, unknown>[])[at];
  const id = entry?.id ?? entry?.unitCostId ?? entry?.year;
  return `entry ${id ?? at + 1}: ${field.join('.') || 'the whole'}: ${message}`;
}
