import { apiRoutes } from '../../data-contracts/api/index.ts';
import { patternOf } from '../../functions/http/not-there.ts';

const routes = apiRoutes.map(({ operation: { method, path } }) => ({ method, pattern: patternOf(path) }));

/** What stands in a path for each parameter of its route, decoded as API Gateway decodes it. */
export function pathParameters(method: string, rawPath: string): Record<string, string> {
  const route = routes.find((one) => one.method === method && one.pattern.test(rawPath));
  const groups = route?.pattern.exec(rawPath)?.groups ?? {};
  return Object.fromEntries(Object.entries(groups).map(([name, part]) => [name, decoded(part)]));
}

/** What cannot be decoded stays as it is, and no contract takes it. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
