import { randomBytes } from 'node:crypto';
import type { Clock } from '../core/ports/clock.ts';

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** 128 random bits, 32 hexadecimal digits. */
export const newId = () => randomBytes(16).toString('hex');
