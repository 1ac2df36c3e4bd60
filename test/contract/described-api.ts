import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Operation } from '../../data-contracts/api/operation.ts';

/** The description of the HTTP API as it is committed. */
export const description = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../data-contracts/api/open-api.json'), 'utf8'),
);

// strict: an unknown keyword, a tuple without its length, or a type that cannot be is a fault of the schema
const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
(addFormats as unknown as (one: Ajv2020) => void)(ajv);
ajv.addVocabulary(Object.keys(description));
ajv.addSchema(description, 'api');

const pointer = (parts: readonly string[]) =>
  parts.map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('');

/** Whether something is as the schema at a place of the description says. @throws where that is no schema of 2020-12 */
export function schemaAt(...parts: readonly string[]): ValidateFunction {
  const validate = ajv.getSchema(`api#${pointer(parts)}`);
  if (!validate) throw new Error(`no schema at ${parts.join(' ')}`);
  return validate;
}

/** What the schema at a place says against something, in words; nothing where it is as described. */
export function faultsAt(parts: readonly string[], content: unknown): string[] {
  const validate = schemaAt(...parts);
  return validate(content) ? [] : validate.errors!.map((one) => `${one.instancePath} ${one.message}`);
}

export const placeOf = ({ path, method }: Operation) => ['paths', path, method.toLowerCase()];

export interface Answered {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly content: unknown;
}

/** Everything in which an answer is not as its operation is described; nothing where it is. */
export function undocumentedIn(operation: Operation, { status, headers, content }: Answered): string[] {
  const responses = description.paths[operation.path][operation.method.toLowerCase()].responses;
  const told = responses[String(status)];
  if (told === undefined) return [`status ${status}`];
  const place = told.$ref
    ? (told.$ref as string).slice(2).split('/')
    : [...placeOf(operation), 'responses', String(status)];
  const response = place.reduce((within, part) => within[part], description);
  const mediaType = String(headers['content-type']).split(';')[0]!;
  const ofContent =
    mediaType in response.content
      ? faultsAt([...place, 'content', mediaType, 'schema'], content)
      : [`content type ${mediaType}`];
  const ofHeaders = Object.entries(response.headers as Record<string, { required?: boolean }>).flatMap(
    ([name, { required }]) =>
      headers[name] === undefined
        ? required
          ? [`no ${name}`]
          : []
        : faultsAt([...place, 'headers', name, 'schema'], headers[name]),
  );
  return [...ofContent, ...ofHeaders];
}
