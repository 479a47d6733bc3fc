import { type Command, Option } from 'commander';
import { EVENT_TYPES } from '../../lib/webhooks/events.ts';
import type { DeliveriesOptions, DismissOptions, ListOptions, ResendOptions } from '../deliveries/options.ts';
import { newCommand } from '../frame/new-command.ts';
import { AWS_HELP, jsonOption, toId, toNonEmpty, withDeployment } from '../options.ts';

const HELP = `
A delivery is dead when processing failed and will not be retried: the ledger has the reason, and a dead-letter queue has the
message.
${AWS_HELP}`;

const DELIVERY_HELP = 'its key or the start of its key, its label, or the id of its message';

/** Loads what the commands do. */
const work = () => import('../deliveries/run.ts');

export function deliveries(): Command {
  const program = newCommand('deliveries', 'Lists dead deliveries, and sends them again or dismisses them.');
  addList(program);
  addShow(program);
  addResend(program);
  addDismiss(program);
  return program;
}

function addList(program: Command): void {
  withFilter(subcommand(program, 'list', 'List the dead deliveries, oldest first.')).action(
    async (options: ListOptions) => (await work()).runList(options),
  );
}

function addShow(program: Command): void {
  subcommand(program, 'show', 'Show everything that is known about a delivery, dead or not.')
    .argument('<delivery>', DELIVERY_HELP)
    .action(async (name: string, options: DeliveriesOptions) => (await work()).runShow(name, options));
}

function addResend(program: Command): void {
  const description = 'Send one delivery again, or all dead ones. A delivery that is done by now is not sent.';
  withFilter(subcommand(program, 'resend', description))
    .argument('[delivery]', DELIVERY_HELP)
    .option('--all', 'all dead deliveries')
    .action(async (name: string | undefined, options: ResendOptions) => (await work()).runResend(name, options));
}

function addDismiss(program: Command): void {
  const description =
    'Mark one delivery as skipped, or all dead ones, and delete their messages from the dead-letter queue.';
  withFilter(subcommand(program, 'dismiss', description))
    .argument('[delivery]', DELIVERY_HELP)
    .option('--all', 'all dead deliveries')
    .option('--open', 'with --all: also those that are not dead, but wait to be processed')
    .addOption(
      new Option('--reason <text>', 'the reason, which the ledger keeps').makeOptionMandatory().argParser(toNonEmpty),
    )
    .action(async (name: string | undefined, options: DismissOptions) => (await work()).runDismiss(name, options));
}

function subcommand(program: Command, name: string, description: string): Command {
  return withDeployment(program.command(name).description(description))
    .option('--table <name>', 'the ledger table, when the stage has more than one')
    .addOption(jsonOption())
    .addHelpText('after', HELP);
}

function withFilter(command: Command): Command {
  return command
    .addOption(new Option('--event-type <type>', 'only deliveries of this event type').choices(EVENT_TYPES))
    .addOption(new Option('--project <id>', 'only deliveries of this project').argParser(toId));
}
