import type { Command } from 'commander';
import { newCommand } from '../frame/new-command.ts';
import { AWS_HELP, CREDENTIAL_HELP, endpointOption, jsonOption, projectOption, withDeployment } from '../options.ts';
import type { AddOptions, ProjectsOptions, RemoveOptions } from '../projects/options.ts';
import { toApiUrl } from '../webhooks/api-url.ts';

const HELP = `
The account must be an owner of the project.
${CREDENTIAL_HELP}
${AWS_HELP}`;

/** Loads what the commands do. */
const work = () => import('../projects/run.ts');

export function projects(): Command {
  const program = newCommand('projects', 'Connects projects to a deployment, lists and disconnects them.');
  withUrl(
    program
      .command('add')
      .description(
        'Connect a project: give it a secret, unless the deployment has one for it, and register the webhooks of the events that are on in settings/<stage>.yml.',
      )
      .addOption(projectOption()),
  )
    .option('--replace', 'also change webhooks of this stage that have another address now')
    .action(async (options: AddOptions) => (await work()).runAdd(options));
  withUrl(
    program
      .command('list')
      .description(
        'List the projects that the deployment knows, with the role of the account and the state of the webhooks.',
      ),
  ).action(async (options: ProjectsOptions) => (await work()).runList(options));
  common(
    program
      .command('remove')
      .description('Disconnect a project: remove its webhooks of the stage, and its entry in the secret.')
      .addOption(projectOption()),
  )
    .option('--yes', 'do not ask before removing; for scripts')
    .action(async (options: RemoveOptions) => (await work()).runRemove(options));
  return program;
}

function withUrl(command: Command): Command {
  return common(command).option(
    '--url <url>',
    'address of the HTTP API; by default the one that the deployment knows',
    toApiUrl,
  );
}

function common(command: Command): Command {
  return withDeployment(command).addOption(endpointOption()).addOption(jsonOption()).addHelpText('after', HELP);
}
