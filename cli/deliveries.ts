import { deliveries } from './commands/deliveries.ts';

await deliveries(process.argv.slice(2));
