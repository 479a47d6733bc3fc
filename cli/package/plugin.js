/**
 * Lets `serverless package` and `serverless deploy` refuse a package that could not run, before it is written and uploaded, and
 * warns before a deployment if the account's limit leaves no execution for the receiver.
 *
 * Plain JavaScript, because osls may run on a Node that cannot run TypeScript: the check itself is check-package.ts.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const NODE = fileURLToPath(new URL('../node.js', import.meta.url));
const OSLS = createRequire(new URL('../../tools/deploy/package.json', import.meta.url));
const CHECK = fileURLToPath(new URL('check-package.ts', import.meta.url));

export default class PackageCheck {
  constructor(serverless, options, { log } = {}) {
    this.hooks = {
      // The template is complete, and is written to the package next.
      'after:aws:package:finalize:stripNullPropsFromTemplateResources': () => check(serverless, options),
      'before:deploy:deploy': async () => {
        const template = templateOf(serverless);
        const limit = await accountLimit(serverless).catch(() => undefined);
        const warning = template && limit && run({ template, limit }).stdout.trim();
        if (warning) log.warning(warning);
      },
    };
  }
}

function check(serverless, { param = [] }) {
  const { stage } = serverless.service.provider;
  const input = { service: serverless.serviceDir, stage, template: templateOf(serverless), params: param };
  const { status, stdout, stderr } = run(input);
  if (status !== 0) throw new serverless.classes.Error(stdout.trim() || stderr.trim());
}

function run(input) {
  return spawnSync(process.execPath, [NODE, CHECK], { input: JSON.stringify(input), encoding: 'utf8' });
}

function templateOf(serverless) {
  return serverless.service.provider.compiledCloudFormationTemplate;
}

/** Needs `lambda:GetAccountSettings`; a deployer without it gets no warning. */
async function accountLimit(serverless) {
  const { GetAccountSettingsCommand, LambdaClient } = createRequire(OSLS.resolve('serverless'))(
    '@aws-sdk/client-lambda',
  );
  const client = new LambdaClient(await serverless.getProvider('aws').getAwsSdkV3Config());
  const { AccountLimit } = await client.send(new GetAccountSettingsCommand({}));
  return AccountLimit.ConcurrentExecutions;
}
