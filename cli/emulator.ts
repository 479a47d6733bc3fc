import { emulator } from './commands/emulator.ts';

await emulator(process.argv.slice(2));
