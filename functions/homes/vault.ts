import { ObjectIdentityVault } from '../adapters/objects/object-identity-vault.ts';
import type { Home } from './home.ts';

/** Sealed identities. Imported by the containers that may see them and by nobody else. */
export const vaultOf = ({ objects }: Home) => new ObjectIdentityVault(objects('vault'));
