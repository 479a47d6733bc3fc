import { Command } from 'commander';
import { toPort } from './arguments.ts';

/** Options of all commands that start the local stack. */
export interface StackCommandOptions {
  httpPort: number;
  annofabPort: number;
  awsPort: number;
  import?: string;
  json?: true;
}

export function stackCommand(name: string): Command {
  return new Command(name)
    .option('--http-port <port>', 'port of the HTTP API that webhooks go to; 0 is a free one', toPort, 0)
    .option('--annofab-port <port>', 'port of the Annofab emulator; 0 is a free one', toPort, 0)
    .option('--aws-port <port>', 'port of the embedded AWS; 0 is a free one', toPort, 0);
}
