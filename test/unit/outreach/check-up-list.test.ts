import { describe, expect, it } from 'vitest';
import type { Purpose } from '../../../data-contracts/schemas/purpose.ts';
import { makeOutreachList } from '../../../functions/core/outreach/make-outreach-list.ts';
import { openOutreachList } from '../../../functions/core/outreach/open-outreach-list.ts';
import { previewOutreachList } from '../../../functions/core/outreach/preview-outreach-list.ts';
import { clientOf } from '../cohort/small-county.ts';
import { confirmed } from '../hidden-demand/small-hidden-county.ts';
import { listRequest, smallTeam, worker } from './small-team.ts';

const places = [12, 14, 16, 18, 20, 22, 24];
const checkUps = places.map((place) => ({ client: clientOf(place), intervention: 'check-up-visit' }));
const purposes: readonly Purpose[] = ['outreach', 'profiling', 'hidden-demand'];

function teamWith(bases: readonly Purpose[]) {
  const team = smallTeam();
  const ports = { ...team.ports, isIntervention: () => true, legalBases: bases.flatMap(confirmed) };
  const objectTo = (place: number, purpose: Purpose, id: string) =>
    team.ports.records.record(
      {
        client: clientOf(place),
        consentEventId: id,
        recordedBy: 'w-1',
        kind: 'objection',
        purpose,
        coveredSource: 'all',
        channel: 'telephone',
      },
      team.ports.clock.now(),
    );
  return { ...team, ports, objectTo };
}

describe('a list on which a check-up is suggested', () => {
  it('is made, and looked ahead at, only where hidden demand may be looked for', async () => {
    const request = listRequest(places, { clients: checkUps });
    const { ports } = teamWith(['outreach', 'profiling']);
    expect(await makeOutreachList(ports, request)).toMatchObject({ status: 'refused' });
    expect(await previewOutreachList(ports, request)).toMatchObject({ status: 'refused' });
    expect(await makeOutreachList(ports, listRequest(places))).toMatchObject({ status: 'made' });
    const { ports: allowed } = teamWith(purposes);
    expect(await makeOutreachList(allowed, request)).toMatchObject({ status: 'made' });
    expect(await previewOutreachList(allowed, request)).toMatchObject({ status: 'previewed' });
  });

  it('holds nobody who has said no to having been looked at, and loses who says it later', async () => {
    const { ports, objectTo } = teamWith(purposes);
    await objectTo(14, 'hidden-demand', 'o-1');
    const made = await makeOutreachList(ports, listRequest(places, { clients: checkUps }));
    if (made.status !== 'made') throw new Error(made.status);
    const asked = { listId: made.list.listId, requester: worker, language: 'fi' as const };
    const before = await openOutreachList(ports, asked);
    expect(before.rows.map(({ familyName }) => familyName)).not.toContain('Family14');
    expect(before.rows.map(({ familyName }) => familyName)).toContain('Family16');
    await objectTo(16, 'hidden-demand', 'o-2');
    const after = await openOutreachList(ports, asked);
    expect(after.rows.map(({ familyName }) => familyName)).not.toContain('Family16');
    expect(after.rows).toHaveLength(before.rows.length - 1);
  });

  it('of anything else stays as it was for who says no to that', async () => {
    const { ports, objectTo } = teamWith(purposes);
    const made = await makeOutreachList(ports, listRequest(places));
    if (made.status !== 'made') throw new Error(made.status);
    await objectTo(16, 'hidden-demand', 'o-1');
    const asked = { listId: made.list.listId, requester: worker, language: 'fi' as const };
    const { rows } = await openOutreachList(ports, asked);
    expect(rows.map(({ familyName }) => familyName)).toContain('Family16');
  });
});
