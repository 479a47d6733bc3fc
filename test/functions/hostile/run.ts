/**
 * How many requests the hostile tests make: enough for each change and each answer. `npm run test:hostile` makes 100,000;
 * `FC_SEED` makes other ones.
 */
export const requests = Number(process.env['HOSTILE_REQUESTS'] ?? 2_500);

export const seed = Number(process.env['FC_SEED'] ?? 1);
