import { backfillCommand } from './commands/backfill.ts';

await backfillCommand('npm run backfill --')
  .parseAsync()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
