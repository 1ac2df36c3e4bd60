import { z } from 'zod';

/** Something that can be asked of the service over HTTP. Who asks is never in it: that is the token's to say. */
export interface Operation<Parameters = unknown, Query = unknown, Body = unknown, Answer = unknown> {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  /** Parameters in braces, each a whole part of the path. */
  readonly path: `/${string}`;
  readonly summary: string;
  /** Of the path, by name. */
  readonly parameters: z.ZodType<Parameters>;
  /** After the question mark; all text. */
  readonly query: z.ZodType<Query>;
  /** Absent: none is read. */
  readonly body?: z.ZodType<Body>;
  readonly status: 200 | 201 | 202;
  readonly answer: z.ZodType<Answer>;
  /** How the answer is written; JSON unless told. */
  readonly mediaType?: 'text/csv';
  /** Whether it must be given an `Idempotency-Key`: asked again under the same one, it is done once. */
  readonly isIdempotent: boolean;
  /** Bytes that a body may have; 64 KB unless told. */
  readonly largestBodyBytes?: number;
  /** Whether newline-delimited JSON is taken too, as a list of what its lines hold. */
  readonly takesLines?: true;
  readonly example: {
    readonly parameters?: Record<string, string>;
    readonly query?: Record<string, string>;
    readonly body?: unknown;
  };
}

/** Bytes that the body of an operation may have. */
export const largestBodyBytesOf = ({ largestBodyBytes = 64 * 1024 }: { largestBodyBytes?: number }) =>
  largestBodyBytes;

const nothing = z.strictObject({});
type Nothing = Record<string, never>;

type Asked<Parameters, Query, Body, Answer> = Pick<
  Operation<Parameters, Query, Body, Answer>,
  | 'id'
  | 'method'
  | 'path'
  | 'summary'
  | 'answer'
  | 'example'
  | 'mediaType'
  | 'largestBodyBytes'
  | 'takesLines'
> & {
  readonly parameters?: z.ZodType<Parameters>;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  readonly status?: Operation['status'];
  readonly isIdempotent?: true;
};

/** An operation with what goes without saying filled in. */
export const operation = <Answer, Parameters = Nothing, Query = Nothing, Body = undefined>(
  asked: Asked<Parameters, Query, Body, Answer>,
): Operation<Parameters, Query, Body, Answer> => ({
  status: 200,
  ...asked,
  isIdempotent: asked.isIdempotent ?? false,
  parameters: asked.parameters ?? (nothing as unknown as z.ZodType<Parameters>),
  query: asked.query ?? (nothing as unknown as z.ZodType<Query>),
});

/** Identifies one request, whoever sends it again: letters, digits and `._:-`, 8 to 64. */
export const IdempotencyKey = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{7,63}$/);

/** Which page of a list: at most so many items after a place that the page before has told. */
export const PageWanted = {
  limit: z.number().int().min(1).max(200).default(50),
  after: z
    .string()
    .regex(/^\d{1,12}$/)
    .optional(),
};

/** In an address, where all is text: digits are the number that they write, and nothing else is a number. */
const numberWritten = (given: unknown) =>
  typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : given;

/** The same after the question mark. */
export const PageQuery = {
  ...PageWanted,
  limit: z.preprocess(numberWritten, PageWanted.limit.unwrap()).default(50).describe('50 unless told'),
};

/** A page; without `next` it is the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    /** To be given as `after` for the page that follows. */
    next: z.string().optional(),
  });

/** A problem in the reader's language. @source RFC 9457 */
export const ProblemDocument = z.object({
  /** A path that names the kind of problem, the same in every language. */
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  /** The request's correlation id, by which the service's logs know it. */
  instance: z.string(),
  /** Where a request is not what it must be: the place and the rule, never what was given. */
  errors: z
    .array(
      z.object({
        field: z.string(),
        /** The same in every language. */
        rule: z.string(),
        /** The rule in words, in the reader’s language. */
        message: z.string(),
      }),
    )
    .optional(),
});
export type ProblemDocument = z.infer<typeof ProblemDocument>;
