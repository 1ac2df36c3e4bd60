import type { z } from 'zod';
import { pseudonymForm } from '../../../data-contracts/schemas/fields.ts';
import type { UnitPseudonyms } from './unit-pseudonyms.ts';

declare const isTold: unique symbol;

/** Content as it may be given out: every pseudonym in it is made for who asks. Only `told` makes it. */
export type Told<Content> = Content & { readonly [isTold]: true };

/**
 * Content for who asks: each pseudonym that its contract has is turned into the asker's. What the contract does not
 * know is left out, so that nothing goes along untranslated.
 * @throws ZodError when the content is not what its contract says
 */
export const told = <Contract extends z.ZodType>(
  contract: Contract,
  content: z.input<Contract>,
  { outside }: UnitPseudonyms,
): Told<z.output<Contract>> =>
  translated(contract, contract.parse(content), outside) as Told<z.output<Contract>>;

/**
 * The answer to who named a person by an identity code: it tells of nobody by a pseudonym that could be found in
 * another answer, and of the person by none. No way leads from a code to a pseudonym.
 * @param ofThisAnswer the pseudonyms of this answer alone
 * @throws as `told`
 */
export function toldToWhoHasTheCode<Contract extends z.ZodType>(
  contract: Contract,
  content: z.input<Contract>,
  ofThisAnswer: UnitPseudonyms,
): Told<Omit<z.output<Contract>, 'client'>> {
  const { client: _, ...rest } = told(contract, content, ofThisAnswer) as { client?: string };
  return rest as Told<Omit<z.output<Contract>, 'client'>>;
}

/** What who asks has said, already parsed, with the lake's pseudonyms in the place of the asker's. */
export const meant = <Contract extends z.ZodType>(
  contract: Contract,
  content: z.output<Contract>,
  { inside }: UnitPseudonyms,
): z.output<Contract> => translated(contract, content, inside) as z.output<Contract>;

/** Whether content of a contract may have a pseudonym in it. */
export const hasPseudonyms = (contract: z.ZodType): boolean => translationOf(contract) !== undefined;

type Translate = (pseudonym: string) => string;
type Translation = (content: unknown, translate: Translate) => unknown;

function translated(contract: z.ZodType, content: unknown, translate: Translate): unknown {
  const translation = translationOf(contract);
  return translation ? translation(content, translate) : content;
}

const known = new WeakMap<z.ZodType, Translation | 'none'>();

/** Undefined where the contract has no pseudonym. */
function translationOf(contract: z.ZodType): Translation | undefined {
  const before = known.get(contract);
  if (before) return before === 'none' ? undefined : before;
  const made = madeFor(contract);
  known.set(contract, made ?? 'none');
  return made;
}

const leaves = [
  'boolean',
  'number',
  'int',
  'enum',
  'literal',
  'null',
  'undefined',
  'unknown',
  'any',
  'transform',
];

/** @throws RangeError for a kind of contract that is not known to hold none */
function madeFor(contract: z.ZodType): Translation | undefined {
  const def = contract.def as unknown as Definition;
  switch (def.type) {
    case 'string':
      return isPseudonym(def) ? (content, translate) => translate(content as string) : undefined;
    case 'object':
      return ofObject(def.shape);
    case 'record':
      if (translationOf(def.keyType)) throw new RangeError('contract: expected no pseudonym as a key');
      return ofRecord(translationOf(def.valueType));
    case 'array':
      return ofItems([], def.element);
    case 'tuple':
      return ofItems(def.items, def.rest ?? undefined);
    case 'union':
      return ofUnion(def.options);
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'catch':
    case 'nonoptional':
      return whereThere(translationOf(def.innerType));
    case 'pipe':
      return translationOf(def.out);
    default:
      if (leaves.includes(def.type)) return undefined;
      throw new RangeError(`contract: expected a kind that is known, got ${def.type}`);
  }
}

/** As much of zod's own definitions as is read here. */
interface Definition {
  readonly type: string;
  readonly shape: Readonly<Record<string, z.ZodType>>;
  readonly keyType: z.ZodType;
  readonly valueType: z.ZodType;
  readonly element: z.ZodType;
  readonly items: readonly z.ZodType[];
  readonly rest: z.ZodType | null;
  readonly options: readonly z.ZodType[];
  readonly innerType: z.ZodType;
  readonly out: z.ZodType;
  readonly checks?: ReadonlyArray<{ readonly _zod: { readonly def: { readonly pattern?: RegExp } } }>;
}

const isPseudonym = ({ checks = [] }: Definition) =>
  checks.some(({ _zod }) => _zod.def.pattern?.source === pseudonymForm.source);

function ofObject(shape: Definition['shape']): Translation | undefined {
  const fields = Object.entries(shape).flatMap(([name, field]) => {
    const translation = translationOf(field);
    return translation ? [[name, translation] as const] : [];
  });
  if (fields.length === 0) return undefined;
  return (content, translate) => {
    const copy = { ...(content as Record<string, unknown>) };
    for (const [name, translation] of fields)
      if (copy[name] !== undefined) copy[name] = translation(copy[name], translate);
    return copy;
  };
}

const ofRecord = (value: Translation | undefined): Translation | undefined =>
  value &&
  ((content, translate) =>
    Object.fromEntries(
      Object.entries(content as object).map(([name, one]) => [name, value(one, translate)]),
    ));

/** @param others of every item after those that have a form of their own */
function ofItems(forms: readonly z.ZodType[], others: z.ZodType | undefined): Translation | undefined {
  const firsts = forms.map(translationOf);
  const rest = others && translationOf(others);
  if (!rest && !firsts.some(Boolean)) return undefined;
  return (content, translate) =>
    (content as unknown[]).map((item, place) => {
      const translation = place < firsts.length ? firsts[place] : rest;
      return translation ? translation(item, translate) : item;
    });
}

/** Of several forms the first that the content has. */
function ofUnion(options: readonly z.ZodType[]): Translation | undefined {
  if (!options.some(translationOf)) return undefined;
  return (content, translate) => {
    const form = options.find((option) => option.safeParse(content).success);
    if (!form) throw new RangeError('contract: expected content of one of its forms');
    return translated(form, content, translate);
  };
}

const whereThere = (inner: Translation | undefined): Translation | undefined =>
  inner &&
  ((content, translate) => (content === undefined || content === null ? content : inner(content, translate)));
