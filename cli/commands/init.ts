import type { Command } from 'commander';
import { newCommand } from '../frame/new-command.ts';
import type { InitOptions } from '../init/options.ts';
import { collect, endpointOption, jsonOption, toId, toName, toNonEmpty } from '../options.ts';

const HELP = `
On a terminal, the command asks for what no option gives; the credential is not shown. It is used once to sign in, and stored only
if Annofab accepts it. Nothing secret is written to this machine, and no option takes a secret.

It writes
  settings/<stage>.yml                        the settings; a file that exists keeps everything else
  <service>/<stage>/credential                the credential of Annofab, in AWS Secrets Manager
  <service>/<stage>/webhooks                  a random key, from which each project's webhook secret is derived
What exists is changed only after a question. Run the command again at any time: it changes only what differs.

In a script, --credential-stdin reads a personal access token from standard input, with --user-id the password of that user, or
JSON: {"pat": "…"} or {"user_id": "…", "password": "…"}. Without it, the stored credential is kept.

AWS credentials and the region come from the sources of the AWS command line (AWS_PROFILE, AWS_REGION, SSO …). They need
secretsmanager:GetSecretValue, CreateSecret and PutSecretValue.

Examples:
  annofab-functions init
  pass show annofab | annofab-functions init --stage prod --project <id> --credential-stdin --yes`;

export function init(): Command {
  return newCommand('init', 'Prepares the first deployment of a stage: its settings and its two secrets.')
    .option('--stage <stage>', 'the stage, dev by default', toName)
    .option(
      '--region <region>',
      'the region of the deployment; by default that of the AWS configuration, or ap-northeast-1',
      toName,
    )
    .addOption(endpointOption())
    .option('--user-id <id>', 'sign in with this user id and a password, instead of a token', toNonEmpty)
    .option('--credential-stdin', 'read the credential from standard input')
    .option('--project <id>', 'a project whose archive is updated every evening; may be repeated', collect(toId))
    .option('--yes', 'do not ask before creating and changing; for scripts')
    .option('--dry-run', 'only print what would be created and changed')
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(async (options: InitOptions) => (await import('../init/run.ts')).runInit(options));
}
