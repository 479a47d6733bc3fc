import { runCli } from './frame/run-cli.ts';
import { endWithReader } from './frame/signals.ts';

endWithReader();
await runCli(process.argv.slice(2));
