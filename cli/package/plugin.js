/**
 * Lets `serverless package` and `serverless deploy` refuse a package that could not run, before it is written and uploaded.
 * Plain JavaScript, because osls may run on a Node that cannot run TypeScript: the check itself is check-package.ts.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const NODE = fileURLToPath(new URL('../node.js', import.meta.url));
const CHECK = fileURLToPath(new URL('../check-package.ts', import.meta.url));

export default class PackageCheck {
  constructor(serverless, options) {
    // The template is complete, and is written to the package next.
    this.hooks = { 'after:aws:package:finalize:stripNullPropsFromTemplateResources': () => check(serverless, options) };
  }
}

function check(serverless, { param = [] }) {
  const input = {
    service: serverless.serviceDir,
    template: serverless.service.provider.compiledCloudFormationTemplate,
    params: param,
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [NODE, CHECK], {
    input: JSON.stringify(input),
    encoding: 'utf8',
  });
  if (status !== 0) throw new serverless.classes.Error(stdout.trim() || stderr.trim());
}
