import { runCli } from './frame/run-cli.ts';

await runCli(process.argv.slice(2));
