import { randomBytes } from 'node:crypto';

/** 128 random bits, 32 hexadecimal digits. */
export const newId = () => randomBytes(16).toString('hex');
