import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Pseudonym } from '../../../data-contracts/schemas/fields.ts';
import { hasPseudonyms, meant, told, toldToWhoHasTheCode } from '../../../functions/core/identity/told.ts';
import { AnswerPseudonyms } from '../../../functions/core/identity/unit-pseudonyms.ts';

const unit = new AnswerPseudonyms(Buffer.alloc(32, 1)).for({ role: 'planner', unit: 'a' });
const client = 'ab'.repeat(16);
const out = unit.outside(client);

/** Every way in which a contract may have a pseudonym in it. */
const Everywhere = z.object({
  client: Pseudonym,
  refined: Pseudonym.describe('of somebody').refine(() => true),
  maybe: Pseudonym.optional(),
  orNull: Pseudonym.nullable(),
  usually: z.array(z.object({ client: Pseudonym })).default([]),
  pairs: z.array(z.tuple([z.number(), Pseudonym, z.union([z.literal('released'), z.array(z.string())])])),
  rest: z.tuple([z.string()], Pseudonym),
  byName: z.record(z.string(), Pseudonym),
  either: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('one'), of: Pseudonym }),
    z.object({ kind: z.literal('none'), of: z.string() }),
  ]),
  piped: z.preprocess((given) => given, z.object({ client: Pseudonym })),
  text: z.string(),
});

const content = (name: string): z.output<typeof Everywhere> => ({
  client: name,
  refined: name,
  maybe: name,
  orNull: name,
  usually: [{ client: name }],
  pairs: [[1, name, 'released']],
  rest: ['x', name, name],
  byName: { a: name },
  either: { kind: 'one', of: name },
  piped: { client: name },
  text: 'words',
});

describe('what is told', () => {
  it('has each pseudonym of its contract made for who asks, wherever it stands, and back again', () => {
    expect(told(Everywhere, content(client), unit)).toEqual(content(out));
    expect(meant(Everywhere, content(out), unit)).toEqual(content(client));
  });

  it('leaves what is no pseudonym as it is, also where it looks like one', () => {
    const other = { ...content(client), either: { kind: 'none' as const, of: client }, text: client };
    expect(told(Everywhere, other, unit)).toMatchObject({ either: { of: client }, text: client });
    expect(told(Everywhere, { ...content(client), maybe: undefined, orNull: null }, unit)).toMatchObject({
      maybe: undefined,
      orNull: null,
    });
  });

  it('takes nothing along that the contract does not know', () => {
    const more = { ...content(client), hidden: client } as z.input<typeof Everywhere>;
    expect(JSON.stringify(told(Everywhere, more, unit))).not.toContain(client);
  });

  it('changes nothing of what it is made of', () => {
    const given = content(client);
    told(Everywhere, given, unit);
    expect(given).toEqual(content(client));
  });

  it('has no pseudonym of the person for who named the person by a code', () => {
    const Answer = z.object({
      client: Pseudonym.optional(),
      lines: z.array(z.object({ client: Pseudonym })),
    });
    const once = new AnswerPseudonyms(Buffer.alloc(32, 1)).ofOneAnswer('1');
    const answer = toldToWhoHasTheCode(Answer, { client, lines: [{ client }] }, once);
    expect(Object.keys(answer)).toEqual(['lines']);
    expect(answer.lines).toEqual([{ client: once.outside(client) }]);
    expect([client, out]).not.toContain(answer.lines[0]!.client);
  });

  it('is not guessed at where a contract is of a kind that is not known', () => {
    expect(() => hasPseudonyms(z.object({ a: z.map(z.string(), Pseudonym) }))).toThrow('map');
    expect(() => hasPseudonyms(z.record(Pseudonym, z.string()))).toThrow('as a key');
    expect(hasPseudonyms(z.object({ a: z.string(), b: z.array(z.number()) }))).toBe(false);
  });
});
