import { backfill } from './commands/backfill.ts';

await backfill(process.argv.slice(2));
