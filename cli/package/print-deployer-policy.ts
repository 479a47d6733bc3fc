/**
 * Prints the IAM policy of a role that deploys one stage: `npm run deployer-policy -- --stage prod`. A key and a permissions
 * boundary are those of settings/<stage>.yml.
 */
import { InvalidArgumentError } from 'commander';
import { readSettingsFile } from '../../lib/settings/settings-file.ts';
import { newCommand } from '../frame/new-command.ts';
import { runCommand } from '../frame/run-command.ts';
import { stageOption, toName } from '../options.ts';
import { deployerPolicy } from './deployer-policy.ts';

const SCRIPT = 'npm run -s deployer-policy --';

interface PolicyOptions {
  readonly stage: string;
  readonly account?: string;
  readonly region?: string;
}

function toAccount(value: string): string {
  if (!/^\d{12}$/.test(value)) throw new InvalidArgumentError('It must be an AWS account id: 12 digits.');
  return value;
}

async function printPolicy({ stage, account, region }: PolicyOptions): Promise<void> {
  const { settings, problems } = await readSettingsFile(process.cwd(), stage);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const { kmsKeyArn, permissionsBoundary } = settings;
  const where = { stage, ...(account && { account }), ...(region && { region }) };
  const policy = deployerPolicy({ service: 'annofab-functions', ...where, kmsKeyArn, permissionsBoundary });
  console.log(JSON.stringify(policy, undefined, 2));
}

const command = newCommand('deployer-policy', 'Prints the IAM policy of a role that deploys one stage.')
  .name(SCRIPT)
  .showHelpAfterError(`See: ${SCRIPT} --help`)
  .addOption(stageOption())
  .option('--account <id>', 'the AWS account; by default any', toAccount)
  .option('--region <region>', 'the region; by default any', toName)
  .action(printPolicy);

await runCommand(command, process.argv.slice(2));
