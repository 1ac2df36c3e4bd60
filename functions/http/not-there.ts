import { apiRoutes } from '../../data-contracts/api/index.ts';
import { Problem } from './problem.ts';

/** The path takes other methods than the one that was used. */
export class MethodNotAllowed extends Problem {
  /** The methods that it takes, as the header `Allow` says them. @source RFC 9110, 10.2.1 */
  readonly allow: string;

  constructor(methods: readonly string[]) {
    super('method-not-allowed');
    this.allow = methods.join(', ');
  }
}

/** A route by its method and path, as the contracts have it. */
export interface MethodAndPath {
  readonly method: string;
  readonly path: string;
}

const routes: readonly MethodAndPath[] = apiRoutes.map(({ operation }) => operation);

/**
 * What is wrong with a request that was not taken: its path takes other methods, or there is no such path here. One
 * that another service takes is not here either.
 */
export function notThere({ method, path }: MethodAndPath, among: readonly MethodAndPath[] = routes): Problem {
  const methods = among.filter((route) => patternOf(route.path).test(path)).map((route) => route.method);
  return methods.length === 0 || methods.includes(method)
    ? new Problem('not-found')
    : new MethodNotAllowed(methods.sort());
}

/** The path of a contract, with a name for each of its parameters; a slash at its end changes nothing. */
export const patternOf = (path: string) => new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`);
