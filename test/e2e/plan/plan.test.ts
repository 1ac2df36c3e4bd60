import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Plan } from '../../../data-contracts/schemas/plan.ts';
import { copyOfCounty } from '../../county/made-county.ts';
import { runHere } from '../run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'ennakko-plan-'));
const home = join(folder, 'home');
const asked = ['plan', '--budget', '60000', '--capacity', 'homeRehabilitation=20', '--draws', '300'];
const run = (...words: string[]) => runHere(['--home', home, ...words]);

beforeAll(() => copyOfCounty(home), 1_800_000);
afterAll(() => rmSync(folder, { recursive: true }));

const planAt = (folder: string) =>
  Plan.parse(JSON.parse(readFileSync(join(home, folder, 'plan.json'), 'utf8')));

describe('ennakko plan on a small simulated county', () => {
  it('prints the plan and leaves its files, the same at the same instant', async () => {
    const at = ['--at', '2026-01-15T09:00:00Z'];
    const first = await run(...asked, ...at, '--out', join(home, 'one'));
    expect(first.err + first.code).toMatch(/0$/);
    expect(first.out).toContain('SIMULATED DATA');
    expect(first.out).toContain('ONLY A DEMONSTRATION');
    await run(...asked, ...at, '--out', join(home, 'two'));
    const files = readdirSync(join(home, 'one')).sort();
    expect(files).toContain('plan.csv');
    for (const file of files)
      expect(readFileSync(join(home, 'two', file)), file).toEqual(readFileSync(join(home, 'one', file)));
  }, 300_000);

  it('keeps within the budget and the places, and plans for nobody twice', async () => {
    await run(...asked);
    const plan = planAt('plans/older-people');
    expect(plan.rows.length).toBeGreaterThan(0);
    expect(plan.spending.plannedCents).toBeLessThanOrEqual(6_000_000);
    expect(new Set(plan.rows.map(({ client }) => client)).size).toBe(plan.rows.length);
    const rehabilitation = plan.rows.filter(({ intervention }) => intervention === 'home-rehabilitation');
    expect(rehabilitation.length).toBeLessThanOrEqual(20);
  }, 300_000);

  it('leaves the home as verify wants it: the audit log whole, no identity code outside the vault', async () => {
    const ended = await run('verify');
    expect(ended.err + ended.code, ended.out).toMatch(/0$/);
  }, 300_000);

  it('ends with 2 and one line where the words or the catalogue cannot be planned with', async () => {
    const said = async (...words: string[]) => {
      const { code, err } = await run('plan', ...words);
      return `${code} ${err.trim().split('\n')[0]}`;
    };
    expect(await said('--budget', '-5')).toMatch(/^2 .*expected euros from 0/);
    expect(await said('--budget', '5', '--capacity', 'home-rehabilitation=-1')).toMatch(/^2 .*places from 0/);
    expect(await said('--budget', '5', '--capacity', 'yoga=3')).toMatch(
      /^2 ennakko: capacity: yoga is not offered/,
    );
    expect(await said('--budget', '5', '--interventions', 'yoga')).toMatch(
      /^2 ennakko: intervention yoga: not in the catalogue/,
    );
    writeFileSync(join(home, 'interventions.json'), '[{"id":"mine"}]');
    expect(await said('--budget', '5')).toMatch(/^2 ennakko: .*interventions.json: entry mine: name/);
    rmSync(join(home, 'interventions.json'));
  }, 300_000);
});
