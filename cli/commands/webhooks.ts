import { type Command, Option } from 'commander';
import { LOCAL_STAGE } from '../../local/names.ts';
import { newCommand } from '../frame/new-command.ts';
import { CREDENTIAL_HELP, endpointOption, jsonOption, localOption, projectOption, stageOption } from '../options.ts';
import { toApiUrl } from '../webhooks/api-url.ts';
import type { ApplyOptions, ChangeOptions, WebhooksOptions } from '../webhooks/options.ts';

const HELP = `
The account must be an owner of the project. Each stage has its own webhooks in a project.
${CREDENTIAL_HELP}`;

/** Loads what the commands do. */
const work = () => import('../webhooks/run.ts');

export function webhooks(): Command {
  const program = newCommand('webhooks', 'Registers the webhooks of this application in an Annofab project.');
  addApply(program);
  subcommand(
    program,
    'test',
    'Let Annofab send a test delivery to each webhook. The receiver acknowledges it without queuing it.',
  ).action(async (options: WebhooksOptions) => (await work()).runTest(withStage(options)));
  subcommand(program, 'list', "List the project's webhooks, without their secrets.").action(
    async (options: WebhooksOptions) => (await work()).runList(withStage(options)),
  );
  withQuestion(
    subcommand(program, 'remove', 'Remove the webhooks of a stage. Those of other stages and of others stay.'),
  ).action(async (options: ChangeOptions) => (await work()).runRemove(withStage(options)));
  return program;
}

function addApply(program: Command): void {
  const description =
    'Register the webhooks of the events that are on in settings/<stage>.yml, and delete those of the others. Unchanged webhooks and those of others are not written.';
  withQuestion(subcommand(program, 'apply', description))
    .requiredOption('--url <url>', 'address of the HTTP API: WebhookUrl of the deployment', toApiUrl)
    .addOption(
      new Option(
        '--secret <secret>',
        'value of X-Webhook-Secret that the receiver expects; prefer the environment',
      ).env('ANNOFAB_WEBHOOK_SECRET'),
    )
    .addOption(
      new Option(
        '--key <key>',
        "derive the project's secret from this key of the receiver; prefer the environment",
      ).env('ANNOFAB_WEBHOOK_KEY'),
    )
    .option('--replace', 'also change webhooks of this stage that have another address now')
    .action(async (options: ApplyOptions) => (await work()).runApply(withStage(options)));
}

function subcommand(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .addOption(projectOption())
    .addOption(stageOption('stage whose webhooks they are; each has its own in a project'))
    .addOption(endpointOption())
    .addOption(localOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP);
}

function withQuestion(command: Command): Command {
  return command
    .option('--dry-run', 'only print the changes')
    .option('--yes', 'do not ask before writing; for scripts');
}

/** The local stack is a stage of its own. */
function withStage<Options extends WebhooksOptions>(options: Options): Options {
  return options.local === undefined ? options : { ...options, stage: LOCAL_STAGE };
}
