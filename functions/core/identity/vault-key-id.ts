import { createHmac } from 'node:crypto';

/** Says which vault key sealed something, without telling anything of the key: 8 hexadecimal digits. */
export const vaultKeyId = (key: Uint8Array) =>
  createHmac('sha256', key).update('which vault key this is').digest('hex').slice(0, 8);
