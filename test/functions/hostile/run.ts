/**
 * How many requests the hostile tests make: a tenth of what `npm run test:hostile` does, unless told otherwise. `FC_SEED`
 * makes other ones.
 */
export const requests = Number(process.env['HOSTILE_REQUESTS'] ?? 10_000);

export const seed = Number(process.env['FC_SEED'] ?? 1);
