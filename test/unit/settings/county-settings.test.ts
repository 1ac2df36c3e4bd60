import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  interventions,
  plausibilityRules,
  priceIndex,
  serviceStatusRules,
  unitCosts,
} from '../../../data-contracts/catalogues/index.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectSettingFiles } from '../../../functions/adapters/objects/object-setting-files.ts';
import {
  notRecordedOf,
  planCatalogues,
  plausibilityRulesOf,
  serviceStatusRulesOf,
  unitNamesOf,
} from '../../../functions/core/county-settings.ts';
import type { Home } from '../../../functions/homes/home.ts';
import { interventionsIn } from '../../../functions/homes/interventions.ts';

const home = mkdtempSync(join(tmpdir(), 'ennakko-catalogues-'));
afterAll(() => rmSync(home, { recursive: true }));

const filesIn = (folder: string) =>
  new ObjectSettingFiles(new FolderObjects(folder), (name) => join(folder, name));

type Entry = Record<string, unknown> & { cost: Record<string, Record<string, unknown>> };

/** What is said where the home's catalogue is the shipped one with its first entry changed. */
async function saidOf(change: (entry: Entry) => void): Promise<string> {
  const entries = structuredClone(interventions) as unknown as Entry[];
  change(entries[0]!);
  writeFileSync(join(home, 'interventions.json'), JSON.stringify(entries));
  return planCatalogues(filesIn(home)).then(
    () => 'accepted',
    (error: Error) => error.message.replace(home, '<home>'),
  );
}

describe('a county’s own catalogue', () => {
  it('is the shipped one where there is none', async () => {
    expect(await planCatalogues(filesIn(join(home, 'empty')))).toEqual({
      interventions,
      priceIndex,
      unitCosts,
    });
  });

  it('says which interventions may be put on a list, and what those of before are called', async () => {
    const [first, second] = interventions;
    const own = {
      ...first!,
      id: 'own-groups',
      name: { fi: 'Omat ryhmät', sv: 'Egna grupper', en: 'Own groups' },
    };
    writeFileSync(join(home, 'interventions.json'), JSON.stringify([own]));
    const objects = () => new FolderObjects(home);
    const { isIntervention, interventionName } = await interventionsIn({ objects } as unknown as Home);
    expect([own.id, second!.id].map(isIntervention)).toEqual([true, false]);
    expect(interventionName(own.id, 'sv')).toBe('Egna grupper');
    expect(interventionName(second!.id, 'fi')).toBe(second!.name.fi);
    expect(interventionName('nothing', 'en')).toBeUndefined();
  });

  it('takes the place of the shipped one', async () => {
    writeFileSync(join(home, 'interventions.json'), JSON.stringify(interventions.slice(0, 2)));
    expect((await planCatalogues(filesIn(home))).interventions).toHaveLength(2);
  });

  it.each([
    [
      'a negative cost',
      (entry: Entry) => Object.assign(entry.cost.fixedCents!, { lower95: -5 }),
      /^<home>\/interventions.json: entry geriatric-assessment: cost.fixedCents.lower95: Too small/,
    ],
    [
      'an interval upside down',
      (entry: Entry) => Object.assign(entry.cost.fixedCents!, { lower95: 900_000 }),
      /entry geriatric-assessment: cost.fixedCents.lower95: interval upside down$/,
    ],
    [
      'an unknown feature',
      (entry: Entry) =>
        Object.assign(entry.eligibility as object, { all: [{ feature: 'shoe_size', atLeast: 1 }] }),
      /entry geriatric-assessment: eligibility.all.0.feature: Invalid option/,
    ],
    [
      'another currency',
      (entry: Entry) => Object.assign(entry.cost, { currency: 'SEK' }),
      /entry geriatric-assessment: cost.currency: SEK among EUR: one currency in a catalogue$/,
    ],
    [
      'a capacity below zero',
      (entry: Entry) => Object.assign(entry.capacity as object, { clients: -1 }),
      /entry geriatric-assessment: capacity.clients: Too small/,
    ],
    [
      'an id twice',
      (entry: Entry) => Object.assign(entry, { id: 'home-exercise' }),
      /entry home-exercise: id: an id twice$/,
    ],
  ])('names the entry, the field and the rule: %s', async (_, change, said) => {
    expect(await saidOf(change)).toMatch(said);
  });

  it('names its units, each once', async () => {
    const files = filesIn(home);
    expect(await unitNamesOf(files)).toEqual([]);
    const unit = { unit: 'team-1', name: { fi: 'Tiimi', sv: 'Team', en: 'Team' } };
    writeFileSync(join(home, 'units.json'), JSON.stringify([unit]));
    expect(await unitNamesOf(files)).toEqual([unit]);
    writeFileSync(join(home, 'units.json'), JSON.stringify([unit, unit]));
    await expect(unitNamesOf(files)).rejects.toThrow(/units.json: entry team-1: unit: a unit twice$/);
    writeFileSync(join(home, 'units.json'), JSON.stringify([{ ...unit, name: { fi: 'Tiimi' } }]));
    await expect(unitNamesOf(files)).rejects.toThrow(/units.json: entry team-1: name.sv: /);
  });

  it('has service statuses by the shipped rules, or by its own, each status once', async () => {
    const files = filesIn(home);
    expect(await serviceStatusRulesOf(files)).toEqual(serviceStatusRules);
    const byVisits = {
      status: 'regular-home-care',
      basis: 'visits',
      anyOf: [{ predictor: 'home_care_contacts_3', atLeast: 39 }],
    };
    const write = (rules: unknown) =>
      writeFileSync(join(home, 'service-statuses.json'), JSON.stringify(rules));
    write([byVisits]);
    expect(await serviceStatusRulesOf(files)).toEqual([byVisits]);
    write([byVisits, { ...byVisits, anyOf: [{ predictor: 'age_years', atLeast: 75 }] }]);
    await expect(serviceStatusRulesOf(files)).rejects.toThrow(
      /service-statuses.json: entry regular-home-care: anyOf.0.predictor: /,
    );
    write([byVisits, byVisits]);
    await expect(serviceStatusRulesOf(files)).rejects.toThrow(/service-statuses.json: a status twice$/);
  });

  it('leaves out what the shipped rules say, or its own, and records everything unless it says what not', async () => {
    const files = filesIn(home);
    expect(await plausibilityRulesOf(files)).toEqual(plausibilityRules);
    expect(await notRecordedOf(files)).toEqual([]);
    const write = (name: string, given: unknown) => writeFileSync(join(home, name), JSON.stringify(given));
    const own = { ...plausibilityRules, leftOut: [{ kind: 'while-away', tables: ['service-events'] }] };
    write('plausibility.json', own);
    expect(await plausibilityRulesOf(files)).toEqual(own);
    write('plausibility.json', { ...own, leftOut: [...own.leftOut, ...own.leftOut] });
    await expect(plausibilityRulesOf(files)).rejects.toThrow(/plausibility.json: .*a kind twice/);
    write('plausibility.json', { ...own, leftOut: [{ kind: 'two-deaths', tables: ['diagnoses'] }] });
    await expect(plausibilityRulesOf(files)).rejects.toThrow(/plausibility.json: /);
    write('not-recorded.json', ['assessments', 'has_informal_carer']);
    expect(await notRecordedOf(files)).toEqual(['assessments', 'has_informal_carer']);
    write('not-recorded.json', ['no_such_predictor']);
    await expect(notRecordedOf(files)).rejects.toThrow(/not-recorded.json: entry 1: /);
  });

  it('says of a file that is no JSON that it is none', async () => {
    writeFileSync(join(home, 'interventions.json'), '[{');
    await expect(planCatalogues(filesIn(home))).rejects.toThrow(/interventions.json: not JSON$/);
  });
});
