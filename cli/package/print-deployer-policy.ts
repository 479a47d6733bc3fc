/**
 * Prints the IAM policy of a role that deploys one stage: `npm run deployer-policy -- --stage prod`. A key and a permissions
 * boundary are those of settings/<stage>.yml.
 */
import { parseArgs } from 'node:util';
import { readSettingsFile } from '../../lib/settings/settings-file.ts';
import { deployerPolicy } from './deployer-policy.ts';

const { values } = parseArgs({
  options: {
    stage: { type: 'string', default: 'dev' },
    account: { type: 'string' },
    region: { type: 'string' },
  },
});
const { settings, problems } = await readSettingsFile(process.cwd(), values.stage);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else {
  const { kmsKeyArn, permissionsBoundary } = settings;
  const policy = deployerPolicy({ service: 'annofab-functions', ...values, kmsKeyArn, permissionsBoundary });
  console.log(JSON.stringify(policy, undefined, 2));
}
