import { describe, expect, it } from 'vitest';
import type { Language } from '../../../data-contracts/schemas/fields.ts';
import { makeOutreachList } from '../../../functions/core/outreach/make-outreach-list.ts';
import { namedUnits } from '../../../functions/core/outreach/named-units.ts';
import { AccessRefused } from '../../../functions/core/release/access.ts';
import { listRequest, planner, smallTeam, worker } from './small-team.ts';

const places = [0, 1, 2, 4, 5, 6];

describe('a list for a unit', () => {
  it('is made where the unit has clients that day; else nothing is read of anybody', async () => {
    const team = smallTeam();
    const read: string[] = [];
    const units = {
      unitsOn: async (day: string) => {
        read.push(day);
        return ['unit-4', 'unit-5'];
      },
    };
    const relationships = {
      relationshipsOf: async (clients: readonly string[]) => {
        read.push(...clients);
        return team.ports.relationships.relationshipsOf(clients);
      },
    };
    const ports = { ...team.ports, units, relationships };
    const asked = listRequest(places, { unit: 'unit-6' });
    expect(await makeOutreachList(ports, asked)).toEqual({ status: 'unknown-unit' });
    expect(read).toEqual(['2025-06-01']);
    expect(await team.ports.store.lists()).toEqual([]);
    expect(await makeOutreachList(ports, { ...asked, unit: 'unit-5' })).toMatchObject({ status: 'made' });
    expect(read.length).toBeGreaterThan(places.length);
  });

  it('is refused to whoever may make none, before it is known which units there are', async () => {
    const units = {
      unitsOn: async () => {
        throw new Error('was read');
      },
    };
    const ports = { ...smallTeam().ports, units, unitNames: async () => [] };
    const asked = listRequest(places, { unit: 'unit-6', requester: worker });
    expect(await makeOutreachList(ports, asked)).toEqual({
      status: 'refused',
      reason: 'role-not-permitted',
    });
    await expect(namedUnits(ports, worker, 'fi')).rejects.toThrow(AccessRefused);
  });

  it('is made once under its key, told alike, even where the unit has no clients any more', async () => {
    const { ports } = smallTeam();
    const key = 'a'.repeat(32);
    const made = await makeOutreachList(ports, listRequest(places), key);
    const units = { unitsOn: async () => [] };
    expect(await makeOutreachList({ ...ports, units }, listRequest(places), key)).toEqual(made);
    expect(made.status).toBe('made');
  });
});

describe('the units that lists are made for', () => {
  it('are called as the county calls them, else as in the simulated county, else by their ids', async () => {
    const { ports, audited } = smallTeam();
    const ids = ['client-guidance-905', 'client-guidance-999', 'unit-4', 'unit-5'];
    const name = { fi: 'Pohjoinen tiimi', sv: 'Norra teamet', en: 'The northern team' };
    const unitPorts = {
      ...ports,
      units: { unitsOn: async () => ids },
      unitNames: async () => [{ unit: 'unit-4', name }],
    };
    const named = async (language: Language) => {
      const units = await namedUnits(unitPorts, planner, language);
      expect(units.map(({ unit }) => unit)).toEqual(ids);
      return units.map(({ name: called }) => called);
    };
    const other = ['client-guidance-999', 'unit-5'];
    expect(await named('fi')).toEqual(['Asiakasohjaus, Vaasa', other[0], 'Pohjoinen tiimi', other[1]]);
    expect(await named('sv')).toEqual(['Klienthandledning, Vasa', other[0], 'Norra teamet', other[1]]);
    const allowed = { kind: 'access', useCase: 'make-outreach-list', outcome: 'allowed' };
    expect(audited).toMatchObject([allowed, allowed]);
  });
});
