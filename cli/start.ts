import { start } from './commands/start.ts';

await start(process.argv.slice(2));
