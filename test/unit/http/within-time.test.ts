import { describe, expect, it } from 'vitest';
import { rightsOperations } from '../../../data-contracts/api/rights.ts';
import { mostStatements } from '../../../functions/http/recording-bounds.ts';
import { withinTime } from '../../../functions/http/within-time.ts';
import { apiEvent } from '../api/api-event.ts';
import { smallApis, usualRequester } from '../api/small-apis.ts';

const left = (milliseconds: number) => ({ getRemainingTimeInMillis: () => milliseconds });

describe('an answer', () => {
  it('that is not there a second before the Lambda’s time is up is told to have taken too long', async () => {
    const never = () => new Promise<string>(() => {});
    await expect(withinTime(left(1_020), never)).rejects.toMatchObject({ code: 'took-too-long' });
    await expect(withinTime(left(200), never)).rejects.toMatchObject({ code: 'took-too-long' });
  });

  it('in time is as it is, and so is its failure', async () => {
    expect(await withinTime(left(60_000), async () => 'answered')).toBe('answered');
    expect(await withinTime({}, async () => 'answered')).toBe('answered');
    const failing = async () => {
      throw new TypeError('as it was');
    };
    await expect(withinTime(left(60_000), failing)).rejects.toThrow('as it was');
  });

  it('too late is a 503 that says when to ask again, in the reader’s language', async () => {
    const { handlers, tokenOf, ports } = await smallApis();
    ports.store.lists = () => new Promise(() => {});
    const event = apiEvent({
      method: 'GET',
      path: '/outreach-lists',
      token: await tokenOf(usualRequester['prevention-api']),
      headers: { 'accept-language': 'sv' },
    });
    const { statusCode, headers, body } = await handlers['prevention-api'](event, left(1_050) as never);
    expect([statusCode, headers!['retry-after']]).toEqual([503, '30']);
    expect(JSON.parse(body!)).toMatchObject({
      type: '/problems/took-too-long',
      title: expect.stringContaining('Svaret blev inte'),
    });
  });
});

it('more statements of a Bundle than a gateway waits for are refused before one is recorded', async () => {
  const { ask, ports } = await smallApis();
  const example = rightsOperations.importFhirConsents.example.body as object;
  const bundle = (entries: number) => ({
    resourceType: 'Bundle',
    entry: Array.from({ length: entries }, (_, at) => ({ resource: { ...example, id: `c-${at}` } })),
  });
  const send = (entries: number) => ask('rights-api', { path: '/fhir/Consent', body: bundle(entries) });
  const refused = await send(mostStatements + 1);
  expect([refused.status, refused.content.errors[0].field]).toEqual([422, 'entry']);
  expect(await ports.audit.lastInstant()).toBeUndefined();
  expect((await send(3)).content).toEqual({ recorded: 3 });
});
