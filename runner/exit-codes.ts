/** How a command ends: well, with a failure, with words it does not understand, or with a fault found by `verify`. */
export const exitCodes = { ok: 0, failed: 1, usage: 2, faultsFound: 3 } as const;
