import { notThere } from '../../functions/http/not-there.ts';

/** What this machine's server answers itself, without a token. */
const ownPaths = [
  { method: 'POST', path: '/sign-in' },
  { method: 'GET', path: '/openapi.json' },
] as const;

/** @throws MethodNotAllowed where a path of the server's own is asked for in another way */
export function refuseOtherMethods(method: string, path: string): void {
  const isOwn = ownPaths.some((one) => one.path === path);
  if (isOwn && !ownPaths.some((one) => one.path === path && one.method === method))
    throw notThere({ method, path }, ownPaths);
}
