import type { Command } from 'commander';
import { newCommand } from '../frame/new-command.ts';
import { toPort } from '../options.ts';

export function stackCommand(name: string, description: string): Command {
  return newCommand(name, description)
    .option('--http-port <port>', 'port of the HTTP API that webhooks go to; 0 is a free one', toPort, 0)
    .option('--annofab-port <port>', 'port of the Annofab emulator; 0 is a free one', toPort, 0)
    .option('--aws-port <port>', 'port of the embedded AWS; 0 is a free one', toPort, 0);
}
