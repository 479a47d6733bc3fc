import { type Command, Option } from 'commander';
import { newCommand } from '../frame/new-command.ts';
import { collect, toPort } from '../options.ts';
import type { EmulatorArguments } from '../stack/options.ts';

export function emulator(): Command {
  return newCommand('emulator', 'Starts the Annofab emulator alone and runs it until Ctrl-C.')
    .option('--port <port>', 'port of the API; 0 is a free one', toPort, 0)
    .option('--files-port <port>', 'port of the file server; 0 is a free one', toPort, 0)
    .option(
      '--host <address>',
      'address to listen on; on any other than 127.0.0.1, everyone who can reach it can use it',
      '127.0.0.1',
    )
    .option('--seed <file>', 'seed file instead of the demo: YAML or JSON, see docs/emulator.md')
    .addOption(new Option('--load <snapshot>', 'continue from a snapshot').conflicts(['seed', 'import']))
    .option('--save-on-exit <snapshot>', 'write a snapshot when it is stopped')
    .option('--import <archive.zip>', 'import a project from a Simple annotation archive of Annofab')
    .option('--settings <file>', 'settings by name: YAML or JSON')
    .option('--set <name=value>', 'a setting, such as webhookRetries=2; may be repeated', collect(String), [])
    .option('--faults <file>', 'a list of faults: YAML or JSON')
    .option(
      '--fault <fault>',
      'a fault, such as operation=getTask,status=503,times=2; may be repeated',
      collect(String),
      [],
    )
    .option(
      '--control-host <name>',
      'host name of this machine that may use /__emulator/; may be repeated',
      collect(String),
      [],
    )
    .option('--legacy', 'also serve operations that Annofab has removed', false)
    .option('--json', 'print one line of JSON when it is ready')
    .addHelpText('after', HELP)
    .action(async (given: EmulatorArguments) => (await import('../stack/run-emulator.ts')).runEmulator(given));
}

const HELP = `
While it runs, /__emulator/ on the API's port adds faults, changes settings, sets the clock, shows recorded requests and
webhooks, saves and loads snapshots, and resets the state. Reference: docs/emulator.md

Examples:
  annofab-functions emulator --port 8080
  annofab-functions emulator --seed streets.yaml --set webhookRetries=2 --fault operation=*,status=503,rate=0.05
  annofab-functions emulator --load state.json --save-on-exit state.json`;
